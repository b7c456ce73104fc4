"""A board that is open in this process: its connections, who is here, and a phase change that waits for its time."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from board.brainstorm.commands.contract import AdmitLate, Command, OpenPhase
from board.brainstorm.engine.attendance import Attendance
from board.brainstorm.state.board import Board
from board.canvas.vectors import Clocks
from board.canvas.writer import Canvas
from board.clock import steady
from board.live.close_codes import Close
from board.live.frame import Frame
from board.live.send_queue import SendQueue
from board.people.cookie import Person
from board.people.roles import Role

if TYPE_CHECKING:
    from board.brainstorm.engine.jobs import CommandJob, Job

Way = Callable[[bytes], object]

GONE_AFTER = 30.0
"""seconds that somebody still counts as here after the last socket closed"""
MOST_SOCKETS = 12
"""of one person on one board"""


@dataclass(eq=False, slots=True)
class Connection:
    """One socket. `role` is the tab's, which may be weaker than what the person holds."""

    person: Person
    role: Role
    out: SendQueue
    told: bool = False
    """got a notice; what arrives before the first means nothing to a page"""
    synced: bool = False
    """asked for the state of this epoch, so updates may follow"""
    asked: bool = False
    """asked for a state at least once"""
    since: float = 0.0
    """loop time of the opening"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A command that is carried out and answered later, at `until` (Unix seconds)."""

    work: "CommandJob"
    until: float
    held: bool
    """writing goes on meanwhile, see `crowd.HOLD`"""


@dataclass(eq=False)
class FirstState:
    """What a joiner gets: the state as it was once, encoded and compressed once, and every change since."""

    canvas: Canvas
    base: Frame
    made_at: float
    cost: float
    """seconds that making it took"""
    since: list[Frame] = field(default_factory=list)
    size: int = 0
    """bytes of the changes since"""
    outdated: bool = False
    """to be made anew before somebody gets it"""


@dataclass(eq=False)
class Diffs:
    """What replicas lack that are a little behind, for as long as nothing is written."""

    vector: bytes
    """the state vector that they lead to; another object after each change"""
    clocks: Clocks
    """the same, decoded"""
    frames: dict[bytes, Frame | None] = field(default_factory=dict)
    """vector of the replica → its answer, None where the shared state serves better"""


@dataclass(eq=False)
class Room:
    board: Board
    connections: set[Connection] = field(default_factory=set)
    held: Counter[bytes] = field(default_factory=Counter)
    """seat → how many of the connections are its"""
    left: dict[bytes, float] = field(default_factory=dict)
    """seat → when its last socket closed"""
    attendance: Attendance = field(default_factory=Attendance)
    """of those who do not count yet"""
    waiting: list[Waiting] = field(default_factory=list)
    """at most one of each command"""
    parting: list[SendQueue] = field(default_factory=list)
    """readers who stay for that change, and are let go when the server stops"""
    stale: bool = False
    """memory and database may differ: load again before the next use"""
    in_hand: bool = False
    """a batch is being judged and stored: memory is ahead of the database"""
    queued: int = 0
    """pieces of work on their way; a room with some is not evicted"""
    used_at: float = 0.0
    told_at: float = 0.0
    """both by the steady clock: one that is set keeps nobody waiting for a notice and evicts no room"""
    told_ahead: float = 0.0
    """how far the clock that was told then was ahead of the steady one"""
    told: tuple[object, ...] = ()
    """what the last notice said, to know whether another is needed"""
    told_readonly: bool = False
    told_joined: int = 0
    inbox: "list[Job]" = field(default_factory=list)
    """what waits for the committer"""
    scheduled: bool = False
    """the committer knows that the inbox is not empty"""
    free_at: float = 0.0
    """loop time before which the next change waits, so that several changes go out as one"""
    first: FirstState | None = None
    diffs: Diffs | None = None
    untold: bool = False
    """the counts changed and not everybody knows"""
    owed: set[bytes] = field(default_factory=set)
    """seats of those who have to be told of themselves with the next notice to everybody"""
    owed_to_all: bool = False
    moves: int = 0
    """how often somebody came or went"""
    run: str = ""
    """which run of the server this is; after a restart the file may be an older one"""
    gone: bool = False
    """deleted from the database"""
    _here: tuple[tuple[int, int], int] | None = None
    _ways: "tuple[list[Way], list[Connection]] | None" = None

    @property
    def unprepared(self) -> bool:
        """The state for joiners has to be made anew, and nothing has changed for a moment."""
        return self.first is not None and self.first.outdated and self.free_at <= asyncio.get_running_loop().time()

    def waits(self, kind: type[Command]) -> Waiting | None:
        """The command of this kind that waits for its time."""
        return next((one for one in self.waiting if isinstance(one.work.command, kind)), None)

    @property
    def closing(self) -> float | None:
        """When the phase changes that is over already; only its grace has to pass."""
        waiting = self.waits(OpenPhase)
        return waiting.until if waiting and not waiting.held else None

    @property
    def reveal_at(self) -> float | None:
        """When a reveal that was held happens."""
        waiting = self.waits(OpenPhase)
        return waiting.until if waiting and waiting.held else None

    @property
    def admit_at(self) -> float | None:
        """When the late tray, which was held, is let in."""
        waiting = self.waits(AdmitLate)
        return waiting.until if waiting else None

    def here(self, now: float) -> int:
        """How many take part and are here: people, not sockets."""
        key = (self.moves, self.board.joined)
        if self._here is None or self._here[0] != key:
            present = {one.person.seat for one in self.connections if one.role is Role.PARTICIPANT}
            present |= {seat for seat, at in self.left.items() if now - at < GONE_AFTER}
            self._here = (key, len(present & self.board.seats.keys()))
        return self._here[1]

    def ways(self) -> "tuple[list[Way], list[Connection]]":
        """Who gets the changes: the fast paths, which take bytes without a look at each, and all other connections."""
        if self._ways is None:
            synced = [one for one in self.connections if one.synced]
            paths = [(one, one.out.fast_path) for one in synced]
            self._ways = [way for _, way in paths if way], [one for one, way in paths if not way]
        return self._ways

    def sort_again(self) -> None:
        """Somebody else may get the changes now, or in another way."""
        self._ways = None

    def enter(self, connection: Connection, now: float) -> list[Connection]:
        """A socket opened. Returns what is more than one person may hold: the oldest, which most often are dead."""
        seat, own = connection.person.seat, list[Connection]()
        if self.held[seat] >= MOST_SOCKETS:
            # Hardly anybody has so many, and looking at all for each who comes took longer the more were there.
            own = [one for one in self.connections if one.person.seat == seat and not one.out.closed]
        self.connections.add(connection)
        if connection.role is Role.PARTICIPANT and not self.board.counts(connection.person):
            self.attendance.opens(connection.person, now)
        self.held[seat] += 1
        self.moves += 1
        return sorted(own, key=lambda one: one.since)[: max(0, len(own) + 1 - MOST_SOCKETS)]

    def leave(self, connection: Connection, now: float) -> None:
        """A socket closed."""
        self.connections.discard(connection)
        self.held[connection.person.seat] -= 1
        if not self.held[connection.person.seat]:
            del self.held[connection.person.seat]
        self.sort_again()
        self.moves += 1
        self.used_at = steady()
        if connection.role is Role.PARTICIPANT:
            self.left[connection.person.seat] = now
            self.attendance.closes(connection.person, now)
            if connection.person.seat not in self.board.seats:
                self.attendance.forget(connection.person)

    def vanish(self, code: Close = Close.NOT_A_MEMBER) -> None:
        """The board was deleted: closes every connection with a code that ends its page."""
        self.gone = True
        for connection in self.connections:
            connection.out.close(code)

    def forget_gone(self, now: float) -> None:
        """Those who left long enough ago are not here any more."""
        for seat in [seat for seat, at in self.left.items() if now - at >= GONE_AFTER]:
            del self.left[seat]
            self.moves += 1
            self.untold = True
