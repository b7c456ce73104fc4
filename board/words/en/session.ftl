# A work session: what its items are called, and what it says of itself.

session-step-agree = Agree
session-step-board = Find ideas
session-step-draft = Draft
session-step-review = Review
session-step-work = Work
session-step-break = Break
session-step-finish = Finish

# The condition of somebody who works alone and names none.
session-exists = { $artifact } exists
session-untitled = Work session
session-qr-lead = A picture of the link for whoever leads
session-qr-join = A picture of the link to join this session
session-qr-read = A picture of the link to follow this session
session-qr-calendar = A picture of the address for a calendar
session-qr-recap = A picture of the recap’s address
session-qr-accept = A picture of the link to say yes to it

## What an agreement says in the text

session-agreement =
    { $outcome ->
        [agreed] Agreed: { $text }
        [alone] Decided: { $text }
       *[not_agreed] Not agreed: { $text }
    }
session-agreement-why = (because { $why })

## What came of a board that was opened in the session

session-board-decided = Decided on the board: { $text }
session-board-counted = Counted on the board, nothing decided: { $text }
session-board-option =
    { $dots ->
        [one] { $name } ({ $dots } dot)
       *[other] { $name } ({ $dots } dots)
    }
session-board-more = { $count } more

## The decision in the text of a session that begins with it

session-decision-why = Why:
session-decision-constraint = What holds:
session-decision-step = Next step:
session-decision-objection = Said on the board, by nobody in particular: { $reason }
session-decision-objections-more = { NUMBER($count) } more are in the decision.
session-decision-objections-nobody =
    { $count ->
        [one] Nobody has to say whether it was theirs.
       *[other] Nobody has to say whether one was theirs.
    }
session-decision-link = The decision of { DATETIME($day, dateStyle: "long") }
