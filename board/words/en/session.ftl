# A work session: what its items are called, and what it says of itself.

session-step-agree = Agree
session-step-board = Find ideas
session-step-draft = Draft
session-step-review = Review
session-step-work = Work
session-step-break = Break
session-step-finish = Finish
