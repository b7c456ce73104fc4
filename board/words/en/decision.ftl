# The page of a decision and its saved files.

decision-brand = Shortlist
decision-skip = To the decision
decision-actions = Take it with you
decision-share = Share
decision-copied = Link copied
decision-copy-by-hand = Copy it from here
decision-save = Save as a file
decision-copy-mail = Copy for e-mail
decision-mail-copied = Copied for e-mail
decision-copy-markdown = Copy as Markdown
decision-markdown-copied = Copied as Markdown
decision-more = More
decision-new-board = Start a new board from its open ideas
decision-schema = The format of the record, as a JSON Schema
decision-link = Read it

## Whether it is there, and for how long

decision-newer = A newer record exists. This one stays as it was.
decision-follows = This record follows an earlier one.
decision-read-newer = Read the newer one
decision-read-newest = Read the newest
decision-read-earlier = Read the earlier one
decision-kept = This record is kept here until somebody deletes it. Whoever wants to be sure saves the file.
decision-kept-until = This record is kept here until { $day }, then it is deleted. Save the file to keep it.

## What was decided

decision-kind-decided = Decision
decision-kind-recommended = Recommendation
decision-draft = Draft: this board is still at work, and nothing here is final.
decision-question = Question
decision-decision = Decision
decision-why = Why
decision-who-decided = Who decided
decision-who-recommended = Who decides
decision-decide-by = Decides by
decision-made-final = Made final
decision-as-of = As of
decision-took-part = Who took part
decision-undecided = Nothing has been decided yet.
decision-no-text = Nothing was written down.
# $day: what the facilitator typed behind "by"
decision-recommends =
    The group recommends { $chosen } of { $options ->
        [one] { $options } option
       *[other] { $options } options
    }. { $owner } decides.
decision-recommends-by =
    The group recommends { $chosen } of { $options ->
        [one] { $options } option
       *[other] { $options } options
    }. { $owner } decides by { $day }.
decision-next = What happens next
decision-no-next = No next steps were written down.
decision-start = Start with this
decision-start-whole = Start the work
decision-pause = Pause for five minutes first
decision-nobody = no name yet
decision-work = What came of it
decision-work-under-way = Work is under way
# Before what will exist at the end of a work session
decision-work-offered = Opened from here by somebody else:
decision-work-show = Show it on this page
decision-read-recap = Read the recap
decision-how = How we got there
decision-problem = The problem
decision-constraint = What holds
decision-criterion = The vote asked
decision-times = Time taken

## Who took part: a list with commas between its parts

decision-joined =
    { $count ->
        [one] { $count } person joined
       *[other] { $count } people joined
    }
decision-written =
    { $count ->
        [one] { $count } idea
       *[other] { $count } ideas
    }{ $hidden ->
        [0] { "" }
       *[other] { " " }({ $hidden } of them hidden)
    }
decision-wrote =
    { $people } wrote { $count ->
        [one] { $count } idea
       *[other] { $count } ideas
    }{ $hidden ->
        [0] { "" }
       *[other] { " " }({ $hidden } of them hidden)
    }
decision-voted = { $count } voted

## The ideas

decision-all-ideas = All ideas
decision-lone = In no group
decision-number = Number
decision-signed = Names under ideas are as typed. Nobody checked them.
decision-hidden = hidden by the facilitator
decision-gone = taken back by its author
decision-hidden-group = A group whose name is hidden
decision-hidden-idea = An idea that is hidden
decision-unnamed = without a name
# Words of people inside a sentence.
decision-quoted = “{ $name }”
decision-ideas =
    { $count ->
        [one] { $count } idea
       *[other] { $count } ideas
    }
decision-ideas-some-hidden =
    { $count ->
        [one] { $count } idea
       *[other] { $count } ideas
    }, { $hidden } of them hidden
decision-ideas-all-hidden =
    { $count ->
        [one] { $count } idea, hidden
       *[other] { $count } ideas, all hidden
    }
decision-hidden-ideas =
    { $count ->
        [one] { $count } idea is hidden by the facilitator. The numbers stay.
       *[other] { $count } ideas are hidden by the facilitator. The numbers stay.
    }
decision-late-deleted =
    { $count ->
        [one] { $count } idea came late and was not let in. Nothing of them is kept.
       *[other] { $count } ideas came late and were not let in. Nothing of them is kept.
    }
