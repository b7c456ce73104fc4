# The settings of a board: in Welcome all of them, later what may still be mended.

settings-wording = What it is about
settings-wording-why = A change shows on every screen at once. Once the vote opens, it stays as it is.
settings-question = Question
settings-question-hint = What everyone writes ideas about.
settings-question-empty = A question is needed.
settings-minutes = Minutes to write
settings-problem = Problem
settings-problem-hint = What is wrong today, in a sentence.
settings-constraint = Constraint
settings-constraint-hint = What every idea must respect.
settings-criterion = What should the vote decide?
settings-criterion-hint = The headline of the ballot.
settings-owner = Who decides
settings-owner-hint = The dots give a shortlist; this person writes the decision.
settings-visibility = While people write
settings-hidden = Ideas stay hidden until the reveal
settings-hidden-hint = Alone first gives more and better ideas.
settings-visible = Ideas show while people write
settings-visible-hint = Shuffled and in batches. It protects less.
settings-sealed = Fixed since writing first opened.
settings-dots = Dots per person
settings-dots-hint = Empty: a quarter of the options, 3 to 10.
settings-saved = Saved
settings-wrong-number = A whole number from 1 to { $most }.
settings-changed = Another facilitator has changed this to “{ $text }”. Leave the field again to replace it.
