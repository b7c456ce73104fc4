# What the pages of decisions and recaps find out: “Check a file” and “Find my dots”.

check-unloaded = This part of the page could not be loaded. Try again in a moment.

## A file

check-file-same = This file is this record. Not a byte of it was changed.
check-file-layout = Word for word this is the record, but a program has reformatted the file: its bytes are not the same.
check-file-other = This file is not this record. It is another one of this server, unchanged.
check-file-other_layout = This file is not this record. Word for word it is another one of this server, reformatted.
check-file-gone = This file is not this record. It is another one of this server, which has been deleted here.
check-file-unknown = This file is not this record, nor any other of this server. It was changed, or it comes from somewhere else.
check-file-unasked = This file is not this record. Whether it is another one of this server could not be found out just now.
check-file-draft = This file is the draft of a board that was still in progress, not a decision.
check-file-preview = This file is the preview of a recap that was not final yet, not a recap.
check-file-foreign = This file is neither a decision record nor a recap. Only the JSON file of one can be checked.
check-file-large = This file is larger than any record.
check-file-unread = This file could not be read. Choose it once more.
check-file-reading = Reading the file …
check-file-open = Open that record
check-file-sum = Its number (sha256): { $sum }

## The dots of a vote code

check-dots-round =
    { $dots ->
        [one] Round { $round }: { $dots } dot of yours
       *[other] Round { $round }: { $dots } dots of yours
    }
check-dots-runoff =
    { $dots ->
        [one] Round { $round }, run-off: { $dots } dot of yours
       *[other] Round { $round }, run-off: { $dots } dots of yours
    }
check-dots-hidden = Hidden by the facilitator
check-dots-none = No dot here belongs to this code. Is it whole, and is it of this board? An empty ballot has no dots to find.
check-dots-none-kept = None of the codes in this browser has a dot in this record.
check-dots-empty = Paste the code that your browser made when you voted.
check-dots-unsafe = Browsers compute this on https pages only. Save the JSON file and look your dots up with sha256sum: “Check a decision” in the documentation shows how.
check-dots-failed = The record could not be loaded. Try again in a moment.
check-dots-looking = Looking…
