# One's own ideas: the field for the next one, a pasted list, and how each stands.

own-field = Your idea
own-placeholder = An idea…
own-add = Add idea
# A part between <kbd> and </kbd> is a key.
own-keys = <kbd>Enter</kbd> adds <kbd>Shift</kbd> <kbd>Enter</kbd> new line
own-too-long = { $n ->
    [one] { $n } character too many. Shorten it; nothing is cut off by itself.
   *[other] { $n } characters too many. Shorten it; nothing is cut off by itself.
  }
own-characters-left = { $n ->
    [one] { $n } character left
   *[other] { $n } characters left
  }
own-full = You have added as many ideas as one person can.
own-added = Added.
own-late-hint = It comes after time: the facilitator decides whether it is let in.

own-list-title = { $n ->
    [one] That looks like { $n } idea
   *[other] That looks like { $n } ideas
  }
own-list-lead = Bullets and numbers are taken off. Change what you like.
own-list-add = { $n ->
    [one] Add { $n } idea
   *[other] Add { $n } ideas
  }
own-list-add-first = { $n ->
    [1] Add the first one
   *[other] Add the first { $n }
  }
own-list-one = Keep as one
own-list-item = Idea { $n }
own-list-drop = Leave out idea { $n }
own-list-limit = { $n ->
    [0] You have added as many ideas as one person can. These are kept under the field until you discard them.
   *[other] You can add { $n } more: that is the limit for one person. What does not fit stays here.
  }
own-list-rest = { $n ->
    [one] { $n } pasted idea is not added
   *[other] { $n } pasted ideas are not added
  }
own-list-all = The ideas, one on each line
own-list-long-line = Line { $line } has more than { $limit } characters. Shorten it; nothing is cut off.
own-list-show = Show them
own-list-added = { $n ->
    [one] { $n } idea added.
   *[other] { $n } ideas added.
  }
own-list-late = { $n ->
    [one] { $n } came late; the facilitator can let it in.
   *[other] { $n } came late; the facilitator can let them in.
  }
own-list-refused = { $n ->
    [one] { $n } idea not taken. Your list says why.
   *[other] { $n } ideas not taken. Your list says why.
  }

own-saved = saved
own-saving = saving…
own-offline = offline, waiting
own-late = came late
own-refused = not taken
own-late-why = Kept. It came after time; the facilitator can let it in. If it is let in alone, people may guess whose it is.
own-idea-set-back = The board was put back to an earlier state, and this idea is not on it any more. The text is still here.
own-change-set-back = The board was put back to an earlier state, and your change is not on it. Your words are still here: save them again.
own-unfinished = We sent your unfinished idea: finish or withdraw it
own-finish = Finish it
own-fine = Send as is
own-edit = Edit
own-edit-label = Change your idea
own-withdraw = Withdraw
own-withdrawn = Idea withdrawn.
own-withdrawn-soon = Idea withdrawn. The others stop seeing it in a few seconds.
own-change-waits = change not saved yet
own-others-soon = Saved. The others see it in a few seconds.
own-again = Put it back in the field
own-yours = Yours
own-left-out = Yours, not in the record
own-left-out-why = Came late and was not let in. Only this browser still has the text.
