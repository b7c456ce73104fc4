# How to find your own dots in a record, and how to check that it is the one that was made final.

proof-own-dots = Find my dots
proof-own-lead = If you voted, your browser made a vote code. With it you find your own dots in this record, and only you can: nothing here says which dots belong together.
proof-own-code = My vote code
proof-own-find = Find my dots
proof-own-kept = Use the code that this browser kept
proof-own-private = The code stays on this page. It is sent nowhere.

proof-check = How to check this record
proof-check-how = This record cannot be changed: its address is the sum of its bytes. Save the JSON file and run the line below; it must print the same number.
proof-check-file = Check a file
proof-check-file-how = Choose or drop a saved JSON file. It is read in this browser only; nothing is uploaded.
proof-file-note = A copy of the record, for reading anywhere. The sum below belongs to its JSON file.
proof-sum = Check it (sha256)
