"""For how long people have been connected to a board, until they count."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from board.facilitation import crowd
from board.people.cookie import Person

BATCHED = 1.0
"""seconds after an answer of `ripe` until the next: each is stored, and of a crowd somebody is ripe all the time"""
SHORT = 8
"""bytes of a seat by which processes speak of it"""
Stays = dict[bytes, tuple[float | None, float]]
"""seat in short → when the first of the open sockets opened, None without one, and the seconds of earlier stays"""


def short(seat: bytes) -> bytes:
    """A seat as processes speak of it."""
    return seat[:SHORT]


@dataclass(slots=True)
class _Stay:
    person: Person
    sockets: int
    since: float
    """when the first of the open sockets opened"""
    seconds: float = 0.0
    """of earlier stays"""

    @property
    def counts_at(self) -> float:
        """When it is long enough, if they stay."""
        return self.since + crowd.COUNTS_AFTER - self.seconds

    def total(self, now: float) -> float:
        """All seconds so far."""
        return self.seconds + (max(0.0, now - self.since) if self.sockets else 0.0)


class Attendance:
    """Adds up the time in which a person has at least one socket open. In memory only: after a restart it begins at 0.

    All times are Unix seconds of the room's clock.
    """

    def __init__(self) -> None:
        self._stays: dict[bytes, _Stay] = {}
        self._next = 0.0
        """nobody counts before: a large board is asked often and has to answer without a look at everybody"""
        self._elsewhere: dict[bytes, float] = {}
        """seat in short → seconds that another process has seen of this person"""

    def opens(self, person: Person, now: float) -> None:
        """One more socket of this person opened."""
        stay = self._stays.setdefault(person.seat, _Stay(person, 0, now))
        if stay.sockets == 0:
            stay.since = now
            stay.seconds = max(stay.seconds, self._elsewhere.get(short(person.seat), 0.0))
        stay.sockets += 1
        self._next = min(self._next, stay.counts_at)

    def closes(self, person: Person, now: float) -> None:
        """One of them closed."""
        stay = self._stays.get(person.seat)
        if stay is None:
            return
        stay.sockets -= 1
        if stay.sockets == 0:
            stay.seconds += max(0.0, now - stay.since)

    def ripe(self, now: float) -> list[Person]:
        """Those who are connected and have been for long enough."""
        if now < self._next:
            return []
        here = [stay for stay in self._stays.values() if stay.sockets]
        ripe = [stay.person for stay in here if now >= stay.counts_at]
        self._next = now + BATCHED if ripe else min((stay.counts_at for stay in here), default=math.inf)
        return ripe

    @property
    def stays(self) -> Stays:
        """Everybody's, for other processes."""
        return {short(seat): (stay.since if stay.sockets else None, stay.seconds) for seat, stay in self._stays.items()}

    def receive(self, stays: Mapping[bytes, tuple[float | None, float]], now: float) -> None:
        """The stays at another process. Time at both at once counts once."""
        for seat, (since, seconds) in stays.items():
            total = seconds + (max(0.0, now - since) if since is not None else 0.0)
            self._elsewhere[seat] = max(total, self._elsewhere.get(seat, 0.0))
        for own, stay in self._stays.items():
            more = self._elsewhere.get(short(own), 0.0) - stay.total(now)
            if more > 0:
                stay.seconds += more
                self._next = min(self._next, stay.counts_at)

    def forget_counting(self, counts: Callable[[Person], bool]) -> None:
        """Those count now whom another process has seen for long enough."""
        for stay in [stay for stay in self._stays.values() if counts(stay.person)]:
            self.forget(stay.person)

    def forget(self, person: Person) -> None:
        """They count now, or never came in."""
        self._stays.pop(person.seat, None)
