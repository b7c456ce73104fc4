# What `board verify` says: whole sentences, so that nobody has to know what a digest is.

verify-is-record = { $kind ->
    [recap] This is the recap of a work session, in the exact form in which records are kept.
   *[decision] This is a decision record, in the exact form in which records are kept.
  }
# $title: the question of a decision; what a session was to make
verify-about = { $kind ->
    [recap] What was to exist: { $title }
   *[decision] Its question: { $title }
  }
verify-sum = Its number (sha256) is { $sha256 }.
verify-fits = That is the number in its address: not a byte was changed since it was made final.
verify-fits-not = It is not the record at { $expected }: the numbers differ. Either a byte was changed, or it is another record.
verify-no-address = Nothing here says which number it should have. Compare it with the number in the link you were given: only when they are the same is this the record that was made final. Or run: board verify { $target } THE-LINK
verify-newer = A newer record exists: { $newest }
verify-follows = It follows an earlier record: { $follows }

## What the database beside it knows

verify-known = This server’s database holds the same record.
verify-deleted = This server’s database held the same record until it was deleted on { $day }.
verify-unknown = This server’s database does not know it.
verify-database-unread = This server’s database could not be asked.
verify-database-damaged = This server’s database has this number with other bytes: its file is damaged.

## Why it is not a record

verify-not-json = This is neither a decision record nor a recap. Only the .json file of one can be checked; others are for reading.
verify-not-a-record = This is JSON, but neither a decision record nor a recap.
verify-draft = { $kind ->
    [recap] This is the preview of a recap that was not final yet, not a recap.
   *[decision] This is the draft of a board that was still at work, not a decision.
  }
verify-other-version = This record has a form that this version of Shortlist does not know: { $format }.
verify-raw-numbers = This is not a record: it holds what a record cannot hold.
verify-layout = Its words are those of a record, but its bytes are not: a program has reformatted it, or changed it. Laid out as records are, its number would be { $sha256 }. Save the .json file again from its page.
verify-layout-fits = With that layout it is, word for word, the record with the number in its address.

## Why it cannot be read

verify-no-file = { $target } cannot be read: { $why }.
verify-too-large = { $target } is larger than { $most } MB, and no record is that large.
verify-bad-link = { $target } is not a link that can be opened: it has to begin with http:// or https:// and name a server.
verify-bad-address = { $address } is not the link or the number of a decision or a recap.
verify-elsewhere = The server sends us on to another place, and that is not followed.
verify-no-answer = The server cannot be reached: { $why }.
verify-too-slow = The server took longer than { $seconds } seconds.
verify-status-404 = There is no record at this link.
verify-status-410 = There was a record at this link. It was deleted, and nothing of it is kept there.
verify-status = The server answers with { $status } instead of a record.
