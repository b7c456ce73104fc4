"""The text of a session as the typesetter draws it: a tree of data, and what changed in it.

Owns how far paper follows Markdown. Does not own how Markdown reads (`board.markdown`) nor how it looks (`typst/`).
"""
