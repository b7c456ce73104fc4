"""The decision: the frozen record of a board, and every form in which it is taken away.

Owns the record's format, its canonical bytes and digest, the stored rows, the exports and the page.
Does not own when a board may be frozen (`facilitation`) nor the moment it is (`sync`).
Read `record` first, then `canonical`; `reading` says how a record is told in words.
"""
