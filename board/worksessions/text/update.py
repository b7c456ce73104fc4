"""What a Yjs update of a plain text says, why an update is refused, and how much one update may hold.

Clocks and lengths are those of Yjs: they count UTF-16 code units. The format is that of Yjs update v1, as
`yjs/src/utils/encoding.js` and `yjs/src/structs/` write it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

ROOT = "artifact"
"""the root under which the text lives"""
MOST_CLIENT = 2**53 - 1
"""the largest client id: JavaScript's largest exact integer. pycrdt takes a larger one for another client's."""
MOST_CLOCK = 2**31 - 1
"""of one client; pycrdt keeps clocks in 32 bits, and what is larger wraps round"""
MOST_NEWS = 8
"""clients that may add something in one update"""
MOST_CLIENTS = 500
"""of one text"""
MOST_CHARACTERS = 250_000
"""code points that a text may have at the server. Pages stop before, so that two pastes at once do not meet it."""


class Reason(StrEnum):
    """Why an update is refused."""

    TOO_LARGE = "too_large"
    """more bytes than the limit"""
    TOO_MANY = "too_many"
    """more structs, delete ranges or clients than the limit"""
    MALFORMED = "malformed"
    """no encoder writes these bytes"""
    NOT_TEXT = "not_text"
    """an embed, a format, a nested type, a subdocument, or any other struct that is not a string or a deleted one"""
    OTHER_PARENT = "other_parent"
    """under another root, or inside an item"""
    MAP_KEY = "map_key"
    """under a key of the root"""
    NUL = "nul"
    """U+0000 in a string"""
    SAME_PLACE = "same_place"
    """one client writes twice between the same two neighbours"""
    OTHERS_CLIENT = "others_client"
    """adds something under the client id of another person"""
    SPLIT_CHARACTER = "split_character"
    """cuts a surrogate pair in two"""
    GAP = "gap"
    """builds on something that is not committed"""
    CROSSED = "crossed"
    """the neighbours of a struct never stood beside each other: one of them was written between others"""
    COSTLY = "costly"
    """takes the CRDT library much longer than text that was written in its place"""
    DELETES_AHEAD = "deletes_ahead"
    """deletes something that is not committed"""

    @property
    def heals(self) -> bool:
        """An honest page can be ahead of the server after a lost frame; what it sends after a sync step 1 closes it."""
        return self in (Reason.GAP, Reason.DELETES_AHEAD)


class RefusedUpdateError(Exception):
    """The update is refused as a whole."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Id(NamedTuple):
    """One code unit of the text: the client that wrote it, and that client's clock."""

    client: int
    clock: int


class Struct(NamedTuple):
    """Consecutive clocks of one client, written between two neighbours."""

    clock: int
    length: int
    origin: Id | None
    right: Id | None
    text: str | None
    """None: deleted before it was sent"""

    @property
    def end(self) -> int:
        """The clock that follows."""
        return self.clock + self.length


class Span(NamedTuple):
    """The clocks of a client from `start` up to, and without, `end`."""

    client: int
    start: int
    end: int


class Section(NamedTuple):
    """The structs of one client, without a gap."""

    span: Span
    structs: Sequence[Struct]


class TextUpdate(NamedTuple):
    """A decoded update. Each client has at most one section, and its deleted spans ascend without overlapping."""

    sections: Sequence[Section]
    deleted: Sequence[Span]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one update may hold."""

    bytes: int
    structs: int
    """delete ranges need no number of their own: a deletion is never refused for its size"""


FRAME = Limits(bytes=256 * 1024, structs=10_000)
"""an update that comes through the websocket"""
STORED = Limits(bytes=2**31, structs=2**31)
"""what the server stored itself"""
UPLOAD = Limits(bytes=1024 * 1024, structs=40_000)
"""an update that is posted, after a long time without a connection"""
