"""The open sockets of one document: who may receive updates, and how many sockets a person holds."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from board.live.transport.close_codes import Close
from board.live.transport.frame import Frame
from board.live.transport.send_queue import SendQueue
from board.people.cookie import Person

MAX_SOCKETS = 12
"""of one person on one document"""
NEVER_ASKED = 30.0
"""seconds that a socket may stay open without asking for the document"""

FastPath = Callable[[bytes], object]


@dataclass(eq=False, slots=True)
class Connection:
    """One socket. `role` is the tab's, which may be weaker than what the person holds."""

    person: Person
    role: StrEnum
    out: SendQueue
    notified: bool = False
    """got a notice; a page can do nothing with what arrives before the first"""
    synced: bool = False
    """asked for the state of this epoch, so updates may follow"""
    asked: bool = False
    """asked for a state at least once"""
    since: float = 0.0
    """loop time of the opening"""

    def notify(self, frame: Frame) -> None:
        """Sends a notice."""
        self.notified = True
        self.out.send(frame)


class Connections:
    """A set of connections that knows the fastest way to each."""

    def __init__(self) -> None:
        self._all: set[Connection] = set()
        self._held: Counter[bytes] = Counter()
        """seat → how many of the connections are its"""
        self._routes: tuple[list[FastPath], list[Connection]] | None = None
        self._unsettled: list[Connection] | None = None
        """those that have no fast path; None when that has to be determined again"""

    def __iter__(self) -> Iterator[Connection]:
        return iter(self._all)

    def __contains__(self, connection: object) -> bool:
        return connection in self._all

    def __len__(self) -> int:
        return len(self._all)

    def enter(self, connection: Connection) -> list[Connection]:
        """A socket opened. Returns the sockets above the person's limit: the oldest, which are most often dead."""
        seat, own = connection.person.seat, list[Connection]()
        if self._held[seat] >= MAX_SOCKETS:
            # Scan for a person's oldest socket only above the limit: it is O(n) for each join.
            own = [one for one in self._all if one.person.seat == seat and not one.out.closed]
        self._all.add(connection)
        self._held[seat] += 1
        self._unsettled = None
        return sorted(own, key=lambda one: one.since)[: max(0, len(own) + 1 - MAX_SOCKETS)]

    def leave(self, connection: Connection) -> None:
        """A socket closed."""
        seat = connection.person.seat
        self._all.discard(connection)
        self._held[seat] -= 1
        if not self._held[seat]:
            del self._held[seat]
        self.reroute()

    def sync(self, connection: Connection) -> None:
        """This replica has the state of the epoch and gets updates from now on."""
        connection.synced = True
        self.reroute()

    def unsync(self) -> None:
        """A new epoch began: no replica has what its updates build on."""
        for connection in self._all:
            connection.synced = False
        self.reroute()

    def reroute(self) -> None:
        """The fast paths have to be determined again."""
        self._routes = self._unsettled = None

    def spread(self, update: Frame) -> None:
        """One frame, encoded once, for every replica that has what it builds on."""
        fast_paths, others = self._route()
        if update.compressible:
            fast_paths, others = [], [one for one in self._all if one.synced]
        data = update.encoded
        for write in fast_paths:
            try:
                write(data)
            except RuntimeError:
                # The transport is closing; `connection_lost()` has not run yet.
                self.reroute()
        for connection in others:
            connection.out.send(update)

    def _route(self) -> tuple[list[FastPath], list[Connection]]:
        """The fast paths, which take bytes without a look at each, and the connections that have none."""
        if self._routes is None:
            synced = [one for one in self._all if one.synced]
            paths = [(one, one.out.fast_path) for one in synced]
            self._routes = [way for _, way in paths if way], [one for one, way in paths if not way]
        return self._routes

    def close_all(self, code: Close = Close.TOO_SLOW) -> None:
        """Closes every connection; with the default code the pages come back and sync."""
        for connection in self._all:
            connection.out.close(code)

    def check_timeouts(self, now: float) -> None:
        """Called about once a second with the loop's time: closes readers that take nothing or never ask.

        A reader with a fast path has asked and takes everything; hardly any of a thousand is without one.
        """
        if self._unsettled is None:
            self._unsettled = [one for one in self._all if not (one.synced and one.out.fast_path)]
        for connection in self._unsettled:
            connection.out.check_timeout(now)
            if not connection.asked and now - connection.since > NEVER_ASKED:
                connection.out.close(Close.TOO_SLOW)
