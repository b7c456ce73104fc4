"""For how long people have been connected to a board, until they count."""

import math
from dataclasses import dataclass

from board.facilitation import crowd
from board.people.cookie import Person

BATCHED = 1.0
"""seconds after an answer of `ripe` until the next: each is stored, and of a crowd somebody is ripe all the time"""


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


class Attendance:
    """Adds up the time in which a person has at least one socket open. In memory only: after a restart it begins at 0.

    All times are Unix seconds of the room's clock.
    """

    def __init__(self) -> None:
        self._stays: dict[bytes, _Stay] = {}
        self._next = 0.0
        """nobody counts before: a large board is asked often and has to answer without a look at everybody"""

    def opens(self, person: Person, now: float) -> None:
        """One more socket of this person opened."""
        stay = self._stays.setdefault(person.seat, _Stay(person, 0, now))
        if stay.sockets == 0:
            stay.since = now
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

    def forget(self, person: Person) -> None:
        """They count now, or never came in."""
        self._stays.pop(person.seat, None)
