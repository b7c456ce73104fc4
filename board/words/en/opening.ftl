# The dialogs that open a vote.

opening-title = Open the vote
opening-summary-ideas =
    { $options ->
        [one] { $options } option
       *[other] { $options } options
    }: { $ideas ->
        [one] { $ideas } lone idea
       *[other] { $ideas } lone ideas
    }
# $named groups have a name, $unnamed have none
opening-summary-groups =
    { $options ->
        [one] { $options } option
       *[other] { $options } options
    }: { $groups ->
        [one] { $groups } group
       *[other] { $groups } groups
    }{ $unnamed ->
        [0] { "" }
       *[other] { $named ->
            [0] , none with a name
           *[other] , { $unnamed } without a name
        }
    }
opening-summary-both =
    { $options ->
        [one] { $options } option
       *[other] { $options } options
    }: { $groups ->
        [one] { $groups } group
       *[other] { $groups } groups
    }{ $unnamed ->
        [0] { "" }
       *[other] { $named ->
            [0] , none with a name,
           *[other] , { $unnamed } without a name,
        }
    } and { $ideas ->
        [one] { $ideas } lone idea
       *[other] { $ideas } lone ideas
    }
opening-each =
    { $dots ->
        [one] { $dots } dot each
       *[other] { $dots } dots each
    }
opening-none = There is nothing to vote on. Take something back in.
opening-alike = These { $count } look alike. Their dots would be split: set one aside, or join them in Group.
opening-alike-more =
    { $count ->
        [one] { $count } more group of options looks alike.
       *[other] { $count } more groups of options look alike.
    }
opening-many = More than 20 options are hard to weigh. Set some aside: they stay on the board.
opening-criterion = What should the vote decide?
opening-criterion-hint = The headline of the ballot. One question everybody answers with their dots.
opening-criterion-example = Which would help most within a year?
opening-dots = Dots for each person
opening-fewer = One dot fewer
opening-more = One dot more
opening-usual = { $dots } is right for this many options.
opening-own = Set by you. { $dots } would be usual.
opening-use-usual = Use { $dots }
opening-minutes = Minutes to vote
opening-minutes-hint = Empty: no clock.
opening-minutes-wrong = A whole number from 1 to { $most }, or nothing.
opening-on-ballot = On the ballot
opening-aside = Set aside ({ $count })
opening-put-aside = Set aside
opening-put-aside-of = Set aside: { $option }
opening-take-in = Take back in
opening-take-in-of = Take back in: { $option }
opening-name-for = Name for group { $letter }
opening-name-placeholder = Give it a name
opening-unnamed = No name yet. It appears as:
opening-again = Whoever compares two counts can see what a single new voter chose. So this vote cannot be closed with one or two new voters.
opening-open = Open the vote
opening-busy = Opening the vote
