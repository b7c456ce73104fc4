# A work session that has ended.

ended-kind = Work session
# For somebody who was not there.
ended-late = { $how ->
    [finished-today] This was finished at { $time }. Here is what was made.
    [finished] This was finished on { $day } at { $time }. Here is what was made.
    [ended-today] This session ended at { $time }. Here is what came of it.
   *[ended] This session ended on { $day } at { $time }. Here is what came of it.
  }
ended-judge = Who says it’s done
ended-day = When
ended-time = Time
ended-people = Who was there
ended-others = { $count ->
    [one] { $count } other
   *[other] { $count } others
  }
ended-agreed = Agreed before
ended-accepted = Accepted
ended-said-yes = { $name }, { $day }
ended-said-no = { $name } says not yet, { $day }
ended-outdated = (before it changed)
ended-minutes = { $real ->
    [one] { $real } minute.
   *[other] { $real } minutes.
  }
ended-words = { $words ->
    [one] { $words } word
   *[other] { $words } words
  }{ $headings ->
    [0] .
    [one] , one heading.
    [2] , two headings.
    [3] , three headings.
    [4] , four headings.
    [5] , five headings.
   *[other] , { $headings } headings.
  }

ended-about = About this session
# What stands first, for each person.
ended-accept = Is it done?
ended-accept-asked = You say whether “{ $artifact }” is done.
ended-accept-go = Look at it and answer
ended-own-tasks = { $count ->
    [one] Your task
   *[other] Your tasks
  }
ended-own-calendar = Add to calendar
ended-you-said = You said
ended-undated = { $count ->
    [0] Every task has a day.
    [one] One task has no day yet.
   *[other] { $count } tasks have no day yet.
  }
ended-pause = A pause
ended-pause-due = Two sessions in a row. Take ten minutes away from the screen.
ended-pause-take = Back at { $time }
ended-pause-back = Back at { $time }
ended-pause-away = Everything is kept. You can close this page.
ended-pause-over = The pause is over

ended-finish-it = Finish it
ended-open = { $all ->
    [0] It is yours to finish.
   *[other] { $open ->
        [0] All of it is met.
       *[other] { $open } of { $all } { $open ->
            [one] is open.
           *[other] are open.
        }
    }
  }
ended-write = Keep writing
ended-write-where = Add it
ended-write-under = under “{ $heading }”
ended-write-end = at the end
ended-write-add = Add to the text
ended-finished = It’s finished
ended-finished-hint = After that, nobody can add to it.

ended-recap = The recap
ended-recap-own = Only the people of this session see it so far.
ended-recap-lead-shares = Whoever leads can share it with others.
ended-recap-share = Share it
ended-recap-preview = See it as readers will
ended-recap-shared = Shared on { $day }.
ended-recap-code = A picture of the recap’s address
ended-recap-copy = Copy the link
ended-recap-copied = Link copied.
ended-recap-by-hand = The link, to copy by hand
ended-recap-open = Open the recap
ended-recap-link = Anyone with the link can read it. Search engines do not list it.
ended-recap-public = Anyone can read it, and search engines can list it.
ended-recap-change = Change
ended-recap-correct = Correct it
ended-recap-correct-what = Something wrong? You can correct it. Readers keep what they have until you share it again; then the old page says that a newer one exists.
ended-recap-corrected = It is being corrected. Readers see the one of { $day }.
ended-recap-name = Show my name to readers
ended-recap-name-hint = On the page only, and you can take it back at any time. Files that people save say P1, P2 and so on.

ended-correcting = Correct it
ended-correcting-write = Add what is missing, and tick what is met.
ended-correcting-what = Readers keep the earlier one until you share it again.
ended-correcting-share = Share it again

ended-elsewhere = Where it is
ended-agreements = Agreed
ended-sees-to-it = { $name } sees to it.
ended-for-it = { $names } { $count ->
    [one] agrees.
   *[other] agree.
  }
ended-against-it = { $names } { $count ->
    [one] does not.
   *[other] do not.
  }

ended-goals = Goals
ended-no-goal = No goal
ended-outcome = { $outcome ->
    [done] It’s done
    [nearly] Nearly
    [not] Not this time
   *[none] Not said
  }

ended-tasks = Tasks
ended-since = { $done ->
    [0] { $all ->
        [one] Since then: the task is open.
       *[other] Since then: none of { $all } done.
      }
   *[other] Since then: { $done } of { $all } done.
  }
ended-tasks-went-on = Open tasks have gone on to the next session. Change them there.

ended-text = The text
ended-text-none = Nothing was written here, and no link was given.
ended-read-all = Read all of it
ended-read-less = Show less
ended-copy = Copy with formatting
ended-save = Save
ended-watch = Watch it being made
ended-copied = Copied.
ended-copy-failed = This browser does not let the page copy. Select the text and copy it by hand.
ended-later = For later

ended-next = Next
ended-next-none = There is no next session.
ended-next-none-yet = There is no next session yet. Whoever leads can open one, and it will be at this same link.
ended-next-plan = Plan the next session
ended-next-alone = Next: { $minutes } minutes
ended-next-thought = “{ $thought }” comes along, with everything else that is open.
ended-next-takes = Carries over unmet lines, open tasks, thoughts for later and the text. The links stay the same.
ended-next-open = The next session is open.
ended-next-go = Go there
ended-next-carried = The same people and the same links. What was left is there already.
ended-next-carried-alone = What was left is there already.
ended-next-waits = Whoever leads opens the next session. It will be at this same link.

ended-more = More
ended-keep = Take away
ended-save-md = The text and what was agreed (.md)
ended-save-json = All data (.json)
ended-save-ics = Calendar (.ics)
ended-stays = This session is kept until whoever leads deletes it.
ended-goes = If nobody uses it before then, this session is deleted on { $day }.
ended-reopen = Go on working
ended-links = New links
ended-links-title = Make new links?
ended-links-lead = The links to join, to follow and to say yes stop working, and everybody who came by them is out. With the new link they come back to what was theirs. Your own link stays.
ended-links-back = Keep the links
ended-links-press = Make new links
ended-links-made = These are the new links
ended-links-made-lead = The old ones do not work any more. Give these to those who are to come back.
ended-links-close = Close
ended-link-lead = For whoever leads: yours alone
ended-link-join = To join
ended-link-read = To follow, and for the big screen
ended-link-accept = To say yes, and nothing else
ended-link-copy = Copy
ended-link-copied = Copied
ended-delete = Delete
ended-delete-title = Delete this session for good?
ended-delete-lead = The text with all its versions, tasks, agreements, answers and names go at once, for everybody. There is no way back.
ended-delete-recap = The shared recap goes, too. Copies that people have saved can still be checked.
ended-delete-chain = The sessions before and after it stay.
ended-delete-word = delete
ended-delete-type = Type “{ $word }” to be sure
ended-delete-back = Keep it
ended-delete-press = Delete the session
ended-deleting = Deleting …
