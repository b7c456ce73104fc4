# What `board --help` says, and the `board` command when it ends early.

command-about = Shortlist: from a question to a decision.
command-run = serve; migrates a SQLite file before (the default)
command-migrate = bring the database to the present schema
command-seed = make a board in every phase from a real conversation, and print the links
command-verify = say whether a file, or what is at a link, is a decision or a recap as it was made final
command-verify-target = a saved .json file, or the link of a decision or a recap
command-verify-address = the link or the number that the file should belong to, when the file is checked against one

# { $database }: a path, or server:port/name
command-database-unusable = { $database } cannot be used as the database: { $reason }.
command-schema-empty = { $database } has no tables yet. `board migrate` makes them.
command-schema-old = { $database } has the schema of an older version. Stop all servers that use it, then run `board migrate`.
command-schema-newer = { $database } has the schema of a newer version of Shortlist than this one. Start that version.
