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
lobby-join = Scan the code, or open the link.
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
lobby-question = Question
lobby-question-hint = What everyone writes ideas about.
lobby-question-empty = A question is needed.
lobby-minutes = Minutes to write
lobby-problem = Problem
lobby-problem-hint = What is wrong today, in a sentence.
lobby-constraint = Constraint
lobby-constraint-hint = What every idea must respect.
lobby-criterion = What should the vote decide?
lobby-criterion-hint = The headline of the ballot.
lobby-owner = Who decides
lobby-owner-hint = The dots give a shortlist; this person writes the decision.
lobby-visibility = While people write
lobby-hidden = Ideas stay hidden until the reveal
lobby-hidden-hint = Alone first gives more and better ideas.
lobby-visible = Ideas show while people write
lobby-visible-hint = Shuffled and in batches. It protects less.
lobby-sealed = Fixed since writing first opened.
lobby-dots = Dots per person
lobby-dots-hint = Empty: a quarter of the options, 3 to 10.
lobby-saved = Saved
lobby-wrong-number = A whole number from 1 to { $most }.
lobby-changed = Another facilitator has changed this to “{ $text }”. Leave the field again to replace it.
