# Vote: the ballot, and how far the room is.

vote-runoff = Run-off
vote-runoff-lead = The vote before ended close. Choose again, among these { $count } only.
vote-lead =
    { $dots ->
        [one] Give one dot, at most one to an option.
       *[other] Give up to { $dots } dots, at most one to an option.
    }
vote-secret = Nobody sees a count until the vote is closed.
vote-order = Every browser shows the options in another order, so that none profits from standing first.
vote-give = Give a dot to { $option }, { $left } of { $dots } left
vote-left-short =
    { $left ->
        [0] { $dots ->
            [one] Given
           *[other] All { $dots } given
        }
       *[other] { $left } of { $dots } left
    }
vote-left =
    { $left ->
        [0] { $dots ->
            [one] Your dot is given
           *[other] All { $dots } dots given
        }
        [one] { $left } dot left of { $dots }
       *[other] { $left } dots left of { $dots }
    }
vote-over =
    { $dots ->
        [one] Your dot is given. Take it back to give it here.
       *[other] All { $dots } dots are given. Take one back to give it here.
    }
vote-left-none-ask =
    { $dots ->
        [one] Your dot is given. One more: which is worth the risk? Press the star next to one option.
       *[other] All { $dots } dots given. One more: which is worth the risk? Press the star next to one option.
    }
vote-bold-ask = One more: which is worth the risk?
vote-bold-how = Press the star next to one option.
vote-bold-pick = Worth the risk: { $option }
vote-bold-is = Worth the risk:
vote-bold-none = No pick
vote-skip = Skip
vote-change = Change
vote-bold-later = Pick one worth the risk
vote-bold-said = { $option } is your pick worth the risk.
vote-bold-off = No pick worth the risk.
vote-done = I’m done
vote-done-line = Done. You can still change it.
vote-done-said = Done. You can change your ballot until the vote is closed.
vote-undone-said = Still choosing.
vote-waiting = The ballot is on its way.

## The ballot of the round before

vote-earlier = Your last ballot is here
vote-earlier-use = Use it again
vote-earlier-nothing = Nothing of your last ballot is on this one
vote-put-back = Your last ballot was put back. Change what you like.
vote-put-back-some =
    { $back } of the { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    } of your last ballot { $back ->
        [one] was
       *[other] were
    } put back. Change what you like.
vote-put-back-bold = The pick worth the risk of your last ballot was put back. Change what you like.
vote-came-back-runoff =
    { $count ->
        [one] { $count } of your dots came back to you: its option is not in this run-off.
       *[other] { $count } of your dots came back to you: their options are not in this run-off.
    }
vote-came-back-hidden =
    { $count ->
        [one] { $count } of your dots came back to you: the facilitator has hidden its idea.
       *[other] { $count } of your dots came back to you: the facilitator has hidden their ideas.
    }
vote-came-back-aside =
    { $count ->
        [one] { $count } of your dots came back to you: its option was set aside.
       *[other] { $count } of your dots came back to you: their options were set aside.
    }
vote-came-back-grouped =
    { $count ->
        [one] { $count } of your dots came back to you: its idea is in a group now.
       *[other] { $count } of your dots came back to you: their ideas are in groups now.
    }
vote-came-back-emptied =
    { $count ->
        [one] { $count } of your dots came back to you: its group has no ideas now.
       *[other] { $count } of your dots came back to you: their groups have no ideas now.
    }
vote-came-back-gone =
    { $count ->
        [one] { $count } of your dots came back to you: its idea or group is gone.
       *[other] { $count } of your dots came back to you: their ideas or groups are gone.
    }
vote-came-back-fewer = { $count } of your dots came back to you: this round has fewer dots.
vote-bold-free-runoff = Your pick worth the risk is free again: its option is not in this run-off.
vote-bold-free-hidden = Your pick worth the risk is free again: the facilitator has hidden its idea.
vote-bold-free-aside = Your pick worth the risk is free again: its option was set aside.
vote-bold-free-grouped = Your pick worth the risk is free again: its idea is in a group now.
vote-bold-free-emptied = Your pick worth the risk is free again: its group has no ideas now.
vote-bold-free-gone = Your pick worth the risk is free again: its idea or group is gone.

## When the time is up

vote-time-up = Time is up.
vote-time-up-lead = You can still change your ballot until the facilitator closes the vote.
vote-time-up-facilitator = Ballots still count until you close the vote.
vote-time-up-watcher = Ballots still count until the facilitator closes the vote.
vote-closing = The vote is being counted.

## The room. After a number of people, which stands apart

vote-room-done = <b>{ $count }</b> done
vote-room-choosing = <b>{ $count }</b> still choosing

vote-room-here = <b>{ $count }</b> here
vote-room-few = Fewer than three people have been here for 30 seconds. Whoever sees the count can work out who voted for what.
vote-room-secret = Counts stay hidden on every screen, this one too, until the vote is closed.
vote-room-options =
    { $count ->
        [one] { $count } option on the ballot
       *[other] { $count } options on the ballot
    }
vote-room-close = Close the vote
vote-room-closing = Counting…
vote-room-early =
    { $count ->
        [one] One person is still choosing
       *[other] { $count } people are still choosing
    }
vote-room-early-lead = Their ballots count as they stand now. A closed vote cannot be opened again; a new round starts empty.
vote-room-wait = Wait for them
