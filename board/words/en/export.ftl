# A work session as a file of Markdown.

export-untitled = Work session
export-state =
    { $state ->
        [plan] This session is being prepared.
        [running] This session is at work; what is in this file may still change.
        [ended] This session has ended.
       *[shared] This session has ended, and its recap is shared.
    }
export-fact-why = Why
export-fact-holds = What holds
export-starts = Starts
export-starts-at = { $day }, { $time } ({ $zone })
export-weekly = { $starts }, every week
export-began = Work began
export-fact-decision = From the decision
export-fact-before = Goes on from the session
export-fact-next = Goes on in the session

export-head-done-when = Done when
export-head-verdict = Is it done?
export-verdict-done = It’s done.
export-verdict-nearly = Nearly. { $finisher } finishes it by { $day }.
export-verdict-finished = It was nearly done. { $finisher } finished it on { $moment }.
export-verdict-another = We need another session.
export-fact-elsewhere = Where it is
export-ended = Ended
export-yes = { $name } says yes ({ $moment })
export-no = { $name } says no ({ $moment })
export-outdated = { $answer }; it has changed since
export-head-contract-answers = What people say to the plan
export-head-verdict-answers = What people say to what was made

export-head-agenda = Agenda
export-column-item = Item
export-column-owner = Who
export-column-planned = Planned
export-column-real = Took
export-minutes = { $minutes } min
export-skipped = skipped
export-total = Together

export-head-people = People
export-leads = leads
export-decides = says when it’s done
export-left = was taken out
export-outcome =
    { $outcome ->
        [done] done
        [nearly] nearly done
       *[not] not done
    }

export-head-tasks = Tasks
export-no-owner = nobody yet
export-now = now
export-first-step = First step: { $step }
export-dropped = dropped
export-head-agreed = Agreed
export-agreement =
    { $outcome ->
        [open] Still asked
        [agreed] Agreed
        [not] Not agreed
        [decided] Decided on a board
        [counted] Counted on a board, nothing decided
       *[unknown] Too few answered to say
    }
export-head-later = For later
export-settled =
    { $settled ->
        [task] became a task
        [next] for the next session
       *[dropped] dropped
    }
export-head-text = The text
# A task in a calendar.
export-task-of = { $task } ({ $owner })
