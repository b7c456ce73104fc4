"""The work that began with a decision, as the page of the decision shows it: beside the record, never in it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from board.records.http.answers import Asked
from board.records.service import Found


@dataclass(frozen=True, slots=True)
class Finished:
    """A session whose recap is shared."""

    title: str
    verdict: str
    at: str
    """when that was so, as a record has it"""
    address: str | None
    """of its recap; None where only those have it who were given the link"""


@dataclass(frozen=True, slots=True)
class Offered:
    """A session that somebody else opened from the decision, and that its facilitator may put on the page."""

    session: str
    title: str


@dataclass(frozen=True, slots=True)
class Work:
    finished: Sequence[Finished] = ()
    under_way: bool = False
    """there are sessions whose recap is not shared: the page says nothing else about them, not even how many"""
    offered: Sequence[Offered] = ()
    pause: bool = False
    """whoever led the board comes from it: people may want a pause before the work begins"""


NONE = Work()


class WorkFinder(ABC):
    """Looks up the work that began with a decision. Sessions are above decisions, so they bring it."""

    @abstractmethod
    async def find(self, asked: Asked, found: Found) -> Work:
        """What this reader may know of it."""
