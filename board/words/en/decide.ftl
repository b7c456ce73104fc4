# Decide: the count, the shortlist, the check of a wording, and making it final.

decide-none = Nobody gave a dot.
decide-none-lead = There is no count to go by. Choose by hand, or vote again.
decide-facts =
    { $voted } of { $joined ->
        [one] { $joined } person
       *[other] { $joined } people
    } voted and gave { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    }
decide-show-again = Show it again
decide-more =
    { $dots ->
        [0] Show { $count } more without a dot
        [one] Show { $count } more, { $dots } dot or none
       *[other] Show { $count } more, { $dots } dots or fewer
    }
decide-unspent =
    { $dots ->
        [one] { $dots } dot not given
       *[other] { $dots } dots not given
    }
decide-abstained =
    { $count ->
        [one] { $count } empty ballot
       *[other] { $count } empty ballots
    }
decide-shown = opened after a count had been shown
decide-rounds = Rounds
decide-round = Round { $round }
decide-round-runoff = Round { $round }, run-off
decide-caption = The count of round { $round }: dots and picks worth the risk for each option
decide-option = Option
decide-dots = Dots
decide-bold = Worth the risk
decide-on-it = On the shortlist
decide-not-on-it = Not on it
decide-put = On the shortlist: { $option }
decide-bold-always = On the shortlist as the boldest pick
decide-against = Chosen against the count
decide-left-out = Left out against the count
decide-cut = The shortlist ends here
decide-proposed-cut = Shortlist by votes ends here
decide-tie = These { $count } are tied: a run-off or a choice decides
decide-runoff-on = Run-off on these { $count }
decide-runoff-chosen = Run-off on the { $count } chosen
decide-everything = Vote again on everything
decide-another-round = Another round
decide-runoff-title = Open a run-off
decide-again-title = Vote again
decide-runoff-lead =
    A new ballot with { $options ->
        [one] { $options } option
       *[other] { $options } options
    }, { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    } each. It starts empty; this count stays.
decide-again-lead = A new ballot with every option. It starts empty; this count stays.
decide-runoff-open = Open the run-off
decide-again-open = Open the new round
decide-elsewhere = Also on the shortlist, from another round:
decide-count = How the dots fell
decide-write = Write the decision
decide-wait = The facilitator writes the decision next. You will read it here and say whether you can live with it.
# After the number of options, which stands apart
decide-chosen = <b>{ $count }</b> on the shortlist

## “Can you live with it?”

decide-check-secret = Nobody sees who answered what. All answers are shown at once, in random order.
decide-reason = Your reason, if you want to give one
decide-reason-hint = It is shown without your name.
decide-answer-kept = Your answer is kept. You can change it until the check ends.
decide-answer-sending = Keeping your answer…
decide-reason-too-long =
    { $over ->
        [one] Too long to be kept: shorten it by one character.
       *[other] Too long to be kept: shorten it by { $over } characters.
    }
decide-wording-changed = The wording has changed. Please answer again.
decide-answered = { $answered } of { $joined } answered
# After the number of people who answered, which stands apart
decide-answered-of = <b>{ $count }</b> of { $joined } answered
decide-answers-coming = Answers are coming in
decide-check-few = Fewer than three people have been here for 30 seconds. Whoever sees the answers can work out who gave them.
decide-check-hidden = Answers and reasons stay hidden until the check is ended.
decide-check-end = End the check
decide-check-ending = Ending the check…
decide-reword = Change the wording
decide-result = What the group answered
decide-silent = No answer
decide-reasons = Reasons, in random order
decide-no-reasons = Nobody gave a reason.
decide-result-caption = Answers to “Can you live with it?”
decide-result-answer = Answer
decide-result-count = People
decide-earlier-wordings =
    { $count ->
        [one] One earlier wording was checked, too.
       *[other] { $count } earlier wordings were checked, too.
    }

## Making it final

decide-final = Make it final
decide-final-title = Make it final?
decide-final-lead = This is what everybody will read. It cannot be changed afterwards.
decide-final-open-check = The check is still open. Answers that are not shown yet will not be seen before it is final.
decide-final-no-check = The group was not asked whether it can live with this wording.
decide-freezing = Making it final…
decide-final-back = Not yet
decide-how = How we got there
decide-voted-on = What we voted on:
decide-recommendation = Recommendation
decide-decision = Decision
decide-why = Why:
decide-by = Decides by
decide-shortlist = Shortlist
decide-shortlist-of =
    { $count } of { $options ->
        [one] { $options } option
       *[other] { $options } options
    }
decide-next = What happens next
