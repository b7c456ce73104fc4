# The running session: its clock, its text, and what people do in it.

working-title = { $left } · { $about }
working-not-started = This session has not started yet.
working-you = you
working-me = { $name } (you)
working-away = (not here now)
working-somebody = Somebody
working-nobody = Nobody yet
working-add = Add
working-save = Save
working-close = Close
working-change = Change
working-drop = Drop it
working-of = { $done } of { $all }

## The line of time, and the clock

working-line = The time of this session
working-line-gone = over, { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }
working-line-now = now, { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }
working-line-ahead = to come, { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }
working-left = { $left } left
working-now-then = <b>{ $item }</b>, then { $next }
working-now = <b>{ $item }</b>
# $late: minutes behind the plan, negative when ahead
working-ends = ends { $time }
working-ends-late = ends { $time }, { $late } min late
working-ends-early = ends { $time }, { $early } min early
working-paused = paused

working-pause = Pause the clock
working-resume = Resume the clock
working-plus-five = +5
working-more-time = +5, or more time
working-more-from = More time for { $item }: where from?
working-how-much = How much more time
working-more-minutes = +{ $minutes } min
working-from-item = From { $item } ({ $before } → { $after } min)
working-skip-item = Skip { $item } ({ $before } min)
working-from-end = From the end
working-ends-then = ends { $time }
working-next = Next: { $next }
working-lead-has-clock = The lead runs the clock.

## What happens now

working-over = { $item } is over.
working-over-next = { $item } is over. Next: { $next }, { $minutes } min.
working-undo = Undo ({ $left })
working-act-next = { $name } moved on to { $item }.
working-act-extend = { $name } gave { $item } more time.
working-act-skip = { $name } skipped an item to give { $item } more time.
working-act-pause = { $name } paused the clock.
working-act-resume = { $name } resumed the clock.
working-did-next = You moved on to { $item }.
working-did-extend = You gave { $item } more time.
working-did-skip = You skipped an item to give { $item } more time.
working-did-pause = You paused the clock.
working-did-resume = You resumed the clock.
working-lead-gone = Nobody who leads is here. In { $left } you can take the lead.
working-lead-free = Nobody who leads is here.
working-take-lead = Take the lead
# The time of today, or another day.
working-left-open = Nobody has worked on this since { $when }.
working-finish-it = Finish it
working-question = Can you live with it?
working-asks = { $name } asks everybody: { $question }
working-asks-you = You ask everybody: { $question }
working-board-left = The board “{ $question }” is still open.
working-answer = Answer

## Done when

working-untitled = Work session
working-news = What just happened
working-rail = Time, and when it is done
working-done-when = Done when
working-done-when-of = Done when: { $met } of { $all } met
working-no-condition = When is it done? One line is enough: “the price is in it”.
working-add-condition = Add a line
working-condition-example = the price is in it
working-other-places = Other headings
working-take = Take
working-join = Join
working-leave = Leave
working-take-place = Take “{ $heading }”
working-join-place = Join “{ $heading }”
working-leave-place = Leave “{ $heading }”
working-take-this = Take “{ $heading }”

## The text

working-text-empty = Start anywhere. Everybody here sees what you add.
working-text-start = Start anywhere.
working-text-elsewhere = Made elsewhere? Then nothing has to be written here: at the end you give a link or one line.
working-edit-text = Change the text
working-read = Read it
working-keeping = Saving …
working-copy-mine = Copy my words
working-add-to = Add to
working-add-at-end = the end of the text
working-add-words = What you add
working-add-example = A few lines
working-add-it = Add it
working-add-something = Add to the text
working-add-to-heading = Add to { $heading }
working-board-open = While the board is open, nothing can be added or changed here: nobody should be able to tell from it who writes an idea.
working-board-waits = This waits until the board is over.
working-in-break = It’s time for a break.
working-to-break = Take the break, too
working-in-finish = The others are finishing.
working-to-finish = Go to Finish

## The margin

working-margin = Agenda and lists
working-lists = Lists
working-more-people = and { $count } more
working-agenda = Agenda
working-tasks = Tasks
working-task = Task
working-for-later = For later
working-agree = Agree on…
working-agreed = Agreed
working-decided = Decided
working-people = People
working-earlier = Earlier

working-minutes = { $minutes } min
working-minutes-planned = { $minutes } min, { $planned } planned
working-skipped = skipped
working-change-item = Change { $item }
working-item-title = What it is called
working-item-minutes = Minutes
working-item-kind = What it is
working-item-work = Work
working-item-break = Break
working-item-board = Board
working-item-board-hint = Everybody writes alone, on a board of its own.
working-add-item = Add an item
working-remove-item = Remove it
working-earlier-on = Move it up
working-later-on = Move it down
working-sound = A soft tone at the end of each item, on this device
working-clock-everyone = Everybody may run the clock.
working-clock-lead = Only you run the clock.
working-take-clock = Take the clock
working-give-clock = Give it back

working-tasks-empty = No tasks yet. Write one: it is yours until you give it to somebody else.
working-task-label = A task
working-task-words = What is to do
working-task-dropped = dropped
working-change-task = Change the task “{ $task }”
working-whose = Whose it is
working-when = When
working-when-hint = A date such as 2026-12-04, or words. Empty: now.
working-first-step = First step
working-first = first: { $step }
working-now-word = now
working-take-up = Reopen

working-later-empty = A thought that would lead you off track goes here. You get it back at the end.
working-later-label = A thought for later
working-later-task = It is a task now.
working-later-next = It goes to the next session.
working-later-dropped = Dropped.
working-later-make-task = Make it a task

working-earlier-empty = The first copy is kept when work starts, then every few minutes.
working-keep-label = Keep a copy now, under the name
working-copy = Copy with formatting
working-copied = Copied.
working-copy-failed = This browser does not let the page copy. Select the text and copy it by hand.

## Agreeing

working-can-you = Can you live with it?
working-sees-to-it = Sees to it:
working-who-sees-to-it = Who sees to it
working-i-decided = I decided
working-because = Because
working-write-down = Write it down
working-agreement-label = What we agree on
working-agreement-hint = { $present ->
    [one] Only you are here.
    [2] The two of you answer by name.
    [3] The three of you answer by name.
   *[other] All { $present } of you answer, and nobody sees who answered what.
  }
working-put-it = Put it to everybody
working-ask-everybody = Ask everybody
working-reason = Your reason, if you want to give one
working-reason-hint = It is shown without your name.
working-answer-kept = Your answer is kept.
working-answered = { $answered } of { $present } answered.
working-answers-secret = Nobody sees who answered what. Names are hidden until the answers are shown.
working-says-yes = can live with it
working-says-no = objects
working-yes = I can live with it
working-no = I object
working-show-answers = Show the answers
working-answers-wait = The answers are shown once { $crowd } people have answered: fewer would show who said what.
working-withdraw = Withdraw the question
working-is-agreed = Agreed
working-not-agreed = Not agreed
working-silent = { $count ->
    [one] { $count } person gave no answer.
   *[other] { $count } people gave no answer.
  }
working-too-few = Too few people answered to show what they said.
working-count-level = { $count } × { $level }

## People

working-leads = leads
working-decides = says when it’s done
working-lead-taken = The lead went away, and you took over. Their link leads again when they are back.
working-is-met = (met)
working-here-board = While a board is open, this page does not say who is here.
working-here-secret = While a question is open, this page does not say who is here.
working-copy-link = Copy the link to join
working-link-copied = The link is copied
working-lock = Let nobody else in
working-unlock = Let people in again
working-change-person = What { $name } may do
working-remove = Send out
working-remove-title = Send { $name } out?
working-remove-more = They cannot come back. What they did stays, with their name.
working-keep = Keep them here
working-stuck = I’m stuck
working-stuck-where = Where are you stuck?
working-stuck-hint = Everybody here sees it. You may leave it empty.
working-tell = Tell the others
working-go-on = I can go on
working-is-stuck = is stuck
working-is-stuck-at = is stuck at “{ $place }”
working-you-stuck = You are stuck
working-you-stuck-at = You are stuck at “{ $place }”
working-stuck-on = stuck: { $note }
working-idle = { $count ->
    [one] { $count } person has nothing to do yet.
   *[other] { $count } people have nothing to do yet.
  }
working-you-idle = You have nothing to do yet.

## The break

working-back-at = Back at
working-break-left = { $left } left.
working-break-over = The break ended { $late } ago.
working-met-of = { $met } of { $all } done.
working-im-back = I’m back
working-back-of = { $back } of { $all } back
working-keep-working = Keep working

## Side by side, and alone

working-only-you = Only you so far.
working-goal = What do you want to have at the end?
working-reach = Enough would be
working-enough = Enough would be: { $reach }
working-set-goal = That’s my goal
working-change-goal = Change my goal
working-no-goal = No goal yet
working-report = How did it go?
working-outcome-done = It’s done
working-outcome-nearly = Nearly
working-outcome-not = Not this time
working-outcome-note = One line about it
working-goal-in = { $artifact }, in { $minutes } minutes
