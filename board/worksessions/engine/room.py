"""A work session that is open in this process."""

from dataclasses import dataclass, field
from typing import Any

from board.live.connections import Connection
from board.live.document import Committer, LiveDocument
from board.live.heartbeat import Heartbeat
from board.live.transport.close_codes import Close
from board.protocol.worksession.links import Link
from board.protocol.worksession.states import State
from board.worksessions.engine.presence import Here, Presence
from board.worksessions.engine.text_channel import TextChannel
from board.worksessions.rules import leading
from board.worksessions.state.canvas import SessionCanvas
from board.worksessions.state.session import Session

LOOK_AGAIN = 5.0
"""seconds after which boards are looked up again that could not be"""


@dataclass(frozen=True, slots=True)
class Told:
    """What a notice says to everybody, without its head."""

    epoch: int
    readonly: bool
    here: tuple[str, ...] | None
    present: int
    answered: dict[str, int]
    lead_gone: float | None
    left_open: float | None
    replies: int


@dataclass(eq=False)
class NoticeState:
    """The last notice to the connections of a session. Only `notices` changes it; others set `pending`."""

    heartbeat: Heartbeat = field(default_factory=Heartbeat)
    pending: bool = False
    """who is here has changed since"""
    owed_to_all: bool = False
    """what a notice says to one person has changed for everybody"""
    last: Told | None = None
    """what it said"""


class SessionRoom(LiveDocument):
    """`session` belongs to the committer, `notices` to publishing, `presence` to the page and the registry."""

    def __init__(
        self,
        session: Session,
        committer: "Committer[SessionRoom, Any]",  # Any: jobs of all kinds
        now: float,
    ) -> None:
        super().__init__(session.id, committer)
        self.session = session
        self.notices = NoticeState()
        self.told_epoch = session.epoch
        """that of the last batch"""
        self.presence = Presence(session, now)
        self.channel = TextChannel(session.text.epoch, lambda content: self.others.send_cursors(content))
        """the sockets of the text"""
        self.look_at: float | None = 0.0 if session.boards or session.waits_for_boards else None
        """loop time at which its boards are to be looked up: what came of one may not be known yet"""
        self.used: dict[tuple[str, str], int] = {}
        """(limit, person) → what they added since the session was loaded"""

    @property
    def owes_look(self) -> bool:
        """Whether something may have come of its boards since they were looked up."""
        return self.look_at is not None

    @property
    def version(self) -> int:
        return self.session.version

    @property
    def replica(self) -> SessionCanvas:
        return self.session.canvas

    @property
    def links(self) -> dict[bytes, Link]:
        """Without the calendar's: its address goes to programs of others, so it lets nobody in."""
        return {hashed: link for hashed, link in self.session.links.items() if link is not Link.CALENDAR}

    def enter(self, connection: Connection, now: float) -> list[Connection]:
        closed = super().enter(connection, now)
        self._look_around(now)
        self.notices.pending = True
        return closed

    def leave(self, connection: Connection, now: float) -> None:
        super().leave(connection, now)
        self.presence.left(connection.person.seat, now)
        self._look_around(now)
        self.notices.pending = True

    def _look_around(self, now: float) -> None:
        self.presence.update(self.connections, self.session, self.others, now)

    def people(self, now: float) -> Here | None:
        there = bool(self.connections) or bool(self.channel.connections) or self.presence.lingers
        return self.presence.report(self.connections, self.session, now) if there else None

    def people_moved(self, now: float) -> None:
        self._look_around(now)
        self.notices.pending = True

    def receive_cursors(self, process: str, content: bytes | None) -> None:
        self.channel.receive(process, content)

    def is_busy(self) -> bool:
        return bool(self.channel.connections)

    def vanish(self, code: Close = Close.NOT_A_MEMBER) -> None:
        super().vanish(code)
        self.channel.connections.close_all(code)

    def here(self, now: float) -> frozenset[str]:
        """The ids of those who are here."""
        return self.presence.here(self.connections, self.session, self.others, now)

    def left_open(self, now: float) -> float | None:
        """Since when nobody works on it although its time is over; None while somebody does."""
        clock = self.session.meta.clock
        if self.session.meta.state is not State.RUNNING or clock is None:
            return None
        return leading.left_open(clock.end, self.session.touched_at, occupied=self.presence.occupied, now=now)
