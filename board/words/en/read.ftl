# Read: all ideas at once, by pages or one by one, what looks alike, what people ask, and those that came late.

read-none = No ideas yet
read-loading = Fetching the ideas…
read-lead = Read them all. Ask what is unclear; judging comes later.
read-empty = Nobody has written anything yet.
read-empty-lead = Step back to give people more time to write.

read-one-by-one = Read one by one
read-all = All { $count }
read-list = All ideas
read-line = Ideas in their order
read-steps = From idea to idea
read-place = Idea { $number } of { $count }
read-of = of { $count }
read-short = { $number } of { $count }
read-on-screen = on the big screen now
read-of-on-screen = of { $count }, on the big screen now
read-jump = Go to idea
read-no-such = There is no idea with this number to read.
read-next = Next idea
read-previous = Previous idea
read-last = That was the last one.
read-page = Ideas { $from } to { $to }
read-page-of = <b>{ $from } to { $to }</b> of { $count }
read-page-one = <b>{ $number }</b> of { $count }
read-next-page = Next page
read-previous-page = Previous page
read-shows = The big screen shows
read-shows-pages = Pages
read-shows-one = One idea
read-shows-nothing = Nothing
read-pace = How you read
read-follow = Follow the facilitator
read-own-pace = At my own pace

read-side = Look alike, joined and asked
read-alike = Look alike
read-alike-of = Look alike, { $at } of { $count }
read-alike-none = No two ideas are left that look alike.
read-join = Join { $one } and { $other }
read-join-note = They become one group. Both texts stay, and Undo takes them apart.
read-compare = Compare
read-same = Do these say the same?
read-not-same = Not the same
read-pairs = From pair to pair
read-pair-of = Pair <b>{ $at }</b> of { $count }
read-next-pair = Next pair
read-previous-pair = Previous pair
read-compared-note = Joined, they are one group. Both texts stay, and Undo takes them apart. Words in common are set bold.
read-compared-all = No more ideas look alike
read-compared-leave = Back to reading
read-joined = Ideas { $one } and { $other } are one group now.
read-joined-so-far = Joined
read-joined-line = { $numbers } in group { $letter }
read-apart = Undo joining { $numbers }

read-asked = Questions
read-asked-line = { $count } to idea { $number }, { $open ->
    [0] answered
   *[other] no answer yet
  }
read-note-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
  }
read-note-answers = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
  }
read-note-yours = yours
read-yours = Yours
read-questions = Questions about idea { $number }
read-question = Question
read-author = The author
read-your-answer = Your answer
read-ask = Ask
read-ask-about = Ask about this idea
read-ask-label = What is unclear about it?
read-ask-hint = Nobody sees who asks. The author may answer without a name, a little later.
read-question-sent = Your question is on its way. Nobody sees who asks.
read-questions-full = There are three questions about this idea already.
read-answer = Answer
read-answer-again = Answer again
read-answer-label = Your answer, without a name
read-answer-hint = Your answer leaves after 10 to 40 seconds; its time may still let people guess.
read-answer-send = Answer
read-answer-waits = It leaves after 10 to 40 seconds.
read-hide-question = Hide this question
read-question-hidden = The question is hidden from everybody.
read-question-is-hidden = A question is hidden from everybody.

read-late = { $count ->
    [one] { $count } idea came late
   *[other] { $count } ideas came late
  }
read-late-why = They are not shown yet. If only one is let in, people may guess whose it is.
read-late-held = { $count ->
    [one] It comes in a little later, so that nobody can tell who was first.
   *[other] They come in a little later, so that nobody can tell who was first.
  }
read-admit = { $count ->
    [1] Let it in
   *[other] Let { $count } in
  }
read-admit-in = In { $seconds } s
read-add-late = Something missing? Add an idea
read-yours-late = Yours, came late
