# What `board --help` says, and the `board` command when it ends early.

command-about = Shortlist: from a question to a decision.
command-run = serve; migrates a SQLite file before (the default)
command-migrate = bring the database to the present schema
command-copy = copy all boards, sessions and records from one database into another; stop all servers before
command-copy-from = a SQLite file, or postgresql+psycopg://user@host/database with the password in PGPASSWORD or ~/.pgpass
command-copy-to = the same; an empty database, or one into which a copy was interrupted
command-seed = make a board in every phase from a real conversation, and print the links
command-verify = say whether a file, or what is at a link, is a decision or a recap as it was made final
command-verify-target = a saved .json file, or the link of a decision or a recap
command-verify-address = the link or the number that the file should belong to, when the file is checked against one

# { $database }: a path, or server:port/name
command-database-unusable = { $database } cannot be used as the database: { $reason }.
command-schema-empty = { $database } has no tables yet. `board migrate` makes them.
command-schema-old = { $database } has the schema of an older version. Stop all servers that use it, then run `board migrate`.
command-schema-newer = { $database } has the schema of a newer version of Shortlist than this one. Start that version.
command-schema-unfinished = Another database was copied into { $database }, and the copy was not finished. Repeat the same `board copy`.

## Copying

command-copy-progress = { $kind ->
    [board] { $done } of { $all } boards
   *[session] { $done } of { $all } sessions
}
command-copy-done = Copied: { $boards ->
    [one] 1 board
   *[other] { $boards } boards
} and { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
}.
command-copy-was-finished = Everything was copied before: { $boards ->
    [one] 1 board
   *[other] { $boards } boards
} and { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
} are the same in both.
command-copy-again = { $count ->
    [one] 1 of these had changed since an earlier attempt and was copied again.
   *[other] { $count } of these had changed since an earlier attempt and were copied again.
}
command-copy-gone = { $count ->
    [one] 1 that an earlier attempt had copied was deleted since; it is not in the copy either.
   *[other] { $count } that an earlier attempt had copied were deleted since; they are not in the copy either.
}
command-copy-records = { $decisions ->
    [one] 1 decision
   *[other] { $decisions } decisions
} and { $recaps ->
    [one] 1 recap
   *[other] { $recaps } recaps
}, all equal.
command-copy-damaged = { $count ->
    [one] 1 record was damaged before: in both databases it does not match its address.
   *[other] { $count } records were damaged before: in both databases they do not match their addresses.
}
command-copy-same = { $database } cannot be copied into itself.
command-copy-no-file = There is no file { $database }.
command-copy-in-use = A server, or another command, is using { $database }. Stop it, then repeat the command. Nothing was changed.
command-copy-foreign = { $target } has something that { $source } does not have. Copy into an empty database.
command-copy-unreadable = { $id } in { $source } cannot be read, and the copy ended there. Restore it from a backup, then repeat the command.
command-copy-different = { $id } reads otherwise in { $target } than in { $source }, which is a fault of this program. The copy ended there.
command-copy-interrupted = The copy was interrupted: { $reason }. Repeat the command; it goes on from there.
command-copy-stopped = The copy was stopped. Repeat the command; it goes on from there.
