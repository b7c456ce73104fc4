"""The database itself: how connections behave, the one `MetaData`, migrations from older schemas, and rows in memory
that know what of them is not stored yet.

Owns no table: each package describes its own in its `tables` module, on `base.metadata`. Read `engine` first; the
promise of anonymity depends on its settings.
"""
