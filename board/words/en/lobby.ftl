# Welcome: arriving, and the settings of the board.
# A part between <b> and </b> is drawn strong.

lobby-in = You’re in.
lobby-here = { $count ->
    [0] Just you so far.
    [1] Just you so far.
   *[other] { $count } people here.
  }
lobby-starts = Writing starts when the facilitator starts it.
lobby-rules = Four rules for writing
lobby-rule-many = <b>Go for many.</b> Choosing comes later.
lobby-rule-plain = <b>Say it, don’t explain it.</b> One idea at a time.
lobby-rule-odd = <b>Odd ones are welcome.</b> They lead to good ones.
lobby-rule-stuck = <b>Stuck?</b> Read the question again and keep going.
lobby-waiting = { $count ->
    [0] Nobody here yet
    [one] { $count } person here
   *[other] { $count } people here
  }
lobby-summary-hidden = { $minutes ->
    [one] <b>{ $minutes } minute to write</b>, hidden until the reveal
   *[other] <b>{ $minutes } minutes to write</b>, hidden until the reveal
  }
lobby-summary-visible = { $minutes ->
    [one] <b>{ $minutes } minute to write</b>, shown while people write
   *[other] <b>{ $minutes } minutes to write</b>, shown while people write
  }

lobby-edit = Question and settings
lobby-fold = Fold the settings
