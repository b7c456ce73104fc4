"""For how long people have been connected to a board, until they count."""

from dataclasses import dataclass

from board.facilitation import crowd
from board.people.cookie import Person


@dataclass(slots=True)
class _Stay:
    person: Person
    sockets: int
    since: float
    """when the first of the open sockets opened"""
    seconds: float = 0.0
    """of earlier stays"""


class Attendance:
    """Adds up the time in which a person has at least one socket open. In memory only: after a restart it begins at 0.

    All times are Unix seconds of the room's clock.
    """

    def __init__(self) -> None:
        self._stays: dict[bytes, _Stay] = {}

    def opens(self, person: Person, now: float) -> None:
        """One more socket of this person opened."""
        stay = self._stays.setdefault(person.seat, _Stay(person, 0, now))
        if stay.sockets == 0:
            stay.since = now
        stay.sockets += 1

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
        return [
            stay.person
            for stay in self._stays.values()
            if stay.sockets and stay.seconds + now - stay.since >= crowd.COUNTS_AFTER
        ]

    def forget(self, person: Person) -> None:
        """They count now, or never came in."""
        self._stays.pop(person.seat, None)
