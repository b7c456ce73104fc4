# The vote in a record: the shortlist, the count of every round, and what a careful reader should know of it.

tally-shortlist = The shortlist
tally-shortlist-ends = The shortlist ends here
tally-set-aside = Set aside before the vote
tally-no-vote = No vote was held.
tally-rules =
    Everybody had { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    } for { $options ->
        [one] { $options } option
       *[other] { $options } options
    }, at most one on each, and one pick for the idea that is worth the risk.
tally-open-a-line = Open a line to see where it came from and how it scored.
# Dots are drawn to a scale when there are many of them.
tally-scale = Each dot drawn here stands for { $each } dots.
# Stands before "7 more options", on the screen only.
tally-show = Show
tally-more-options =
    { $count ->
        [one] { $count } more option
       *[other] { $count } more options
    }
tally-options =
    { $count ->
        [one] { $count } option
       *[other] { $count } options
    }

## Columns, and the units behind a number that stands in a column

tally-option = Option
tally-dots = Dots
tally-bold = Worth the risk
tally-unit-dots =
    { $count ->
        [one] dot
       *[other] dots
    }
tally-unit-bold =
    { $count ->
        [one] pick for worth the risk
       *[other] picks for worth the risk
    }
# One line of the shortlist in an e-mail.
tally-line =
    { $name } ({ $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    })

## Why a line is on the shortlist

tally-reason-count = by the count
tally-reason-bold = there as “Worth the risk”
tally-reason-chosen = chosen against the count
tally-listed-count = On the shortlist by the count.
tally-listed-bold = On the shortlist as the boldest pick, whatever its dots.
tally-listed-chosen = On the shortlist by choice, against the count.

## The story of one line

tally-came-from = Where it came from
tally-how-scored = How it scored
tally-objected = What was objected
# $round: "Round 2, a run-off"
tally-scored =
    { $round }: { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    }, place { $place } of { $options }{ $tied ->
        [0] { "" }
        [one] , tied with { $tied } other
       *[other] , tied with { $tied } others
    }{ $bold ->
        [0] { "" }
        [one] ; { $bold } pick for worth the risk
       *[other] ; { $bold } picks for worth the risk
    }.

## Rounds

tally-round = Round { $number }
tally-runoff = Round { $number }, a run-off
tally-score = { $name } { $dots }
# $scores: "“A” 5, “B” 4"
tally-runoff-result = Round { $number }, a run-off: { $scores }.
tally-after-a-count = Round { $number } was opened after a count had been shown.
tally-proxies =
    { $count ->
        [one] { $count } ballot was entered by the facilitator for people in the room.
       *[other] { $count } ballots were entered by the facilitator for people in the room.
    }
tally-without-code =
    { $count ->
        [one] { $count } ballot came without a vote code, so nobody can look up its dots.
       *[other] { $count } ballots came without a vote code, so nobody can look up their dots.
    }
# $joined is 0 when it is not known.
tally-turnout =
    { $joined ->
        [0] { $ballots ->
            [one] { $ballots } person
           *[other] { $ballots } people
        }
        [one] { $ballots } of { $joined } person
       *[other] { $ballots } of { $joined } people
    } voted{ $abstained ->
        [0] { "" }
        [one] ; { $abstained } ballot stayed empty
       *[other] ; { $abstained } ballots stayed empty
    }{ $unspent ->
        [0] { "" }
        [one] ; { $unspent } dot was not spent
       *[other] ; { $unspent } dots were not spent
    }.

## How the cut fell. $names: "“A”, “B” and “C”"; $count: how many they are

tally-margin =
    The shortlist ends between { $above } ({ $most }) and { $below } ({ $less }): { $apart ->
        [one] one dot apart
       *[other] { $apart } dots apart
    }.
tally-tie =
    { $names } have { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    } each.
tally-tied-left-out =
    { $count ->
        [one] { $names } has as many dots as the last line of the shortlist, and was not taken.
       *[other] { $names } have as many dots as the last line of the shortlist, and were not taken.
    }
tally-left-out =
    { $count ->
        [one] By the count { $names } would be on the shortlist, and was left out.
       *[other] By the count { $names } would be on the shortlist, and were left out.
    }
tally-chosen =
    { $count ->
        [one] { $names } was put on the shortlist against the count.
       *[other] { $names } were put on the shortlist against the count.
    }
tally-by-bold =
    { $count ->
        [one] { $names } has the most picks for “Worth the risk”; that alone puts an option on the shortlist.
       *[other] { $names } have the most picks for “Worth the risk”; that alone puts an option on the shortlist.
    }
tally-look-alike =
    { $names } look alike and share { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    }.
# $place: where they would stand as one
tally-look-alike-joined =
    { $names } look alike and share { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    }; joined { $place ->
        [1] they would lead
       *[other] they would stand in place { $place }
    }, if nobody gave a dot to { $count ->
        [2] both
       *[other] several
    }.
