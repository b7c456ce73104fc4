# The recap of a work session: its page and its files.

recap-kind = Work session
recap-todo = Tasks, for a list of tasks
recap-draft = Preview. Nothing is shared yet, and nothing here is final.
recap-no-verdict = Not ended yet.

## Facts under the verdict

recap-ended-on = When
recap-nearly-on = Nearly done
recap-finished-on = Finished
recap-time = Time
recap-there = Who was there
recap-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
  }
recap-others = { $count ->
    [one] { $count } other
   *[other] { $count } others
  }
recap-agreed = Agreed before
recap-accepted = Accepted
recap-said-yes = { $name }, { $moment }
recap-said-no = { $name } says no, { $moment }
recap-outdated = { $said } (before it changed)
recap-numbered = P1, P2 and so on are people who were there. Their names are not part of the record.
recap-problem = The problem
recap-constraint = What holds

## What changed

recap-change-nothing = From an empty page to { $words ->
    [one] { $words } word
   *[other] { NUMBER($words) } words
  } in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }.
recap-change-brought = From { $before ->
    [one] { $before } word
   *[other] { NUMBER($before) } words
  } to { NUMBER($words) }.
recap-change-marked = A text was brought along. What is new is marked, what went is struck through.
recap-change-marked-earlier = The session before left a text. What is new is marked, what went is struck through.
recap-change-hidden = A text was brought along. Readers do not see it; its checksum stands in the record.
recap-change-earlier = The session before left a text. Readers do not see it; its checksum stands in the record.
recap-change-elsewhere = Made elsewhere.
recap-change-none = Nothing was written here.
recap-change-none-at-all = No link was given either.
recap-change-none-about = No link was given either. What was agreed and what is open stands below.

## What was agreed, and who does what

recap-outcome =
    { $outcome ->
        [agreed] Agreed
        [not] Not agreed
        [alone] Decided
       *[unknown] Too few answered to say
    }
recap-decided-on-board = Decided on a board
recap-sees-to-it = { $name } sees to it.
recap-silent = { $count ->
    [one] { $count } did not answer
   *[other] { $count } did not answer
  }
recap-agrees = { $name } agrees
recap-disagrees = { $name } does not agree
recap-tasks-done = { $done ->
    [0] { $all ->
        [one] One task, open.
       *[other] { $all } tasks, all open.
      }
   *[other] { $done } of { $all } done.
  }
recap-no-date = No date yet

## What the lead changed while the work went on

recap-changed =
    { $field ->
        [artifact] What will exist, at { $time } UTC
        [audience] Who it is for, at { $time } UTC
        [problem] The problem, at { $time } UTC
        [constraint] What holds, at { $time } UTC
        [owner] Who says when it’s done, at { $time } UTC
        [starts] The start, at { $time } UTC
        [zone] The time zone, at { $time } UTC
        [minutes] The minutes, at { $time } UTC
       *[condition] A line of “Done when”, at { $time } UTC
    }
# $said: what changed and when
recap-changed-from = { $said }. Before: { $old }

## The page

recap-by-alone = To be finished by { $day }.
recap-accepted-by = Accepted by { $names }.
recap-finish-it = The rest is finished
recap-session = Session { $number } of its chain
# $before: a list, such as "Session 1 (Nearly, 27 November 2026) and Session 2 (Done, 3 December 2026)"
recap-session-after = Session { $number } of its chain, after { $before }
recap-session-told =
    Session { $number } { $verdict ->
        [done] (Done, { $day })
        [nearly] (Nearly, { $day })
       *[another] (Another session needed, { $day })
    }
# "48 minutes. 412 words, five headings."
recap-short-minutes = { $minutes ->
    [one] { $minutes } minute.
   *[other] { $minutes } minutes.
  }
recap-short-text = { $words ->
    [one] { $words } word
   *[other] { NUMBER($words) } words
  }{ $headings ->
    [0] { "" }
    [1] , one heading
    [2] , two headings
    [3] , three headings
    [4] , four headings
    [5] , five headings
    [6] , six headings
    [7] , seven headings
    [8] , eight headings
    [9] , nine headings
   *[other] , { $headings } headings
  }.
recap-title = { $artifact }: { $verdict }
recap-skip = To the result
recap-head-answered = You said → we changed
recap-head-changed = What changed
recap-head-why = Why it looks like this
recap-head-next = What they would do next
recap-head-goals = Goals
recap-head-minutes = Minutes
recap-head-began = Where it began
recap-head-meanwhile = Changed on the way
recap-chain-session = Session { $number }
# Behind the number of a session, in brackets.
recap-chain-here = this page
recap-chain-told =
    { $verdict ->
        [done] Done, { $day }
        [nearly] Nearly, { $day }
       *[another] Another session needed, { $day }
    }
recap-chain-more = … { NUMBER($count) } more
recap-chain-decision-deleted = The decision was deleted
recap-head-before = The text it began with
recap-accepted-later = Accepted since
recap-watch-lead = { $seconds } seconds, without names
recap-watch-steps = Step by step, without names
recap-was = Before
recap-became = Now
recap-decision = The decision
recap-read-decision = Read the decision
recap-read-all = Read all of it
recap-copy-text = Copy with formatting
recap-text-copied = Copied with formatting
recap-more = { NUMBER($count) } more
recap-more-changes = All other changes
recap-since = Since then: { $done } of { $all } done.
recap-task-state =
    { $state ->
        [open] Open
        [done] Done
       *[dropped] Dropped
    }
recap-task-since =
    { $state ->
        [open] Open again since then
        [done] Done since then
       *[dropped] Dropped since then
    }
recap-skipped = skipped, { $planned } planned
recap-not-reached = not reached, { $planned } planned

## On paper

# Where in the text a line of “Done when” is met.
recap-paper-page = Page { $page }
recap-paper-follows = Follows the recap
