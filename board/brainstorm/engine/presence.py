"""How many people take part and are present: people, not sockets."""

from collections.abc import Iterable

from msgspec import Struct

from board.brainstorm.engine.attendance import Attendance, Stays, short
from board.brainstorm.state.board import Board
from board.live.connections import Connection, Connections
from board.live.peers.others import Others
from board.protocol.roles import Role

GONE_AFTER = 30.0
"""seconds that somebody still counts as here after the last socket closed"""


class Here(Struct, array_like=True, frozen=True):
    """What a process reports of who is on a board."""

    seats: frozenset[bytes]
    """those who take part and are here, in short"""
    stays: Stays
    """of those who do not count yet"""


class Presence:
    """Counts the people of a board who are connected or left a moment ago. All times are Unix seconds."""

    def __init__(self) -> None:
        self.attendance = Attendance()
        """of those who do not count yet"""
        self._left: dict[bytes, float] = {}
        """seat → when its last socket closed"""
        self._moves = 0
        """how often somebody came or went"""
        self._seats: tuple[tuple[int, int], frozenset[bytes]] | None = None
        self._here: tuple[tuple[int, int, int], int] | None = None

    def enter(self, connection: Connection, board: Board, now: float) -> None:
        """A socket opened."""
        if connection.role is Role.PARTICIPANT and not board.counts(connection.person):
            self.attendance.opens(connection.person, now)
        self._moves += 1

    def leave(self, connection: Connection, board: Board, now: float) -> None:
        """A socket closed."""
        self._moves += 1
        if connection.role is not Role.PARTICIPANT:
            return
        self._left[connection.person.seat] = now
        self.attendance.closes(connection.person, now)
        if connection.person.seat not in board.seats:
            self.attendance.forget(connection.person)

    def forget_gone(self, now: float) -> bool:
        """Those who left long enough ago are not here any more. Whether there were any."""
        gone = [seat for seat, at in self._left.items() if now - at >= GONE_AFTER]
        for seat in gone:
            del self._left[seat]
            self._moves += 1
        return bool(gone)

    def here(self, connections: Connections, board: Board, others: Others, now: float) -> int:
        """How many take part and are here, at this process or another one."""
        key = (self._moves, board.joined, others.version)
        if self._here is None or self._here[0] != key:
            seats, known = self._present(connections, board, now), _known(others)
            if known:
                seats = _short(seats).union(*(one.seats for one in known))
            self._here = (key, len(seats))
        return self._here[1]

    def report(self, connections: Connections, board: Board, now: float) -> Here | None:
        """For other processes."""
        self.attendance.forget_counting(board.counts)
        here = Here(_short(self._present(connections, board, now)), self.attendance.stays)
        return here if here.seats or here.stays else None

    def receive(self, others: Others, now: float) -> None:
        """Other processes reported who is there."""
        for one in _known(others):
            self.attendance.receive(one.stays, now)

    def _present(self, connections: Connections, board: Board, now: float) -> frozenset[bytes]:
        """The seats of those who are here at this process."""
        key = (self._moves, board.joined)
        if self._seats is None or self._seats[0] != key:
            present = {one.person.seat for one in connections if one.role is Role.PARTICIPANT}
            present |= {seat for seat, at in self._left.items() if now - at < GONE_AFTER}
            self._seats = (key, frozenset(present & board.seats.keys()))
        return self._seats[1]


def _short(seats: Iterable[bytes]) -> frozenset[bytes]:
    return frozenset(map(short, seats))


def _known(others: Others) -> list[Here]:
    return [one for one in others.people if isinstance(one, Here)]
