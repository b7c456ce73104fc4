# What a work session is for, as one to three sentences: on its pages, in invitations and in files.

contract-what = { $artifact }, in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }.
contract-what-for = { $artifact } for { $audience }, in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }.
# What will exist is not named yet.
contract-time = { $minutes ->
    [one] { $minutes } minute of work.
   *[other] { $minutes } minutes of work.
  }
contract-time-for = { $minutes ->
    [one] { $minutes } minute of work for { $audience }.
   *[other] { $minutes } minutes of work for { $audience }.
  }
# $conditions: a list, such as "scope is in it, the price is in it and 2 more"
contract-done-when = Done when { $conditions }.
contract-more = { $count } more
contract-says = { $owner } says when it’s done.
contract-lead-says = Whoever leads says when it’s done.
# Words that begin with a capital only where a sentence begins with them.
contract-small-words = a an the it its it’s this that these those there here every each all both some any no nothing we our everybody everyone somebody someone nobody one two three four five
