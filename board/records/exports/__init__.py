"""Making files of records beside live boards, whatever the records hold.

Owns the queue and its limits, the cache of finished files, their names, and the typesetting process with its fonts.
Does not own the formats: each kind of record registers its own. Read `exporter` first, then `typesetting`.
"""
