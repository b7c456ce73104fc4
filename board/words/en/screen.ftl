# The big screen of a board, in every phase.

screen-join = Scan to join
screen-locked = The door is locked. Nobody new comes in.
screen-lost = No connection since { $time }. Trying again.
screen-readonly = The board cannot save just now. Nothing is lost.
screen-page-back = Previous page
screen-page-on = Next page
screen-rest = … The whole text is on your own screen.

## Write

screen-ideas =
    { $count ->
        [one] { $count } idea
       *[other] { $count } ideas
    }
screen-from =
    { $count ->
        [one] from { $count } person
       *[other] from { $count } people
    }

## Read

screen-page = Page { $page } of { $pages }, ideas { $first } to { $last }.
screen-page-one = Page { $page } of { $pages }, idea { $first }.
screen-one = Idea { $number } of { $count }.

## Vote

screen-done = { $done } of { $all } done
screen-options =
    { $count ->
        [one] { $count } option on the ballot.
       *[other] { $count } options on the ballot.
    }
screen-secret = No screen shows a count before the vote closes.

## Decide

screen-count =
    { $people ->
        [one] { $people } person
       *[other] { $people } people
    } voted and gave { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    }.
screen-tied =
    { $count } options with { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    } each
screen-options-rest =
    { $count ->
        [one] { $count } more option, { $dots ->
            [0] without a dot
            [one] { $dots } dot
           *[other] { $dots } dots
        }
       *[other] { $count } more options, { $dots ->
            [0] without a dot
            [one] { $dots } dot or none each
           *[other] { $dots } dots or fewer each
        }
    }
screen-risk = worth the risk
screen-wording = The decision as it stands
screen-answered = { $answered } of { $joined } have answered
screen-answers-hidden = All answers are shown at once, without names.
screen-answers-few = Fewer than three people are here. Answers of so few are not shown.
screen-silent = No answer
screen-no-reasons = Nobody gave a reason.
screen-reason = Reason { $at } of { $count }

## Done

screen-decided-by = Decided by
screen-recommended-to = To be decided by
screen-take = Take it with you
screen-take-what = The decision, the count and every idea, to read and to check.
screen-decision-code = QR code of the decision
screen-work-code = QR code to join the work
screen-work-named = From there on people see your name. Nothing that is kept connects it with what you wrote or chose here.
screen-work-here = The work
screen-work-turn = Show it on this screen

## Group, and parts that several phases show

screen-sheet = Page { $page } of { $pages }
screen-more = and { $count } more
screen-no-name = No name yet
screen-groups =
    { $count ->
        [one] { $count } idea
       *[other] { $count } ideas
    }{ $groups ->
        [0] { "" }
        [one] { " " }in { $groups } group
       *[other] { " " }in { $groups } groups
    }{ $loose ->
        [0] .
       *[other] , { $loose } not grouped yet.
    }
screen-here =
    { $count ->
        [0] Nobody here yet
        [one] { $count } person here
       *[other] { $count } people here
    }
screen-have-read =
    { $ready ->
        [one] { $ready } of { $all } has read them all.
       *[other] { $ready } of { $all } have read them all.
    }
screen-have-grouped =
    { $ready ->
        [one] { $ready } of { $all } has nothing more to group.
       *[other] { $ready } of { $all } have nothing more to group.
    }
