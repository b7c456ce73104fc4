"""The decision: what the frozen record of a board holds, how it reads, its page and its file formats.

Owns the record's format and schema, its reading in words, the page and, in `exports`, the formats. Does not own the
canonical bytes, the stored rows, `board verify` or the typesetting process (`records`), nor when a board may be frozen
(`facilitation`) and the moment it is (`brainstorm`). Read `record` first; `reading` is the record in words.

`web`, `imports` and the `board` command use `KIND`, `exports.formats` and `routes`. `KIND` alone stands here:
`board verify` and the typesetting process load no framework.
"""

from board.decisions.record import KIND

__all__ = ["KIND"]
