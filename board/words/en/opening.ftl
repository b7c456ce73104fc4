# The dialogs that open a vote.

opening-title = Open the vote
opening-summary =
    { $options ->
        [one] { $options } option
       *[other] { $options } options
    }, { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    } each
opening-none = There is nothing to vote on. Take something back in.
opening-alike = These { $count } look alike. Their dots would be split: set one aside, or join them in Group.
opening-alike-more =
    { $count ->
        [one] { $count } more group of options looks alike.
       *[other] { $count } more groups of options look alike.
    }
opening-many = More than 20 options are hard to weigh.
opening-unnamed-groups =
    { $count ->
        [one] { $count } group has no name yet.
       *[other] { $count } groups have no name yet.
    }
opening-away =
    { $count ->
        [one] { $count } set aside. It stays on the board.
       *[other] { $count } set aside. They stay on the board.
    }
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
opening-scope-groups = Groups only
opening-scope-everything = Everything
opening-options =
    { $count ->
        [one] { $count } option
       *[other] { $count } options
    }
opening-groups = Groups
opening-lone = Ideas in no group
opening-of = { $on } of { $all }
opening-put-aside = Set aside
opening-put-aside-of = Set aside: { $option }
opening-name-for = Name for group { $letter }
opening-name-placeholder = Give it a name
opening-unnamed = No name yet. It appears as:
opening-again = Whoever compares two counts can see what a single new voter chose. So this vote cannot be closed with one or two new voters.
opening-open = Open the vote
opening-busy = Opening the vote
