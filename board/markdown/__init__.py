"""A text in Markdown as people read it: safe HTML, what changed between two texts, and how one came about.

All of it is pure and bounded, whatever the texts are. Does not own whose text it is, nor who may read it. Read
`rendering` for HTML, `changes` for the comparison of two texts, and `making` for the playback of kept versions.
"""
