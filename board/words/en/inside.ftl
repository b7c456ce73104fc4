# A board inside a session: asking everybody, the running item that is a board, and what comes back of it.

inside-ask = Ask everybody
inside-question = Your question
inside-question-example = Which of these would you leave out?
inside-minutes = Minutes to write
inside-for = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }
inside-promise = Everybody writes alone; nobody sees who wrote what.
inside-next = It comes next, after { $item }.
# $count: the people of the session, at most three
inside-thin = { $count ->
    [1] Only you are here: people who join later know what you wrote.
    [2] With two of you it is easy to guess who wrote what.
   *[3] With three of you it is easy to guess who wrote what.
  }
inside-send = Ask

## The item while it runs

inside-question-on-board = The question on the board
inside-planned = Everybody gets the same question on a board, and writes alone; nobody sees who wrote what.
inside-planned-wait = { $name } opens the board.
inside-planned-wait-lead = Whoever leads opens the board.
inside-open = Open the board
inside-everybody = Everybody is on the board. The text waits.
inside-take-part = Take part
inside-lead = Lead the board
inside-kept = Nothing that is kept connects what you write there with your name here.
inside-new-tab = (opens in a new tab)

## What came of it

inside-agreed = Agreed: { $text }
inside-counted = Counted on the board, nothing decided
inside-dots = { $dots ->
    [one] { $dots } dot
   *[other] { $dots } dots
  }
inside-more = and { $count } more
inside-read = Read the decision
inside-from = Agreed on the board “{ $question }”
inside-counted-from = Counted on the board “{ $question }”, nothing decided
inside-gone = The board of this item was deleted. What was written there is gone; the session goes on.
inside-again = Open another board
inside-dismiss = Close
inside-was-deleted = Its board was deleted.
inside-still-open = The board is still open.
