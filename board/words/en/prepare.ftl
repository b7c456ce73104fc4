# The plan of a work session, before its start.

prepare-artifact = What will exist at the end?
prepare-artifact-example = A brief for the council
prepare-done-when = Done when
prepare-condition = Done when, line { $number }
prepare-condition-first = The price is in it
prepare-condition-more = One more line
prepare-condition-hint = One line is enough. You can also write it in the first minutes, together.
prepare-condition-remove = Remove “{ $text }”
prepare-many = Can this be finished in { $minutes } minutes? If not, name the first part.
prepare-length = How long?
prepare-minutes = minutes
prepare-minutes-else = other
prepare-minutes-other = Another length, in minutes
prepare-minutes-from = minutes, from { $time }
prepare-short = Under half an hour there is time for one small thing.
prepare-long = After two hours nobody works well. Two sessions are better than one long one.
prepare-length-bounds = From { $least } to { $most } minutes.
prepare-owner = Who says it’s done?
prepare-owner-lead = Whoever leads
prepare-owner-me = { $name } (you)
prepare-owner-words = Somebody who is not here
prepare-owner-name = Their name
prepare-rest = For whom, why, and when
prepare-audience = For whom?
prepare-audience-hint = Leave it empty when it is for you.
prepare-problem = What is the problem behind it?
prepare-constraint = What must any answer respect?
prepare-starts = When does it start?
prepare-starts-here = When everybody is here
prepare-starts-at = At a set time
prepare-starts-past = This time has passed.
prepare-starts-weekly = { $when }, every week
prepare-too-long = Too long by { $count }.

prepare-starters = Start from
prepare-starters-sum = A brief, a plan, a report …
prepare-starter-brief = Brief or proposal
prepare-starter-plan = Plan or roadmap
prepare-starter-text = Text together
prepare-starter-report = Report
prepare-starter-problem = Fix a problem
prepare-starter-log = Decision log
prepare-starter-brief-artifact = A brief
prepare-starter-brief-conditions = It says who it is for | Scope, price and date are in it | The next step is named
prepare-starter-brief-work = Draft | Review
prepare-starter-plan-artifact = A plan for the next three months
prepare-starter-plan-conditions = Every step has an owner | Every step has a date | It says what we leave out
prepare-starter-plan-work = Collect the steps | Put them in order
prepare-starter-text-artifact = A text that can go out
prepare-starter-text-conditions = Every part is written | Somebody else has read it
prepare-starter-text-work = Write | Read and edit
prepare-starter-report-artifact = A report
prepare-starter-report-conditions = The findings are in it | The numbers are checked | It says what to do
prepare-starter-report-work = Write the findings | Check the numbers
prepare-starter-problem-artifact = The problem is fixed
prepare-starter-problem-conditions = We know the cause | The fix is tried | It says how to notice it next time
prepare-starter-problem-work = Find the cause | Try the fix
prepare-starter-log-artifact = A log of what we decided
prepare-starter-log-conditions = Every decision has a reason | Every decision has an owner
prepare-starter-log-work = Write the decisions | Reasons and owners

prepare-agenda = Agenda
prepare-item-title = What it is called
prepare-item-minutes = Minutes of “{ $title }”
prepare-item-more = More for “{ $title }”
prepare-item-up = Move up
prepare-item-down = Move down
prepare-item-remove = Remove
prepare-item-moved = { $title } is now number { $place } of { $count }.
prepare-item-add = Add an item
prepare-item-new = More work
prepare-item-question = Find ideas
prepare-board-add = Add a board
prepare-board-hint = A board: its name is the question that everybody gets.
prepare-break = Break
prepare-break-add = Add a break of { $minutes }
prepare-lacking = { $minutes } minutes need a break: { $lacking ->
    [one] { $lacking } minute is missing.
   *[other] { $lacking } minutes are missing.
  }
prepare-over = { $over ->
    [one] { $over } minute does not fit into { $minutes }.
   *[other] { $over } minutes do not fit into { $minutes }.
  }
prepare-under = { $under ->
    [one] { $under } minute of { $minutes } is free.
   *[other] { $under } minutes of { $minutes } are free.
  }
prepare-sum = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }
prepare-sum-exact = { $minutes } minutes, all planned.
prepare-fit-item = { $title } { $minutes }
prepare-take = Take “{ $title }”
prepare-take-short = Take
prepare-let-go = Let go of “{ $title }”
prepare-let-go-short = Let go
# $day: the day of the session before this one, such as "28 Nov"
prepare-from = from { $day }
prepare-from-earlier = from an earlier session

prepare-invite = Invite
prepare-invite-sum = Link and QR code
prepare-invite-code = QR code of the link to join
prepare-copy = Copy the invitation
prepare-copy-link = Copy the link
prepare-copy-yes = Copy a link for a yes
prepare-yes = Send it for a yes
prepare-yes-hint = For a client or whoever says it’s done: one link, one sentence, one answer. It shows nothing else.
prepare-yes-said = { $name } said yes.
prepare-yes-no = { $name } said no.
prepare-yes-no-note = { $name } said no: { $note }
prepare-copied = Copied
prepare-copy-failed = This browser does not let the page copy. Select the text and copy it by hand.
prepare-invitation =
    { $sentence }

    { $starts }
    Join with your name: { $link }
prepare-invitation-here = We start when everybody is here.
prepare-invitation-at = We start { $time }.
prepare-invitation-weekly = We start { $time }, and every week at this time.
prepare-only-you = Only you so far. They need this link.
prepare-you = you
prepare-name = Your name
prepare-name-set = Come in
prepare-name-missing = Write your name first: the others see it.
prepare-artifact-missing = Write first what will exist at the end.
prepare-start = Start { $minutes } minutes
prepare-waits = { $name } starts it.
prepare-waits-lead = Whoever leads starts it.

prepare-mine = Before it starts
prepare-mine-sum = Tasks and thoughts for later
prepare-goal-kept = Your goal
prepare-task = Add a task
prepare-task-hint = It is yours until you give it to somebody else.
prepare-park = Add a thought for later
prepare-park-hint = A thought that would lead you off track. You get it back at the end.
prepare-tasks = Tasks
prepare-parked = For later

prepare-bring = A text to start from
prepare-bring-sum = Bring a file
prepare-bring-file = Bring a text along
prepare-bring-more = Add another file
prepare-bring-hint = A file of Word, Markdown or plain text (.docx, .md, .txt).
prepare-bring-name = Write your name below and come in. Then the file becomes the text.
prepare-bring-read = Read the text
