"""The file formats of a recap. Each module renders one of them from the record alone.

`formats` registers them, and nothing else lists them: a new format is one module here and one entry there. Typeset
formats describe what `board.records.exports` typesets in a process of its own.
"""
