# What Decide and Done say of a decision.

outcome-owner-decided = Who decided
outcome-owner-recommended = Who decides
outcome-recommends =
    The group recommends { $count } of { $options ->
        [one] { $options } option
       *[other] { $options } options
    }. { $owner } decides by { $by }.

## “Can you live with it?”

outcome-check = Can you live with it?
outcome-check-line = Can you live with it? { $result }
outcome-check-other = The group was not asked about this wording, but about an earlier one.
outcome-result-hidden =
    { $silent ->
        [0] Fewer than three people answered, so no answers are shown. Everybody answered.
        [one] Fewer than three people answered, so no answers are shown. One person gave no answer.
       *[other] Fewer than three people answered, so no answers are shown. { $silent } people gave no answer.
    }
outcome-result =
    { $objections ->
        [0] Nobody objects.
        [one] One objection.
       *[other] { $objections } objections.
    } { $silent ->
        [0] Everybody answered.
        [one] One person gave no answer.
       *[other] { $silent } people gave no answer.
    }
