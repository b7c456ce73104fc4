"""The commands on the wire as typed structures, each with who may give it, when, and what it affects.

The form is checked here; `facilitation.policy` judges the rights, and the rules what a text may be.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Annotated, Any, ClassVar, Literal

import msgspec
from msgspec import Meta, Struct, StructMeta

from board.protocol import limits
from board.protocol.document import NextStep
from board.protocol.phases import Phase, span

Uuid = Annotated[str, Meta(pattern=r"\A[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\Z")]
Secret = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{21}[AQgw]\Z")]
Rank = Annotated[str, Meta(max_length=64)]
Code = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{16,64}\Z")]


class By(Enum):
    """Whose a command is. It says which role may give it and who needs a seat for it."""

    PERSONAL = auto()
    """a person's own (ideas, ballots, consent): everybody needs a seat, the facilitator too"""
    GROUPING = auto()
    """everybody's while the setting `grouping` is "everyone", else the facilitator's; a participant needs a seat"""
    LEADING = auto()
    """the facilitator's, who needs no seat"""


class Affects(Enum):
    """What a command changes of the notices. The broadcast sends no more than that."""

    DOCUMENT = auto()
    """the document alone: no notice follows"""
    COUNTS = auto()
    """counts, and the sender's private state"""
    SENDER = auto()
    """the sender's private state, which all their tabs show at once"""
    EVERYBODY = auto()
    """what all notices say, or what other people may know of themselves"""


PERSONAL, GROUPING, LEADING = By
DOCUMENT, COUNTS, SENDER, EVERYBODY = Affects
LOBBY, DIVERGE, REVEAL, CLUSTER, VOTE, DECIDE, FROZEN = Phase


@dataclass(frozen=True, slots=True)
class Rule:
    """What is declared of a command."""

    name: str
    """on the wire"""
    by: By
    phases: frozenset[Phase]
    """in which it may be given: always one unbroken stretch"""
    affects: Affects


class CommandMeta(StructMeta):
    """Takes the declaration of a command as arguments of its class, and names it after the class."""

    def __new__(
        mcls,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, object],
        *,
        by: By | None = None,
        phases: frozenset[Phase] = frozenset(),
        affects: Affects = EVERYBODY,
        **config: Any,  # noqa: ANN401 the options are those of msgspec
    ) -> "CommandMeta":
        if by is not None:
            config["tag"] = re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
            namespace["rule"] = Rule(config["tag"], by, phases, affects)
        return super().__new__(mcls, name, bases, namespace, **config)


class Command(Struct, metaclass=CommandMeta, tag_field="do", kw_only=True):
    """`id` is the request id that the answer repeats. `pad` means nothing: it only makes the command longer."""

    rule: ClassVar[Rule]

    id: Annotated[str, Meta(max_length=64)]
    pad: Annotated[str, Meta(max_length=4096)] = ""


class BoardCommand(Command):
    """A command of the governed board."""


class AddIdea(BoardCommand, by=PERSONAL, phases=span(DIVERGE, DECIDE), affects=COUNTS):
    """An idea that comes when writing is over is not refused: it goes into the late tray."""

    idea: Uuid
    text: str
    secret: Secret


class EditIdea(BoardCommand, by=PERSONAL, phases=span(DIVERGE, REVEAL), affects=DOCUMENT):
    idea: Uuid
    text: str
    secret: Secret


class WithdrawIdea(BoardCommand, by=PERSONAL, phases=span(DIVERGE, REVEAL), affects=COUNTS):
    idea: Uuid
    secret: Secret


class SignIdea(BoardCommand, by=PERSONAL, phases=span(REVEAL, DECIDE), affects=DOCUMENT):
    idea: Uuid
    secret: Secret
    name: str


class PlaceIdea(BoardCommand, by=GROUPING, phases=span(CLUSTER), affects=DOCUMENT):
    idea: Uuid
    cluster: Uuid | None
    rank: Rank | None = None


class NameCluster(BoardCommand, by=GROUPING, phases=span(CLUSTER), affects=DOCUMENT):
    cluster: Uuid
    name: str
    rank: Rank | None = None


class DissolveCluster(BoardCommand, by=GROUPING, phases=span(CLUSTER), affects=DOCUMENT):
    cluster: Uuid


class Merge(BoardCommand, by=GROUPING, phases=span(CLUSTER), affects=DOCUMENT, rename={"sources": "from"}):
    merge: Uuid
    sources: Annotated[list[Uuid], Meta(max_length=1000)]
    into: Uuid
    name: str | None = None


class UndoMerge(BoardCommand, by=GROUPING, phases=span(CLUSTER), affects=DOCUMENT):
    merge: Uuid


class CastBallot(BoardCommand, by=PERSONAL, phases=span(VOTE), affects=SENDER):
    dots: Annotated[dict[str, int], Meta(max_length=200)]
    bold: str | None = None
    done: bool = False
    round: int | None = None
    receipt: Code | None = None
    proxy: Uuid | None = None


class AnswerConsent(BoardCommand, by=PERSONAL, phases=span(DECIDE), affects=SENDER):
    level: Annotated[int, Meta(ge=0, le=5)]
    reason: str | None = None
    n: int | None = None


class OpenPhase(BoardCommand, by=LEADING, phases=span(LOBBY, DECIDE)):
    phase: Phase
    minutes: float | None = None
    options: Annotated[list[str], Meta(max_length=2000)] | None = None


class SetTimer(BoardCommand, by=LEADING, phases=span(DIVERGE, DECIDE)):
    minutes: float | None = None
    extend: float | None = None
    paused: bool | None = None


class ChangeSettings(BoardCommand, by=LEADING, phases=span(LOBBY, DECIDE)):
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


class AdmitLate(BoardCommand, by=LEADING, phases=span(REVEAL, CLUSTER)):
    pass


class SetAside(BoardCommand, by=LEADING, phases=span(CLUSTER)):
    option: Uuid
    aside: bool


class HideIdea(BoardCommand, by=LEADING, phases=span(REVEAL, DECIDE)):
    idea: Uuid
    hidden: bool


class HighlightIdea(BoardCommand, by=LEADING, phases=span(REVEAL, CLUSTER)):
    idea: Uuid | None


class CloseConsent(BoardCommand, by=LEADING, phases=span(DECIDE)):
    pass


class WriteDecision(BoardCommand, by=LEADING, phases=span(DECIDE)):
    """`after` is the number of the wording that was read; 0: none stood. Without it, it replaces whatever stands."""

    decision: str
    owner: str
    shortlist: Annotated[list[str], Meta(max_length=2000)]
    why: str | None = None
    next_steps: Annotated[list[NextStep], Meta(max_length=limits.STEPS)] = msgspec.field(default_factory=list)
    outcome: Literal["decided", "recommended"] = "decided"
    decide_by: str | None = None
    after: Annotated[int, Meta(ge=0)] | None = None


class Freeze(BoardCommand, by=LEADING, phases=span(DECIDE)):
    pass


class Correct(BoardCommand, by=LEADING, phases=span(FROZEN)):
    """Opens a final decision again. Its record stays; the next freeze makes another one that follows it."""


KINDS: tuple[type[BoardCommand], ...] = tuple(BoardCommand.__subclasses__())

CAST_PROXY = Rule("cast_proxy", LEADING, span(VOTE), SENDER)
"""`cast_ballot` with a `proxy`: a ballot for somebody who sits in the room"""


def rule_of(command: BoardCommand) -> Rule:
    """The declaration that holds for this command."""
    return CAST_PROXY if isinstance(command, CastBallot) and command.proxy is not None else command.rule
