# How a session ended, or may end.

verdict-word-done = Done.
verdict-word-nearly = Nearly.
verdict-word-another = Another session.
verdict-somebody = Somebody
verdict-by = { $name } finishes it by { $day }.
verdict-by-alone = I finish it by { $day }.
verdict-finished = { $name } finished it on { $day }.
verdict-finished-alone = Finished on { $day }.
verdict-minutes = { $real } of { $planned } minutes
verdict-stands = { $met ->
    [one] { $met } of { $all } is met
   *[other] { $met } of { $all } are met
  }

verdict-done-when = Done when
verdict-met = Met
verdict-not-met = Not met yet
verdict-task-done = Done: { $task }
verdict-task-drop = Drop
verdict-task-dropped = Dropped
verdict-task-reopen = Reopen
verdict-task-owner = Who does it
verdict-task-nobody = Nobody yet
verdict-task-when = By which day
verdict-task-no-date = No date yet
verdict-task-first = First step
verdict-task-first-hint = First step?
verdict-task-from = from an earlier session
verdict-too-long = That is too long: { $count } characters at most.

verdict-ask = Ask { $name }
verdict-ask-hint = Copies a link that shows the sentence and what was made, and takes a yes or no.
verdict-ask-copied = Copied. The answer will stand beside the result.
verdict-ask-by-hand = The text with the link, to copy by hand
verdict-ask-text = { $name }, is it done? “{ $artifact }”: please say “Yes, that’s it” or “Not yet” here:
verdict-ask-text-soon = { $name }, we are about to finish “{ $artifact }”. As soon as we have, please say “Yes, that’s it” or “Not yet” here:
