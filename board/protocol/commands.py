"""The commands on the wire as typed structures, each with who may give it, when, and what it affects.

The form is checked here; `facilitation.policy` judges the rights, and the rules what a text may be.
"""

from enum import Enum, auto
from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import Meta

from board.protocol import limits
from board.protocol.command import Affects, Command, Rank, Rule, Uuid
from board.protocol.document import HighlightedAs, NextStep
from board.protocol.phases import Phase, span

Secret = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{21}[AQgw]\Z")]
Code = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{16,64}\Z")]


class By(Enum):
    """Whose a command is. It says which role may give it and who needs a seat for it."""

    PERSONAL = auto()
    """a person's own (ideas, ballots, consent): everybody needs a seat, the facilitator too"""
    GROUPING = auto()
    """everybody's while the setting `grouping` is "everyone", else the facilitator's; a participant needs a seat"""
    LEADING = auto()
    """the facilitator's, who needs no seat"""


PERSONAL, GROUPING, LEADING = By
DOCUMENT, COUNTS, SENDER, EVERYBODY = Affects
LOBBY, DIVERGE, REVEAL, CLUSTER, VOTE, DECIDE, FROZEN = Phase


class BoardCommand(Command):
    """A command of the governed board."""

    rule: ClassVar[Rule[By, Phase]]


class AddIdea(BoardCommand, by=PERSONAL, during=span(DIVERGE, DECIDE), affects=COUNTS):
    """An idea that comes when writing is over is not refused: it goes into the late tray."""

    idea: Uuid
    text: str
    secret: Secret


class EditIdea(BoardCommand, by=PERSONAL, during=span(DIVERGE, REVEAL), affects=DOCUMENT):
    idea: Uuid
    text: str
    secret: Secret


class WithdrawIdea(BoardCommand, by=PERSONAL, during=span(DIVERGE, REVEAL), affects=COUNTS):
    idea: Uuid
    secret: Secret


class SignIdea(BoardCommand, by=PERSONAL, during=span(REVEAL, DECIDE), affects=DOCUMENT):
    idea: Uuid
    secret: Secret
    name: str


class SetReady(BoardCommand, by=PERSONAL, during=span(REVEAL, CLUSTER), affects=SENDER):
    """In Read: this person has read the ideas. In Group: they have nothing more to move."""

    ready: bool


class Ask(BoardCommand, by=PERSONAL, during=span(REVEAL), affects=DOCUMENT):
    """A question about an idea. Nothing says who asks."""

    question: Uuid
    idea: Uuid
    text: str


class AnswerQuestion(BoardCommand, by=PERSONAL, during=span(REVEAL), affects=DOCUMENT):
    """The secret is that of the idea."""

    question: Uuid
    text: str
    secret: Secret


class PlaceIdea(BoardCommand, by=GROUPING, during=span(CLUSTER), affects=DOCUMENT):
    idea: Uuid
    cluster: Uuid | None
    rank: Rank | None = None


class NameCluster(BoardCommand, by=GROUPING, during=span(CLUSTER), affects=DOCUMENT):
    cluster: Uuid
    name: str
    rank: Rank | None = None


class DissolveCluster(BoardCommand, by=GROUPING, during=span(CLUSTER), affects=DOCUMENT):
    cluster: Uuid


class Merge(
    BoardCommand,
    by=GROUPING,
    during=span(CLUSTER),
    led=span(REVEAL),
    affects=DOCUMENT,
    rename={"sources": "from"},
):
    """In Read the facilitator joins near-duplicates; the group is there in Group."""

    merge: Uuid
    sources: Annotated[list[Uuid], Meta(max_length=1000)]
    into: Uuid
    name: str | None = None


class UndoMerge(BoardCommand, by=GROUPING, during=span(CLUSTER), led=span(REVEAL), affects=DOCUMENT):
    merge: Uuid


class CastBallot(BoardCommand, by=PERSONAL, during=span(VOTE), affects=SENDER):
    dots: Annotated[dict[str, int], Meta(max_length=200)]
    bold: str | None = None
    done: bool = False
    round: int | None = None
    receipt: Code | None = None
    proxy: Uuid | None = None


class AnswerConsent(BoardCommand, by=PERSONAL, during=span(DECIDE), affects=SENDER):
    level: Annotated[int, Meta(ge=0, le=5)]
    reason: str | None = None
    n: int | None = None


class OpenPhase(BoardCommand, by=LEADING, during=span(LOBBY, DECIDE)):
    phase: Phase
    minutes: float | None = None
    options: Annotated[list[str], Meta(max_length=2000)] | None = None


class SetTimer(BoardCommand, by=LEADING, during=span(DIVERGE, DECIDE)):
    minutes: float | None = None
    extend: float | None = None
    paused: bool | None = None


class ChangeSettings(BoardCommand, by=LEADING, during=span(LOBBY, DECIDE)):
    """Only the fields that are given change; None empties a field that may be empty."""

    question: str | msgspec.UnsetType = msgspec.UNSET
    problem: str | msgspec.UnsetType | None = msgspec.UNSET
    constraint: str | msgspec.UnsetType | None = msgspec.UNSET
    criterion: str | msgspec.UnsetType | None = msgspec.UNSET
    owner: str | msgspec.UnsetType | None = msgspec.UNSET
    visibility: Literal["hidden", "visible"] | msgspec.UnsetType = msgspec.UNSET
    grouping: Literal["everyone", "facilitator"] | msgspec.UnsetType = msgspec.UNSET
    minutes: float | msgspec.UnsetType = msgspec.UNSET
    dots: int | msgspec.UnsetType | None = msgspec.UNSET
    locked: bool | msgspec.UnsetType = msgspec.UNSET


class AdmitLate(BoardCommand, by=LEADING, during=span(REVEAL, CLUSTER)):
    pass


class SetAside(BoardCommand, by=LEADING, during=span(CLUSTER)):
    """`more` are options that go the same way with the first: all of them move, or none."""

    option: Uuid
    aside: bool
    more: Annotated[list[Uuid], Meta(max_length=2000)] = msgspec.field(default_factory=list)


class HideIdea(BoardCommand, by=LEADING, during=span(REVEAL, DECIDE)):
    idea: Uuid
    hidden: bool


class HideQuestion(BoardCommand, by=LEADING, during=span(REVEAL, DECIDE), affects=DOCUMENT):
    question: Uuid
    hidden: bool


class HighlightIdea(
    BoardCommand, by=LEADING, during=span(REVEAL, CLUSTER) | span(DECIDE), affects=DOCUMENT, rename={"how": "as"}
):
    """An idea or a group. Not in Vote: what the big screen shows there would steer the dots."""

    idea: Uuid | None
    how: HighlightedAs = "one"


class CloseConsent(BoardCommand, by=LEADING, during=span(DECIDE)):
    pass


class WriteDecision(BoardCommand, by=LEADING, during=span(DECIDE)):
    """`after` is the number of the wording that was read; 0: none stood. Without it, it replaces whatever stands."""

    decision: str
    owner: str
    shortlist: Annotated[list[str], Meta(max_length=2000)]
    why: str | None = None
    next_steps: Annotated[list[NextStep], Meta(max_length=limits.STEPS)] = msgspec.field(default_factory=list)
    outcome: Literal["decided", "recommended"] = "decided"
    decide_by: str | None = None
    after: Annotated[int, Meta(ge=0)] | None = None


class Freeze(BoardCommand, by=LEADING, during=span(DECIDE)):
    pass


class Correct(BoardCommand, by=LEADING, during=span(FROZEN)):
    """Opens a final decision again. Its record stays; the next freeze makes another one that follows it."""


KINDS: tuple[type[BoardCommand], ...] = tuple(BoardCommand.__subclasses__())

CAST_PROXY: Rule[By, Phase] = Rule("cast_proxy", LEADING, span(VOTE), SENDER)
"""`cast_ballot` with a `proxy`: a ballot for somebody who sits in the room"""


def rule_of(command: BoardCommand) -> Rule[By, Phase]:
    """The declaration that holds for this command."""
    return CAST_PROXY if isinstance(command, CastBallot) and command.proxy is not None else command.rule
