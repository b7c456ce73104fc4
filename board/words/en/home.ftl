# The start page.

home-title = Shortlist: decide together, then get it done
home-about = Decide together, without names, and keep the decision. Then get it done: a goal, an hour, and something that exists at the end.
home-tab-decide = Decide together
home-tab-work = Get it done
home-tabs = What to do
home-lead = Everybody writes ideas alone and without a name. Then you read them together, group them, vote with secret dots, and keep the result as a record that nobody can change.

home-question = What is the question?
home-question-example = How can we …?
home-minutes = Minutes to write
home-open = Open the board
home-opening = Opening the board …
home-no-account = No account. You get a link to share.
home-cookies-needed = This browser refuses cookies, and only a cookie would let you back onto your board. Allow cookies for this address, then press “{ home-open }” again.
home-https-needed = Over this address the browser cannot keep the cookie that lets you onto your board. Open { $url } instead.
# The script of the page puts the number in.
home-over-limit = Too long by { $count }.

home-more = Background and rules
home-problem = What is the problem behind it?
home-problem-hint = Everybody reads it before writing.
home-constraint = What must any answer respect?
home-constraint-hint = Money, a date, a rule that stays.
home-criterion = What should the vote decide?
home-criterion-hint = The vote asks this. For example: which would help most people within a year?
home-owner = Who decides?
home-owner-hint = The dots give a shortlist; a named person decides.
home-dots = Dots for each person
home-dots-hint = Leave it empty and Shortlist suggests a number that fits the options.
home-visibility = Ideas while people write
home-hidden = Hidden until you reveal them
home-hidden-hint = Writing alone first gives more and better ideas.
home-visible = Visible to everyone, in random order
home-visible-hint = Shared a few at a time. This protects less: in a small group people may guess whose idea is whose.

# --- a work session

home-work-lead = A goal, an hour, and at the end something that exists. Alone or together, no account.
home-artifact = What will exist at the end?
home-artifact-example = The price list for spring
home-artifact-missing = Write what will exist at the end. One line is enough.
home-kind = With whom
home-kind-individual = Just me
home-kind-team = Together
home-kind-coworking = Side by side
home-kind-individual-hint = It starts when you press the button: a text and a clock.
home-kind-team-hint = You all make one thing. First you look at the plan and copy the invitation.
home-kind-coworking-hint = Each of you makes your own, by one clock. First you copy the invitation.
home-length = How long
home-length-unit = minutes
home-quiet = Quiet
home-quiet-hint = Nothing on the screen but your text and the time.
home-find = Find ideas first
home-find-hint = Everybody writes alone on a board, and you decide. Then you work on it.
home-start = Start { $minutes } minutes
home-prepare = Prepare and invite
home-starting = Opening the session …
home-me = Me
# What stayed open in the last session of one person. The script of the page puts the text in.
home-left = Last time: “{ $text }” is open.
home-left-take = Take it along?
# Why a task was dropped where it was.
home-taken-along = Taken along to the next session.

# --- the boards and sessions that this browser has opened

home-visits = Lately, in this browser
home-visits-jump = Lately
home-visits-hint = Only this browser keeps this list. Anyone who uses this browser can open what stands in it.
home-visits-off = Don’t keep a list here
home-visits-none = This browser keeps no list of what you open here.
home-visits-on = Keep a list here
home-visits-empty = What you open here will be listed here, in this browser only.
# The script of the page puts the number in.
home-visits-all = Show all { $count }
home-visit-facilitate = You facilitate
home-visit-participate = You take part
home-visit-watch = Big screen
home-visit-lead = You lead
home-visit-join = You take part
home-visit-read = Big screen
home-visit-worksession = Work session
home-visit-forget = Remove
home-visit-forgotten = Removed from the list. What it led to is unchanged.
home-visit-undo = Undo

# --- the news of a session, one line each; the script of the page chooses it and puts numbers and times in

home-news-finish = { $all ->
    [0] Finish it
   *[other] Finish it: { $open } of { $all } open
  }
home-news-finish-met = Finish it: nothing is open
home-news-asked = Your answer is asked for
home-news-count-replies = { $count ->
    [one] { $count } new reply
   *[other] { $count } new replies
  }
home-news-count-replies-wait = { $count ->
    [one] { $count } reply to answer
   *[other] { $count } replies to answer
  }
home-news-count-due = { $count ->
    [one] { $count } task due
   *[other] { $count } tasks due
  }
home-news-next = Next session: { $when }
home-news-next-open = The next session is open
home-news-starts = Starts { $when }
home-news-running = Work is under way
home-news-left = Left open since { $day }
home-news-left-mine = Left open since { $day }: you can finish it

home-tasks = Your tasks
home-tasks-more = { $count } more, on the pages of their sessions
home-tasks-due = Due { $day }
home-tasks-due-today = Due today
home-tasks-undated = No date yet

# --- recaps in that list

home-recap-read = Read the recap
home-recap-choose = Choose “{ $title }” for the list
home-recap-copy = Copy as list
home-recap-copy-hint = What you tick becomes a list: one line each, with verdict, date and link.
home-recap-copy-none = Tick at least one.
home-recap-copied = Copied.
home-recap-copy-failed = This browser does not let the page copy. Copy the lines by hand.

# --- ideas that are there already

home-ideas = Start from ideas you already have
home-ideas-text = Paste them, one idea per line
home-ideas-text-hint = Bullets and numbers at the start of a line are removed.
home-ideas-file = Or choose a file
home-ideas-file-hint = A text file, a CSV file (columns “idea” and, if you like, “group”), or a .json file saved from Shortlist. Up to { $megabytes } MB.
home-ideas-file-missing = That button does not send the file. Choose it again and press “{ home-ideas-look }”.
home-ideas-drop = Drop the file here
home-ideas-look = Preview

# --- what happens on a board, and what is promised

home-steps = What happens
home-step-write = Write alone
home-step-write-text = People open your link and write against the clock. Nobody sees anything before you reveal it all at once.
home-step-vote = Group and vote
home-step-vote-text = Put what belongs together into groups. Then everybody spends a few secret dots.
home-step-decide = Decide and keep
home-step-decide-text = Write the decision, check who can live with it, make it final. Everybody leaves with the same page.

home-promise = Nobody can find out who wrote what.
home-promise-text = Not the other participants, not you, not somebody who gets the database afterwards: no name and no time is ever stored with an idea or a dot.
home-limits = What it cannot protect
home-limit-server = The running server sees who is connected and what arrives. Whoever operates it could change its program and look.
home-limit-style = People may know each other’s way of writing, and in a group of two or three there is little to hide behind.
home-limit-browsers = Somebody with several browsers has several ballots. You can lock the door once everybody is in.
