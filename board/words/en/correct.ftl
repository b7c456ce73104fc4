# Opening a final decision again.

correct-button = Correct the decision
correct-title = Open the decision again?
correct-decide = Enter what was decided
correct-decide-title = Enter what was decided?
correct-lead = The record stays as it is, at its link. What you make final next becomes a new record, and each names the other.
correct-what = Wording, why, who decides, shortlist and next steps can change. Ideas, groups and the count stay as they were.
correct-unchanged = Make it final again without a change, and no new record is made.
correct-back = Leave it as it is
correct-press = Open it again
correct-opening = Opening …
correct-stands = This decision was made final before. Until a new record is made, that one stands.
correct-record = Read it
