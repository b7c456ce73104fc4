"""The commands on the wire as typed structures (DESIGN: the contract for clients).

The form is checked here; whether a command may be given and what its texts may be is judged by the rules.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from board import limits
from board.errors import Refused
from board.facilitation.phases import Phase
from board.live.commands import Command as LiveCommand
from board.live.commands import decode

Uuid = Annotated[str, Meta(pattern=r"\A[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\Z")]
Secret = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{21}[AQgw]\Z")]
Rank = Annotated[str, Meta(max_length=64)]
Code = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{16,64}\Z")]


class Command(LiveCommand):
    """A command of the governed board."""


class AddIdea(Command, tag="add_idea"):
    idea: Uuid
    text: str
    secret: Secret


class EditIdea(Command, tag="edit_idea"):
    idea: Uuid
    text: str
    secret: Secret


class WithdrawIdea(Command, tag="withdraw_idea"):
    idea: Uuid
    secret: Secret


class SignIdea(Command, tag="sign_idea"):
    idea: Uuid
    secret: Secret
    name: str


class PlaceIdea(Command, tag="place_idea"):
    idea: Uuid
    cluster: Uuid | None
    rank: Rank | None = None


class NameCluster(Command, tag="name_cluster"):
    cluster: Uuid
    name: str
    rank: Rank | None = None


class DissolveCluster(Command, tag="dissolve_cluster"):
    cluster: Uuid


class Merge(Command, tag="merge", rename={"sources": "from"}):
    merge: Uuid
    sources: Annotated[list[Uuid], Meta(max_length=1000)]
    into: Uuid
    name: str | None = None


class UndoMerge(Command, tag="undo_merge"):
    merge: Uuid


class CastBallot(Command, tag="cast_ballot"):
    dots: Annotated[dict[str, int], Meta(max_length=200)]
    bold: str | None = None
    done: bool = False
    round: int | None = None
    receipt: Code | None = None
    proxy: Uuid | None = None


class AnswerConsent(Command, tag="answer_consent"):
    level: Annotated[int, Meta(ge=0, le=5)]
    reason: str | None = None
    n: int | None = None


class OpenPhase(Command, tag="open_phase"):
    phase: Phase
    minutes: float | None = None
    options: Annotated[list[str], Meta(max_length=2000)] | None = None


class SetTimer(Command, tag="set_timer"):
    minutes: float | None = None
    extend: float | None = None
    paused: bool | None = None


class ChangeSettings(Command, tag="change_settings"):
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


class AdmitLate(Command, tag="admit_late"):
    pass


class SetAside(Command, tag="set_aside"):
    option: Uuid
    aside: bool


class HideIdea(Command, tag="hide_idea"):
    idea: Uuid
    hidden: bool


class HighlightIdea(Command, tag="highlight_idea"):
    idea: Uuid | None


class CloseConsent(Command, tag="close_consent"):
    pass


class NextStep(Struct):
    text: str
    owner: str | None = None
    when: str | None = None


class WriteDecision(Command, tag="write_decision"):
    """`after` is the number of the wording that was read; 0: none stood. Without it, it replaces whatever stands."""

    decision: str
    owner: str
    shortlist: Annotated[list[str], Meta(max_length=2000)]
    why: str | None = None
    next_steps: Annotated[list[NextStep], Meta(max_length=limits.STEPS)] = msgspec.field(default_factory=list)
    outcome: Literal["decided", "recommended"] = "decided"
    decide_by: str | None = None
    after: Annotated[int, Meta(ge=0)] | None = None


class Freeze(Command, tag="freeze"):
    pass


class Correct(Command, tag="correct"):
    """Opens a final decision again. Its record stays; the next freeze makes another one that follows it."""


KINDS = tuple(Command.__subclasses__())
_decoder: msgspec.json.Decoder[Command] = msgspec.json.Decoder(
    AddIdea
    | EditIdea
    | WithdrawIdea
    | SignIdea
    | PlaceIdea
    | NameCluster
    | DissolveCluster
    | Merge
    | UndoMerge
    | CastBallot
    | AnswerConsent
    | OpenPhase
    | SetTimer
    | ChangeSettings
    | AdmitLate
    | SetAside
    | HideIdea
    | HighlightIdea
    | CloseConsent
    | WriteDecision
    | Freeze
    | Correct
)


def parse_command(data: bytes | str) -> Command | Refused:
    """The command in a JSON text, or the reason why it is none."""
    return decode(_decoder, data)
