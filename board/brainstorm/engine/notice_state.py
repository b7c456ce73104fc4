"""The last notice to the connections of a board, and what the next one has to contain."""

from dataclasses import dataclass, field

from board.live.heartbeat import Heartbeat
from board.protocol.notices import SharedNotice


@dataclass(eq=False)
class NoticeState:
    """Only `broadcast` changes it; others set `pending`."""

    heartbeat: Heartbeat = field(default_factory=Heartbeat)
    pending: bool = False
    """counts changed since the last notice to everybody"""
    last: tuple[object, ...] = ()
    """the values of the last notice to everybody, to know whether another is needed"""
    shared: SharedNotice | None = None
    """the last notice to anybody"""
    readonly: bool = False
    joined: int = 0
    """both as in the last notice to everybody"""
    owed: set[bytes] = field(default_factory=set)
    """seats whose private state is sent with the next notice to everybody"""
    owed_to_all: bool = False
