# How long a board and its decision are kept, and deleting them.

keep-title = How long it stays
keep-board-goes = If nobody uses it before then, this board is deleted on { $day }.
keep-board-stays = This board is kept until it is deleted here.
keep-decision-goes = Its decision is deleted on { $day }.
keep-decisions-go = { $days ->
    [1] Its decision is kept for one day from when it is made final.
   *[other] Its decision is kept for { $days } days from when it is made final.
  }
keep-delete = Delete this board
keep-delete-title = Delete this board for good?
keep-delete-lead = Everything on it goes at once, for everybody: ideas, groups, votes and answers. There is no way back.
keep-which = And the decision?
keep-keep = Keep the decision
keep-keep-hint = Its page and files stay at their link. Nobody can delete them by hand afterwards.
keep-both = Delete the decision too
keep-both-hint = Its link will say that there was one and that it was deleted. Copies that people saved are theirs.
keep-word = delete
keep-type = Type “{ $word }” to be sure
keep-press = Delete the board
keep-press-both = Delete board and decision
keep-deleting = Deleting …
keep-back = Keep the board
keep-failed = That did not work, and nothing was deleted. Please try again in a moment.
