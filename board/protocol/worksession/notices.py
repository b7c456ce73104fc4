"""The notices of a work session: who is here, and the private state of one person.

Times are Unix seconds by the server's clock. A notice without `you` leaves a page's own state as it was.
"""

from msgspec import Struct

from board.protocol.document import Level
from board.protocol.notices import Head
from board.protocol.worksession.boards import BoardLinks
from board.protocol.worksession.links import Link


class OwnLevel(Struct, frozen=True):
    """This person's answer to an open consent check."""

    level: Level
    reason: str


class SessionYou(Struct, frozen=True):
    """The private state of one person."""

    role: Link
    """The link by which this connection is here."""
    roles: tuple[Link, ...]
    """All links that this person holds."""
    person: str | None = None
    """Who they are in the document; null until they join, and on the big screen."""
    answers: dict[str, OwnLevel] = {}
    """Agreement → the answer to its check, while that is open."""
    links: dict[Link, str] = {}
    """The tokens that the lead may give away, once some were renewed: pages that are open show the new ones."""
    boards: dict[str, BoardLinks] = {}
    """Item → the links of its board, for people who joined, as long as there is one."""


class SessionSharedNotice(Head, frozen=True):
    """The part of a notice that is the same for everybody."""

    epoch: int
    """Which document the session has."""
    readonly: bool
    """The server cannot store anything just now."""
    here: tuple[str, ...] | None
    """Who is connected, or was a moment ago. null while an anonymous check or a board is open: arrivals would show."""
    present: int
    """How many that are."""
    answered: dict[str, int]
    """Agreement → how many have answered its open check."""
    lead_gone: float | None
    """Since when nobody who leads is connected; null while somebody is, and whenever `here` is."""
    left_open: float | None
    """Since when nobody works on a session whose time is over; null while somebody does."""
    replies: int
    """Another number whenever a reply to a recap of the chain comes or changes; 0: there is none."""


class SessionNotice(SessionSharedNotice, frozen=True):
    """A whole notice."""

    you: SessionYou
