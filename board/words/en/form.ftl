# Writing the decision.

form-title = Write the decision
form-lead = What you write here stays in this browser until you show it to the group.
form-not-kept = This browser keeps no drafts. A refresh loses the text.
form-outcome = What is it?
form-outcome-decided = A decision
form-outcome-decided-hint = Someone here has the authority to decide.
form-outcome-recommended = A recommendation
form-outcome-recommended-hint = Somebody decides later, by a date.
form-decision = The decision, in one sentence
form-recommendation = The recommendation, in one sentence
form-decision-example = For example: We pilot council-built sections on two sites from March.
form-why = Why
form-why-hint = One to three sentences. It stands directly under the decision.
form-owner = Who decides
form-owner-hint = One name. The dots give a shortlist; a person decides.
form-decide-by = Decides by
form-decide-by-example = 28 November
form-steps = What happens next
form-steps-today = Which of these do you start today?
form-step = Next step { $place }
form-step-owner = Who
form-step-when = When
form-add-step = Add a step
form-remove-step = Remove step { $place }
form-shortlist = The shortlist it rests on
form-shortlist-empty = Nothing is on the shortlist yet.
form-shortlist-dots =
    { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    }
form-shortlist-dots-against =
    { $dots ->
        [one] { $dots } dot · Chosen against the count
       *[other] { $dots } dots · Chosen against the count
    }
# Beside each option while nothing is written: its words come into the sentence
form-begin = Begin with this
form-begin-with = Begin with this: { $title }
form-shortlist-change = Choose others
form-show = Show it to everybody
form-show-hint = Everybody reads exactly this and answers “Can you live with it?”
form-show-again = The wording is new, so the check starts again. Earlier answers stay in the record.
form-show-same = The sentence stays as it is, and so do the answers to it.
form-shown = Everybody can read it now.
form-leave = Back without changing
form-back = Back to the count

## What is missing

form-missing-decision = Write the sentence first.
form-missing-owner = Say who decides.
form-missing-by = Say by when it is decided.
form-missing-shortlist = Put at least one option on the shortlist.
form-missing-step = Say what the step is, or leave the row empty.

## Two facilitators write

form-newer = Another facilitator has shown a new wording.
form-newer-lead = Everybody reads it now. Your draft is kept as it is: let theirs stand, or put yours in its place.
form-replace = Replace it
form-keep-theirs = Keep theirs
form-compare = Compare with yours
form-aside-kept = Your own draft is kept in this browser.
form-take-up = Go on with it
form-discard = Discard it
