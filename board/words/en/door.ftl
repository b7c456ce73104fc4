# The door of a work session: what it is, who is here, and the name to come in by.

door-starts-here = It starts when everybody is here.
door-starts-at = Starts at { $time }
# Another day than today.
door-starts-on = Starts on { $when }
door-starts-weekly = { $starts }, and every week at this time
door-starts-in = Starts at { $time }, in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }
door-runs = { $item }, { $minutes ->
    [one] { $minutes } minute left
   *[other] { $minutes } minutes left
  }
door-runs-over = { $item }, its time is over
door-paused = { $item }, paused
door-here-nobody = Nobody is here yet.
door-here = { $count ->
    [one] is here
   *[other] are here
  }
door-here-more = and { $count } more
door-name = Your name
door-goal = What will you have at the end?
door-goal-example = Chapter 3, sketched
door-join = Join
door-privacy = From here on people see your name and what you type.
door-privacy-decision = From here on people see your name and what you type. Nothing that is kept connects it with what you wrote or chose on the board.
door-name-missing = Write your name, so that the others know who is here.
door-too-long = Too long by { $count }.
door-locked = This session is locked
door-locked-more = Whoever leads has closed the door. Ask them to open it; this page then lets you in without being loaded again.
