# What `board --help` says.

command-about = Shortlist: from a question to a decision.
command-run = migrate the database and serve (the default)
command-migrate = bring the database to the present schema
command-seed = make a board in every phase from a real conversation, and print the links
command-verify = say whether a file, or what is at a link, is a decision or a recap as it was made final
command-verify-target = a saved .json file, or the link of a decision or a recap
command-verify-address = the link or the number that the file should belong to, when the file is checked against one
