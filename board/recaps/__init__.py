"""Recaps: the frozen record of a work session, its page and its files.

Owns the format of the record and what is drawn of it. Does not own the session, its names, or who may share it
(`worksessions`), nor rows, digests and tombstones (`records`), nor how Markdown reads (`markdown`). Read `record`
first.

`KIND` alone stands here: `board verify` loads no framework.
"""

from board.recaps.record import KIND

__all__ = ["KIND"]
