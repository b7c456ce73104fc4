# What stands on paper and on a slide beside the words of the record.

paper-title = { $kind }: { $headline }
paper-draft = Draft, nothing here is final
paper-as-of = As of { $moment }
paper-page = Page { $page } of { $pages }
paper-no-dots =
    { $count ->
        [one] { $count } more option got no dots. It stands with all ideas.
       *[other] { $count } more options got no dots. They stand with all ideas.
    }
# $ideas: "5 ideas, 2 of them hidden"
paper-shown-above = { $ideas }, shown with the shortlist above.
paper-more-lines =
    { $count ->
        [one] and { $count } more line on the shortlist
       *[other] and { $count } more lines on the shortlist
    }
# One line of the picture, for readers who do not see it.
paper-line =
    { $name }: { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    }{ $bold ->
        [0] { "" }
        [one] , { $bold } pick for worth the risk
       *[other] , { $bold } picks for worth the risk
    }.
