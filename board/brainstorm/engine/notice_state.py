"""What the connections of a board were told last, and what they still have to be told."""

from dataclasses import dataclass, field

from board.live.heartbeat import Heartbeat


@dataclass(eq=False)
class NoticeState:
    """Only `broadcast` changes it; others set `pending`."""

    heartbeat: Heartbeat = field(default_factory=Heartbeat)
    pending: bool = False
    """the counts changed and not everybody knows"""
    told: tuple[object, ...] = ()
    """what the last notice to everybody said, to know whether another is needed"""
    readonly: bool = False
    joined: int = 0
    """both as the last notice said"""
    owed: set[bytes] = field(default_factory=set)
    """seats of those whose own part goes out with the next notice to everybody"""
    owed_to_all: bool = False
