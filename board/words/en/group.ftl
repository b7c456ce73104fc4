# Group: the wall, its menus and notes, dragging, and the phone's one idea at a time.
# $number is the number of an idea, as text, or "none".

group-loose = Not grouped yet
# $shown ideas can be read, $hidden are hidden by the facilitator
# After the number of ideas, which stands apart
group-counted-rest =
    { $shown ->
        [one] idea
       *[other] ideas
    }{ $hidden ->
        [0] { "" }
       *[other] , { $hidden } hidden
    }
group-loose-of =
    { $shown } of { $all }{ $hidden ->
        [0] { "" }
       *[other] , { $hidden } hidden
    }
group-loose-empty = Every idea is in a group.
group-loose-empty-hint = What you move to “Not grouped yet” comes back here.
group-unnamed = Name this group
group-lettered = Group { $letter }
group-quoted = “{ $name }”
group-gone = a group that is gone
group-empty = Empty. Move an idea here, or choose “Ungroup”.
group-coming =
    { $count ->
        [one] { $count } idea was moved here.
       *[other] { $count } ideas were moved here.
    }
group-show-coming =
    { $count ->
        [one] Show it
       *[other] Show them
    }
group-start-touch = Use the menu of an idea, or hold it and drag it onto one that belongs with it.
group-no-ideas = There are no ideas to group
group-no-ideas-hint = Nobody has written one yet. The facilitator can go back to Write.
group-loading = Getting the ideas…
group-lead-everyone = Drag an idea onto one that belongs with it, or use its menu. Everybody can.
group-lead-finger = Hold an idea and drag it onto one that belongs with it, or use its menu.
group-lead-reading = The facilitator groups the ideas. You can read along.
group-who = Who groups
group-who-everyone = Everybody
group-who-facilitator = Only me
group-density = How much of each idea to show
group-density-full = Full
group-density-compact = Compact
group-density-names = Names only
group-late = { $count } came late
group-let-in =
    { $count ->
        [one] Let it in
       *[other] Let them in
    }
# After the number of ideas, which stands apart
group-grouped = <b>{ $count }</b> grouped
group-not-yet = <b>{ $count }</b> not yet

## Cards

group-move-to = Move to…
group-move-one =
    Move to… { $number ->
        [none] this idea
       *[other] idea { $number }
    }
group-select-idea =
    Select { $number ->
        [none] this idea
       *[other] idea { $number }
    }
group-hidden = The facilitator hid this idea
group-more = more
group-more-of =
    more, the whole text of { $number ->
        [none] this idea
       *[other] idea { $number }
    }
group-less = less
group-less-of =
    less, the whole text of { $number ->
        [none] this idea
       *[other] idea { $number }
    }
group-now-in = Now in { $group }

## What was done

group-undo = Undo
group-back = Back
group-moved =
    { $count ->
        [one] Moved to { $group }.
       *[other] { $count } ideas moved to { $group }.
    }
group-nudged = Place { $place } of { $of }.
group-made =
    { $count ->
        [one] New group of { $count } idea.
       *[other] New group of { $count } ideas.
    }
group-changes =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
group-show-changes = Show

## A group and its name

group-name-label = Name of the group
group-renamed = Renamed to “{ $name }”.
group-renamed-over = Renamed to “{ $name }”. Somebody had just called it “{ $theirs }”.
group-rename-gone = Somebody ungrouped it in the meantime.
group-name-too-long = { $over } too many
group-unfold =
    Show { $group }: { $shown ->
        [one] { $shown } idea
       *[other] { $shown } ideas
    }{ $hidden ->
        [0] { "" }
       *[other] , { $hidden } hidden
    }
group-menu = More for { $group }

## Past merges

group-merges = Past merges
group-merges-lead = The newest first. Each can be undone by itself; the others stay.
group-merges-find = Find a merge
group-merges-mine = Only those made in this browser
group-merges-more = and { $count } more
group-merges-none = No merge like that.
group-merged-ideas =
    { $count ->
        [one] { $count } idea into { $group }
       *[other] { $count } ideas into { $group }
    }
group-merged-group =
    { $name } ({ $count ->
        [one] { $count } idea
       *[other] { $count } ideas
    }) into { $group }
group-merge-undone = Merge undone. All other merges stay.

## Finding and selecting

group-find-idea = Find an idea
group-found =
    { $count ->
        [0] none
       *[other] { $count } found
    }
group-find-clear = Clear
group-select-several = Select several
group-selected = { $count } selected
group-put-together = Put together
group-clear-selection = Clear

## A new group

group-new = New group

## Dragging

group-drop-with = New group of these two
group-carried = { $count } ideas
group-drag-start = Drop it on a group or on another idea. Esc puts it back.
group-drag-cancelled = Put back where it was.

## The menus

group-move-title =
    Move { $number ->
        [none] this idea
       *[other] idea { $number }
    } to…
group-move-several-title = Move { $count } ideas to…
group-menu-else = What else can be done
group-find-or-name = Find a group, or name a new one
group-find = Find a group
group-new-named = New group “{ $name }”
group-new-with = New group with…
group-new-with-title = A new group with which idea?
group-here = here now
group-choice-gone = gone
group-up = Up
group-down = Down
group-select = Select
group-unselect = Unselect
group-hide = Hide this idea
group-unhide = Show it again
group-nothing-found = Nothing by that name.
group-none = No groups yet.
group-rename = Rename
group-show-name = Show only the name
group-show-ideas = Show its ideas
group-join = Join with…
group-join-title = Join { $group } with…
group-joined = Joined with { $group }.
group-dissolve = Ungroup
group-dissolved = { $group } is ungrouped.
group-dissolve-hint = Its ideas go back to “Not grouped yet”.

## Ideas that somebody else moved on

group-moved-again = Somebody moved “{ $text }” on to { $group }.
group-moved-loose = Somebody took “{ $text }” out of its group.
group-put-back = Put it back
group-leave-it = Leave it there

## On a phone

group-one-by-one = One by one
group-all-groups = All groups
group-progress = { $at } of { $of }
group-skip = Skip
group-sorted = Every idea has a group
group-sorted-hint = Look at the groups, give them names, or wait for the vote.
group-skipped =
    { $count ->
        [one] You skipped { $count } idea.
       *[other] You skipped { $count } ideas.
    }
group-again = Go through them again
group-see-groups = See the groups
group-elsewhere = Somebody put it in { $group }.
group-next-idea = Next idea
