"""The database itself: how connections behave, the one `MetaData`, and migrations from older schemas.

Owns no table: each package describes its own in its `tables` module, on `base.metadata`. Read `engine` first; the
promise of anonymity depends on its settings.
"""
