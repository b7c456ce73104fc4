# Copies of the text that are kept: why, what changed since, and how the text came about.

versions-at = Kept at { $time }, { $characters ->
    [one] { $characters } character
   *[other] { NUMBER($characters) } characters
  }.
versions-brought = The text you came with
versions-start = Before the start
versions-item = End of { $item }
versions-break = Before the break
versions-restore = Before going back to { $time }
versions-restored = Before going back to an earlier copy
versions-time = While it was written
versions-end = At the end
versions-next = Handed on to the next session
versions-now = Now

versions-show = What to show
versions-since = Changed since then
versions-before = Changed until then
versions-whole = The whole text
versions-comparing = Comparing …
versions-failed = This copy cannot be shown just now.
versions-again = Try again
versions-same-since = The text stands as it did then.
versions-same-before = The text is the same as in the copy before.
versions-counts-since = Since { $time }: { $added ->
    [0] no words added
    [one] one word added
   *[other] { NUMBER($added) } words added
  }, { $removed ->
    [0] none removed
    [one] one removed
   *[other] { NUMBER($removed) } removed
  }.
versions-counts-between = From { $from } to { $to }: { $added ->
    [0] no words added
    [one] one word added
   *[other] { NUMBER($added) } words added
  }, { $removed ->
    [0] none removed
    [one] one removed
   *[other] { NUMBER($removed) } removed
  }.
versions-newer = The text has changed meanwhile.
versions-newest = Show the newest changes
versions-fold = { $count ->
    [one] One line as it was
   *[other] { NUMBER($count) } lines as they were
  }
versions-cut = … { NUMBER($count) } characters …
versions-reformatted = The same words, formatted differently
# A screen reader says these around words that came or went.
versions-added = added:
versions-removed = removed:
versions-end-of-words = (end)
versions-more = Show more
versions-left-out = { $count ->
    [one] One more line changed.
   *[other] { NUMBER($count) } more lines changed.
  }

versions-restore-this = Go back to this
versions-restore-hint = What stands there now is kept first. What others type meanwhile stays.

## Watch it being made

versions-watch = Watch it being made
versions-watch-lead = The text as it grew, in { $seconds } seconds. Nobody’s name is in it.
versions-watch-steps = The text as it grew, step by step. Nobody’s name is in it.
versions-watch-failed = It cannot be shown just now.
versions-watch-empty = Nothing is written yet.
versions-stage = The text at this moment
versions-play = Play
versions-play-again = Play again
versions-pause = Pause
versions-back = A step back
versions-forward = A step on
versions-step = { $at } of { $all }
