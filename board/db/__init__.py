"""The database itself: how connections behave, the one `MetaData`, and the way from an older schema to this one.

Owns no table: each package describes its own in its `tables` module, on `base.metadata`. Read `engine` first; the
promise of anonymity leans on what it sets.
"""
