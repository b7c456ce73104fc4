# The big screen of a work session.

wall-starts = Starts { $time }
# Another day than today.
wall-starts-on = Starts on { $when }
wall-starts-together = Starts when everybody is here
wall-here = { $names } { $count ->
    [one] is here.
   *[other] are here.
  }
# $done: people who reached their goal
wall-reached = { $done } of { $all } did what they came for.
wall-others = { $count ->
    [one] { $count } other
   *[other] { $count } others
  }
wall-join-code = A picture of the link to join
wall-more = and { $count } more; { $met } of { $all } { $met ->
    [one] is met
   *[other] are met
  }
wall-then = { $item }, then { $next }
wall-ends = ends { $time }
wall-ends-late = ends { $time }, { $minutes } min late
wall-paused = paused
wall-tasks = Tasks
wall-tasks-done = { $done } of { $all }
wall-asked = Can you live with it?
wall-answered = { $count ->
    [0] Nobody has answered yet.
    [one] { $count } person has answered.
   *[other] { $count } people have answered.
  }
wall-board-planned = Everybody gets this question on a board, and writes alone.
wall-board-open = Write on your own device.
wall-board-gone = The board of this item was deleted. The session goes on.
wall-back-at = Back at
wall-break-over = The break ended at
wall-is-it-done = Is it done?
wall-next = the next session is open
wall-recap = Read it on your own screen
wall-recap-code = A picture of the recap’s address
wall-untitled = Work session

## "Done when", one line after the other

wall-done-when = Done when
wall-place = { $place } of { $all }
wall-rest = The rest is on your own screen.
wall-empty = Nothing stands under its heading yet.
wall-no-heading = No heading in the text is called that. Its headings:
wall-no-headings = No heading in the text is called that.
