"""Who is in a session: people by their ids, not sockets. All times are Unix seconds."""

from board.live.connections import Connections
from board.protocol.worksession.links import Link
from board.worksessions.state.session import Session

GONE_AFTER = 10.0
"""seconds that somebody still counts as here after the last socket closed: pages reload"""


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

    def update(self, connections: Connections, session: Session, now: float) -> None:
        """Somebody came, went, or was given the lead."""
        if not any(one.role in (Link.LEAD, Link.JOIN) for one in connections):
            self.occupied = None
        elif self.occupied is None:
            self.occupied = now
        leads = any(self._leads(one.person.seat, one.role, session) for one in connections)
        if leads:
            self.lead_gone = None
        elif self.lead_gone is None:
            self.lead_gone, self.joined_before = now, frozenset(session.members)

    def left(self, seat: bytes, now: float) -> None:
        """A socket closed."""
        self._left[seat] = now

    def here(self, connections: Connections, session: Session, now: float) -> frozenset[str]:
        """The ids of those who are here."""
        seats = {one.person.seat for one in connections if one.role in (Link.LEAD, Link.JOIN)}
        seats |= {seat for seat, at in self._left.items() if now - at < GONE_AFTER}
        return frozenset(id for seat in seats if (id := session.seats.get(seat)))

    def forget_gone(self, now: float) -> bool:
        """Those who left long enough ago are not here any more. Whether there were any."""
        gone = [seat for seat, at in self._left.items() if now - at >= GONE_AFTER]
        for seat in gone:
            del self._left[seat]
        return bool(gone)

    def _leads(self, seat: bytes, role: str, session: Session) -> bool:
        return role == Link.LEAD or (session.meta.acting is not None and session.seats.get(seat) == session.meta.acting)
