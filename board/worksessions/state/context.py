"""What a command of a session may see and change: the session, the person and the time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from board.canvas import text as texts
from board.errors import AtLimit, Refused
from board.facilitation import shares
from board.people import cookie
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.document import Owner
from board.protocol.worksession.links import Link
from board.worksessions.state.session import Session

Shared = Literal["people", "tasks", "items", "parked", "conditions", "agreements"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one session. Rules of sharing: `facilitation.shares`."""

    people: int = limits.PEOPLE
    tasks: int = limits.TASKS
    items: int = limits.ITEMS
    parked: int = limits.PARKED_MOST
    conditions: int = limits.CONDITIONS
    agreements: int = limits.AGREEMENTS
    boards: int = limits.BOARDS


@dataclass(frozen=True, slots=True)
class CommandContext:
    """`now` is in Unix seconds, the same for a whole batch."""

    session: Session
    person: cookie.Person
    now: float
    limits: Limits
    here: Callable[[], frozenset[str]]
    """who is connected, by their ids in the document; few commands ask"""
    lead_gone: float | None = None
    """since when nobody who leads is connected"""
    joined_before: frozenset[str] = frozenset()
    """who had joined by then"""
    free: bool = False
    """it has been left open for so long that anybody may finish it"""
    used: dict[tuple[str, str], int] | None = None
    """(limit, person) → what they added since the session was loaded"""

    @property
    def me(self) -> str | None:
        """Who gives the command, in the document."""
        return self.session.person(self.person)

    @property
    def member(self) -> str:
        """The same for a command that the table of rights gives to nobody else. Raises LookupError for others."""
        if (id := self.me) is None:
            raise LookupError("This command is for people who joined.")
        return id

    @property
    def leads(self) -> bool:
        """Holds the lead's link."""
        return Link.LEAD in self.person.roles

    @property
    def accepts(self) -> bool:
        """Is here by the accept link."""
        return self.person.roles == {Link.ACCEPT}

    def check_room(self, what: Shared, *, total: int, more: int = 1) -> AtLimit | None:
        """Whether `more` fits beside a `total`. The lead, and whoever works alone, are bound by the limit alone."""
        most: int = getattr(self.limits, what)
        own = (self.used or {}).get((what, self.me or ""), 0)
        alone = len(self.session.members) <= 1
        full = shares.check(most, total=total, own=own, more=more, leads=self.leads or alone)
        return AtLimit(Refusal.SESSION_FULL, what=what, part=full.value, limit=most) if full else None

    def use(self, what: Shared, amount: int = 1) -> None:
        """Counts what this person added to a shared limit."""
        if self.used is not None:
            key = (what, self.me or "")
            self.used[key] = self.used.get(key, 0) + amount

    def owner(self, owner: Owner | None) -> Owner | Refused | None:
        """An owner that was sent: somebody of the session, or words."""
        if owner is None:
            return None
        if (owner.person is None) == (owner.words is None):
            return Refused(Refusal.OWNER_UNCLEAR)
        if owner.person is not None:
            return owner if owner.person in self.session.document.people else Refused(Refusal.NO_PERSON)
        words = checked(owner.words, limits.OWNER, empty=False)
        return words if isinstance(words, Refused) else Owner(words=words)


def all_checked(**texts: tuple[str | None, int]) -> dict[str, str | None] | Refused:
    """Texts that may be empty, each with the most that it may have: trimmed and None for an empty one.

    The reason why the first of them cannot be kept, if there is one.
    """
    kept: dict[str, str | None] = {}
    for name, (text, most) in texts.items():
        one = checked(text, most)
        if isinstance(one, Refused):
            return one
        kept[name] = one or None
    return kept


def checked(text: str | None, most: int, *, empty: bool = True) -> str | Refused:
    """A text that was sent, trimmed, or the reason why it cannot be kept; "" stands for none."""
    kept = texts.trimmed(text or "")
    return texts.check(kept, most=most, empty=empty) or kept
