# Vote codes, in Vote and when all is done.

code-title =
    { $count ->
        [one] My vote code
       *[other] My vote codes
    }
code-round = Round { $number }
code-why = Keep this code to find your dots later: the decision’s page lists them for you, and for nobody else.
code-secret = Whoever has it can see what you chose. The server forgets it when the vote is counted.
code-copy = Copy the code
code-copied = Code copied
