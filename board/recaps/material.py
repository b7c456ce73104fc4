"""All that a recap may say of a session: what its document has, its texts, and what the lead says of the work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from board.protocol.worksession.document import (
    Accepted,
    Agreement,
    Change,
    Condition,
    Contract,
    Ending,
    Item,
    Person,
    SessionDocument,
    SessionKind,
    Task,
)


class Text(NamedTuple):
    """A text with what readers count of it."""

    text: str
    words: int
    headings: int


class Before(NamedTuple):
    """The text with which the work began."""

    text: Text
    origin: str
    """"brought": somebody came with it; "session": the one before left it; "start": it was written here"""


class Answered(NamedTuple):
    """What a reader of an earlier recap said in one box, and what became of it."""

    kind: str
    """one of "helped", "unclear" and "missing", by its box"""
    said: str
    answer: str
    """whether it led to a change: "changed", or "not_yet" so far"""
    note: str | None = None


class Earlier(NamedTuple):
    """A session before this one whose recap was shared, in the fields of a record."""

    number: int
    recap: str | None
    """the address of its recap where that is public; others were given its link, or were not"""
    artifact: str
    verdict: str
    ended_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """What the lead says of the work, and decides to show."""

    summary: str | None = None
    """what changed, and why it looks like this"""
    next: str | None = None
    """what they would do next"""
    was: str | None = None
    became: str | None = None
    """of work made elsewhere: how it was before, and how it is now"""
    shows_before: bool = False
    """whether readers see the text with which the work began"""


NO_TEXT = Text("", 0, 0)
NO_LINES = Lines()


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that a recap may say about a session, in the shapes of its document."""

    now: float
    number: int = 1
    """which session of its chain it is, counted from 1"""
    kind: SessionKind = "team"
    contract: Contract
    decision: str | None = None
    conditions: Mapping[str, Condition] = field(default_factory=dict)
    agenda: Mapping[str, Item] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    tasks: Mapping[str, Task] = field(default_factory=dict)
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    ending: Ending | None = None
    began: float | None = None
    changes: Sequence[Change] = ()
    agreed: Sequence[Accepted] = ()
    accepted: Sequence[Accepted] = ()
    text: Text = NO_TEXT
    before: Before | None = None
    lines: Lines = NO_LINES
    follows: str | None = None
    answered: Sequence[Answered] = ()
    """what readers of the recaps before said"""
    chain: Sequence[Earlier] = ()
    """the sessions before whose recap is shared, the first one first"""

    @classmethod
    def of(
        cls,
        document: SessionDocument,
        *,
        now: float,
        number: int,
        text: Text,
        before: Before | None,
        lines: Lines,
        follows: str | None = None,
        answered: Sequence[Answered] = (),
        chain: Sequence[Earlier] = (),
    ) -> "Material":
        """From a session's document; the texts and the lead's lines are not in it."""
        meta = document.meta
        return cls(
            now=now,
            number=number,
            kind=meta.kind,
            contract=meta.contract,
            decision=meta.decision,
            conditions=document.conditions,
            agenda=document.agenda,
            people=document.people,
            tasks=document.tasks,
            agreements=document.agreements,
            ending=meta.ending,
            began=meta.clock.began if meta.clock else None,
            changes=meta.changes,
            agreed=meta.agreed,
            accepted=meta.accepted,
            text=text,
            before=before,
            lines=lines,
            follows=follows,
            answered=answered,
            chain=chain,
        )
