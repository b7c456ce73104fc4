"""Who is in a session: people by their ids, not sockets. All times are Unix seconds."""

from msgspec import Struct

from board.live.connections import Connections
from board.live.peers.others import Others
from board.protocol.worksession.links import Link
from board.worksessions.state.session import Session

GONE_AFTER = 10.0
"""seconds that somebody still counts as here after the last socket closed: pages reload"""
LATE = 5.0
"""seconds by which another process may have noticed later that a lead was there"""


class Here(Struct, array_like=True, frozen=True):
    """What a process reports of who is in a session."""

    people: frozenset[str]
    works: bool
    """somebody who can work here is connected to it"""
    leads: bool
    """somebody who leads is connected to it"""
    occupied: float | None
    lead_gone: float | None
    joined_before: frozenset[str]


class Presence:
    """People who are connected or left a moment ago, and since when nobody leads."""

    def __init__(self, session: Session, now: float) -> None:
        self._left: dict[bytes, float] = {}
        """seat → when its last socket closed"""
        self.lead_gone: float | None = now
        """since when nobody who leads is connected; None while somebody is. A session begins with nobody"""
        self.joined_before = frozenset(session.members)
        """who had joined by then: a person who joins while nobody leads cannot take the lead"""
        self.occupied: float | None = None
        """since when somebody who can work here has been connected without a gap; a big screen does not count"""
        self._led_at = 0.0
        """when somebody who leads was last seen"""
        self._saw_lead_go = False
        """here or at a process that reported it: `lead_gone` is more than the time of the load"""

    def update(self, connections: Connections, session: Session, others: Others, now: float) -> None:
        """Somebody came, went, or was given the lead, at this process or another one."""
        known = _known(others)
        self._occupy(known, now, works=_works(connections) or any(one.works for one in known))
        if _leads(connections, session) or any(one.leads for one in known):
            self.lead_gone, self._led_at = None, now
            return
        if self.lead_gone is None:
            self.lead_gone, self.joined_before = now, frozenset(session.members)
            self._saw_lead_go = True
        for one in known:
            # It may have been there before us. What it knew before a lead came is over.
            if one.lead_gone is not None and self._led_at - LATE < one.lead_gone < self.lead_gone:
                self.lead_gone, self.joined_before = one.lead_gone, one.joined_before
                self._saw_lead_go = True

    def _occupy(self, known: list[Here], now: float, *, works: bool) -> None:
        since = [one.occupied for one in known if one.works and one.occupied is not None]
        self.occupied = min([now if self.occupied is None else self.occupied, *since]) if works else None

    @property
    def lingers(self) -> bool:
        """Somebody left a moment ago."""
        return bool(self._left)

    def left(self, seat: bytes, now: float) -> None:
        """A socket closed."""
        self._left[seat] = now

    def here(self, connections: Connections, session: Session, others: Others, now: float) -> frozenset[str]:
        """The ids of those who are here."""
        return self._present(connections, session, now).union(*(one.people for one in _known(others)))

    def report(self, connections: Connections, session: Session, now: float) -> Here:
        """For other processes."""
        return Here(
            self._present(connections, session, now),
            _works(connections),
            _leads(connections, session),
            self.occupied,
            self.lead_gone if self._saw_lead_go else None,
            self.joined_before if self._saw_lead_go and self.lead_gone is not None else frozenset(),
        )

    def _present(self, connections: Connections, session: Session, now: float) -> frozenset[str]:
        """Those who are here at this process."""
        seats = {one.person.seat for one in connections if one.role in (Link.LEAD, Link.JOIN)}
        seats |= {seat for seat, at in self._left.items() if now - at < GONE_AFTER}
        return frozenset(id for seat in seats if (id := session.seats.get(seat)))

    def forget_gone(self, now: float) -> bool:
        """Those who left long enough ago are not here any more. Whether there were any."""
        gone = [seat for seat, at in self._left.items() if now - at >= GONE_AFTER]
        for seat in gone:
            del self._left[seat]
        return bool(gone)


def _works(connections: Connections) -> bool:
    return any(one.role in (Link.LEAD, Link.JOIN) for one in connections)


def _leads(connections: Connections, session: Session) -> bool:
    acting = session.meta.acting
    return any(
        one.role == Link.LEAD or (acting is not None and session.seats.get(one.person.seat) == acting)
        for one in connections
    )


def _known(others: Others) -> list[Here]:
    return [one for one in others.people if isinstance(one, Here)]
