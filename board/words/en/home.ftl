# The start page.

home-title = Shortlist: from one question to a decision that holds
home-headline = From one question to a decision that holds.
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

# --- the boards that this browser has opened

home-visits = Boards in this browser
home-visits-jump = Your boards
home-visits-hint = Only this browser keeps this list. Anyone who uses this browser can open these boards.
home-visits-off = Don’t keep a list here
home-visits-none = This browser keeps no list of your boards.
home-visits-on = Keep a list here
home-visits-started = Boards that you open from now on are listed here.
# The script of the page puts the number in.
home-visits-all = Show all { $count }
home-visit-facilitate = You facilitate
home-visit-participate = You take part
home-visit-watch = Big screen
home-visit-forget = Remove from this list
home-visit-forgotten = Removed from the list. The board itself is unchanged.
home-visit-undo = Undo

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
