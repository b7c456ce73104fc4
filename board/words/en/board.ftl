# The shell of a board, what the engine of its page says, and what several phases say.
# A part between <b> and </b> is drawn strong.

board-brand = Shortlist
board-to-session = Back to the work session
board-cancel = Cancel
board-undo = Undo
board-not-yet = Not yet
board-copy = Copy
board-save = Save
board-close = Close
board-discard = Discard
board-copy-text = Copy the text
board-skip = Skip to the board
board-reload = Reload

board-copied = Copied
board-copy-failed = Copying did not work here. Select the text and copy it by hand.
board-characters-left = { $count } left
board-characters-too-many = { $count } too many

board-counted = { $shown ->
    [one] { $shown } idea
   *[other] { $shown } ideas
  }{ $hidden ->
    [0] { "" }
   *[other] , { $hidden } hidden
  }
board-no-criterion = Which should we take further?

board-count-here = { $count ->
    [0] <b>Nobody</b> here
   *[other] <b>{ $count }</b> here
  }
board-count-wrote = { $count ->
    [one] <b>{ $count }</b> has written
   *[other] <b>{ $count }</b> have written
  }
board-count-ideas = { $count ->
    [0] <b>No</b> ideas yet
    [one] <b>{ $count }</b> idea
   *[other] <b>{ $count }</b> ideas
  }
board-count-hidden = <b>{ $count }</b> hidden

board-steps = Where we are
board-step-done = done
board-step-now = Now: { $step }.
board-locked = Locked
board-locked-why = The door is locked: nobody new can come in or read.

board-clock-label = Time left: { $clock }
board-clock-paused = Paused
board-clock-up = Time is up
board-clock-over = Over time
board-clock-set = Set a timer
board-clock-timer = Timer
board-clock-add = +{ $minutes } min
board-clock-start = { $minutes } min
board-clock-own = Other, in minutes
board-clock-own-set = Set
board-clock-own-wrong = More than 0 and at most { $most } minutes.
board-clock-pause = Pause
board-clock-resume = Resume
board-clock-end = End now
board-clock-none = No clock is running. It never moves the board by itself.
board-clock-quiet = At zero nothing happens by itself.
board-clock-writing = At zero writing closes. The board waits for you.
board-clock-minutes-left = { $minutes ->
    [one] { $minutes } minute left.
   *[other] { $minutes } minutes left.
  }
board-clock-ten-seconds = 10 seconds left.
board-clock-time-up = Time is up.
board-clock-writing-up = Time is up. The reveal comes next.

board-saved = All saved
board-saving = Saving…
board-offline = Offline
board-offline-waiting = Offline · { $count } waiting
board-offline-hint = What you write waits in this browser and is sent as soon as the connection is back.

board-strip-readonly = The board cannot save just now. Nothing you see is lost; what you write waits here.
board-strip-version = A newer version of this page is ready.
board-strip-dismiss = Got it
board-strip-more = { $count ->
    [one] One more message
   *[other] { $count } more messages
  }

board-share = Invite
board-share-named = Invite: let people in
board-own = Board
board-own-named = Board: question, your link, door, files
board-take-part = Take part too

board-back = Step back
board-back-label = Step back to an earlier step
board-back-note = Nothing is lost by going back. Everything stays on the board.
board-back-to = Back to “{ $step }”
board-back-second-round = A second round: what was revealed stays, new ideas stay hidden until the next reveal.
board-back-ballots = When the vote opens again, ballots are empty; everybody can bring back what is still on it.
board-back-done = Back in “{ $step }”. Nothing was lost.

board-next-write = Start writing
board-next-write-again = Go on writing
board-next-group = Group the ideas
board-next-vote = Open the vote

board-promise-ideas = Nobody can see who wrote what
board-promise-dots = Nobody can see where your dots go
board-promise-given = Nobody can see where your dots went
board-promise-answers = Nobody can see who answered what
board-promise-short = Anonymous

board-unsent = This page is not connected just now, so that was not done. Try again once it is.
board-unanswered = The connection broke before the board could answer. Please check whether it was done.
board-closed = This page is not connected to the board any more. Please load it again.
board-blocked-network = The server answers, but this network or its proxy does not let live connections (websockets) through. Another network may. What you write is kept here.
board-blocked-address = The server does not know the address of this page as its own and refuses live connections. Tell the person who runs it: the log says what to set. What you write is kept here.
board-storage-trouble = This browser cannot keep anything for you. Keep this page open until everything is saved.
board-set-back = The board was put back to an earlier state. What you see is what is kept; newer changes are not on it any more.
board-idea-empty = There is nothing written yet.
board-idea-too-long = This idea has { $length } characters; { $limit } fit. Please shorten it.
board-idea-not-yours = This idea cannot be changed from this browser.
board-no-vote = There is no vote open just now.
board-ballot-dropped = A new round of voting has started, so your dots of the round before were not sent. Please choose again.
board-ballot-refused = Your dots were not counted. { $why }
board-answer-refused = Your answer to “Can you live with it?” was not kept. { $why }
board-card-gone = The place where this card was is gone.
board-undo-nothing = There is nothing left to undo.
board-undo-move = Undo move
board-undo-name = Undo name
board-undo-ungroup = Undo ungrouping
board-undo-group = Undo grouping
board-admitted = { $count ->
    [one] { $count } late idea let in.
   *[other] { $count } late ideas let in.
  }
board-idea-hidden = { $number ->
    [none] The idea is hidden from everybody.
   *[other] Idea { $number } is hidden from everybody.
  }
board-name-hidden = The name is hidden from everybody.
board-idea-shown = { $number ->
    [none] The idea is back.
   *[other] Idea { $number } is back.
  }
board-question-changed = The question now reads: { $question }
