# One's own ideas: the field for the next one, a pasted list, and how each stands.

own-field = Your idea
own-placeholder = An idea…
own-add = Add idea
# A part between <kbd> and </kbd> is a key.
own-keys = <kbd>Enter</kbd> adds <kbd>Shift</kbd> <kbd>Enter</kbd> new line
own-too-long = { $count ->
    [one] { $count } character too many. Shorten it; nothing is cut off by itself.
   *[other] { $count } characters too many. Shorten it; nothing is cut off by itself.
  }
own-characters-left = { $count ->
    [one] { $count } character left
   *[other] { $count } characters left
  }
own-full = You have added as many ideas as one person can.
own-added = Added.
own-late-hint = It comes after time: the facilitator decides whether it is let in.

own-list-title = { $count ->
    [one] That looks like { $count } idea
   *[other] That looks like { $count } ideas
  }
own-list-lead = Bullets and numbers are taken off. Change what you like.
own-list-add = { $count ->
    [one] Add { $count } idea
   *[other] Add { $count } ideas
  }
own-list-add-first = { $count ->
    [1] Add the first one
   *[other] Add the first { $count }
  }
own-list-one = Keep as one
own-list-item = Idea { $number }
own-list-drop = Leave out idea { $number }
own-list-limit = { $count ->
    [0] You have added as many ideas as one person can. These are kept under the field until you discard them.
   *[other] You can add { $count } more: that is the limit for one person. What does not fit stays here.
  }
own-list-rest = { $count ->
    [one] { $count } pasted idea is not added
   *[other] { $count } pasted ideas are not added
  }
own-list-all = The ideas, one on each line
own-list-long-line = Line { $line } has more than { $limit } characters. Shorten it; nothing is cut off.
own-list-show = Show them
own-list-added = { $count ->
    [one] { $count } idea added.
   *[other] { $count } ideas added.
  }
own-list-late = { $count ->
    [one] { $count } came late; the facilitator can let it in.
   *[other] { $count } came late; the facilitator can let them in.
  }
own-list-refused = { $count ->
    [one] { $count } idea not taken. Your list says why.
   *[other] { $count } ideas not taken. Your list says why.
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
