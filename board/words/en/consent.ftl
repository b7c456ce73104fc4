# “Can you live with it?” in a record: who answered, who objected, and to which wording.

consent-title = Can you live with it?

consent-earlier-wording = An earlier wording
consent-earlier-check = An earlier check
consent-earlier-asked = Asked about an earlier wording:

consent-not-held = “Can you live with it?” was not asked.
consent-not-asked = The group was not asked whether it can live with the decision.
consent-not-this-wording = The group was not asked about the decision as it stands here.
# $sentences: how many answered, and whether anybody objected
consent-another-wording = The group was not asked about this wording, but about an earlier one: { $sentences } The earlier wording: { $wording }

## How many answered. With few answers nothing is shown of them

consent-too-few =
    Too few people answered to show what they said{ $silent ->
        [0] { "" }
       *[other] ; { $silent } said nothing
    }.
consent-answered =
    { $count ->
        [one] { $count } person answered.
       *[other] { $count } people answered.
    }
consent-answered-of =
    { $count } of { $people ->
        [one] { $people } person
       *[other] { $people } people
    } answered; { $silent } said nothing.

## What was objected

consent-objections =
    { $objected ->
        [0] { $stopped ->
            [0] Nobody objected.
           *[other] { $stopped } said stop.
        }
       *[other] { $stopped ->
            [0] { $objected } objected.
           *[other] { $objected } objected and { $stopped } said stop.
        }
    }
consent-about-the-whole = The group was asked about the decision as a whole.
consent-about-an-earlier-wording = The group was asked about an earlier wording of the decision, and not about this one.
consent-doubts =
    { $count ->
        [one] { $count } has doubts.
       *[other] { $count } have doubts.
    }
