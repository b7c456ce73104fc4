# The last item of a work session: one page, one question.

finish-question = Is it done?
finish-all-met = { $all ->
    [one] What was asked for is met.
   *[other] All { $all } are met.
  }
finish-met = { $met ->
    [0] { $all ->
        [one] It is not met yet.
       *[other] None of { $all } is met yet.
      }
    [one] { $met } of { $all } is met.
   *[other] { $met } of { $all } are met.
  }
finish-waits = { $name } says whether it is done. Until then everybody can tick and settle what is left.
finish-waits-nobody = Whoever leads says whether it is done. Until then everybody can tick and settle what is left.

finish-answer-done = It’s done.
finish-answer-nearly = Nearly.
finish-answer-another = We need another session.
finish-about-done = All of it, as it was asked for.
finish-about-nearly = One of us finishes it, by a set day.
finish-about-nearly-alone = I finish it, by a set day.
finish-takes = Carries over what is open: { $left }.
finish-takes-text = Carries over the text.
finish-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
  }
finish-tasks = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
  }
finish-thoughts = { $count ->
    [one] { $count } thought
   *[other] { $count } thoughts
  }
finish-lead-opens = Whoever leads opens it.
finish-finisher = Who finishes it
finish-by = finishes it by
finish-by-alone = I finish it by
finish-day = By which day
finish-which-day = which day?

finish-note = One line about it
finish-note-hint = If there is something to add
finish-elsewhere = Made elsewhere?
finish-elsewhere-hint = A link, a file name, or one line
finish-where = Where is it?
finish-where-hint = Nothing was written here.

finish-nothing = Nothing is left over.
finish-tasks-stay = { $count ->
    [one] One task stays open
   *[other] { $count } tasks stay open
  }
finish-later = For later
finish-fate = What becomes of: { $thought }
finish-fate-next = goes to the next session
finish-fate-task = becomes a task
finish-fate-dropped = is dropped

finish-back = Back to the text
finish-back-beside = Back to work
finish-ends = ends { $time }
finish-over = was to end at { $time }
finish-choose = Choose one of the three
finish-choose-who = Say who finishes it, and by when
finish-press = Finish
finish-and-next = Finish and open the next session
finish-finishing = Finishing …
