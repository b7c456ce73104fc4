"""The commands of a work session, each with whose it is, in which states, and what it affects.

`worksessions.rules.policy` judges the rights.
"""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from board.protocol.command import UUID, Rank, Uuid
from board.protocol.worksession.boards import OF_BOARDS
from board.protocol.worksession.command import (
    ACCEPTING,
    ALWAYS,
    CLOCK,
    DOCUMENT,
    ENDED,
    FINISHER,
    JOINING,
    LEADING,
    MEMBER,
    OPEN,
    OWNING,
    PLAN,
    PLANNING,
    RUNNING,
    SENDER,
    SHARED,
    Length,
    Minutes,
    Moment,
    Person,
    SessionCommand,
)
from board.protocol.worksession.document import Owner
from board.protocol.worksession.ending import OF_THE_END
from board.protocol.worksession.feedback import OF_FEEDBACK
from board.protocol.worksession.states import span


class Skip(Struct, frozen=True):
    """An item that is left out so that another one has more time."""

    skip: Uuid


class Join(SessionCommand, by=JOINING, during=OPEN, beside_board=True):
    name: str


class SetGoal(SessionCommand, by=MEMBER, during=OPEN, affects=DOCUMENT):
    goal: str
    reach: str | None = None


class ReportGoal(SessionCommand, by=MEMBER, during=span(RUNNING), affects=DOCUMENT):
    outcome: Literal["done", "nearly", "not"]
    note: str | None = None


class Take(SessionCommand, by=MEMBER, during=OPEN, affects=DOCUMENT):
    """An item of the agenda or a heading of the text, to work on; both None: nothing any more."""

    item: Uuid | None = None
    heading: str | None = None


class Stuck(SessionCommand, by=MEMBER, during=span(RUNNING), affects=DOCUMENT):
    stuck: bool
    note: str | None = None


class ShowName(SessionCommand, by=MEMBER, during=span(ENDED, SHARED), affects=DOCUMENT):
    shown: bool


class AddTask(SessionCommand, by=MEMBER, during=OPEN, affects=DOCUMENT):
    task: Uuid
    text: str
    owner: Owner | None = None
    when: str | None = None
    first_step: str | None = None
    item: Uuid | None = None


class EditTask(SessionCommand, by=MEMBER, during=ALWAYS, affects=DOCUMENT):
    """Only the fields that are given change."""

    task: Uuid
    text: str | UnsetType = UNSET
    owner: Owner | UnsetType | None = UNSET
    when: str | UnsetType | None = UNSET
    first_step: str | UnsetType | None = UNSET


class SetTask(SessionCommand, by=MEMBER, during=ALWAYS, affects=DOCUMENT):
    task: Uuid
    state: Literal["open", "done", "dropped"]
    note: str | None = None


class Park(SessionCommand, by=MEMBER, during=OPEN, affects=DOCUMENT):
    parked: Uuid
    text: str


class SettleParked(SessionCommand, by=MEMBER, during=span(RUNNING), affects=DOCUMENT, rename={"settled_as": "as"}):
    parked: Uuid
    settled_as: Literal["task", "next", "dropped"]


class AppendText(SessionCommand, by=FINISHER, during=span(PLAN, ENDED), affects=DOCUMENT):
    line: Uuid
    text: str
    heading: str | None = None


class AddCondition(SessionCommand, by=PLANNING, during=OPEN, affects=DOCUMENT):
    condition: Uuid
    text: str


class TickCondition(SessionCommand, by=FINISHER, during=span(RUNNING, ENDED), affects=DOCUMENT):
    condition: Uuid
    met: bool
    note: str | None = None


class ProposeAgreement(SessionCommand, by=MEMBER, during=span(RUNNING)):
    agreement: Uuid
    text: str
    why: str | None = None
    owner: Owner | None = None


class AnswerAgreement(SessionCommand, by=MEMBER, during=span(RUNNING), affects=SENDER):
    """With four or more people the level of the consent check, else yes or no by name."""

    agreement: Uuid
    level: Annotated[int, Meta(ge=0, le=5)] | None = None
    agree: bool | None = None
    reason: str | None = None


class CloseAgreement(SessionCommand, by=MEMBER, during=span(RUNNING)):
    """`withdraw`: the proposal goes with all its answers, however few they are, and none is ever shown."""

    agreement: Uuid
    withdraw: bool = False


class NextItem(SessionCommand, by=CLOCK, during=span(RUNNING), beside_board=True, rename={"leaving": "from"}):
    """`from` is the item that is left: of two people who press at once, one moves it."""

    leaving: Uuid


class Extend(SessionCommand, by=CLOCK, during=span(RUNNING), beside_board=True, rename={"source": "from"}):
    """More time for the running item, from a later one, from the end, or by leaving one out."""

    seconds: Annotated[int, Meta(ge=60, le=3600)]
    source: Annotated[str, Meta(pattern=rf"\A(end|{UUID})\Z")] | Skip


class ShowCondition(SessionCommand, by=CLOCK, during=span(RUNNING), rename={"leaving": "from"}):
    """Puts a condition on the big screen with the text under its heading; None: none any more.

    `from` is what was there for whoever goes on from it: of two people who press at once, one moves it.
    """

    condition: Uuid | None
    leaving: Uuid | UnsetType | None = UNSET


class Pause(SessionCommand, by=CLOCK, during=span(RUNNING), beside_board=True):
    paused: bool


class Back(SessionCommand, by=MEMBER, during=span(RUNNING)):
    """I am back from the break."""


class UndoClock(SessionCommand, by=CLOCK, during=span(RUNNING), beside_board=True):
    pass


class RestoreVersion(SessionCommand, by=MEMBER, during=span(RUNNING), affects=DOCUMENT):
    version: Annotated[int, Meta(ge=0)]


class NameVersion(SessionCommand, by=MEMBER, during=span(RUNNING), affects=DOCUMENT):
    name: str


class KeepBrought(SessionCommand, by=MEMBER, during=OPEN, affects=DOCUMENT):
    """Keeps the text as the one that somebody came with, once a file of theirs stands in it."""


class TakeLead(SessionCommand, by=MEMBER, during=ALWAYS, beside_board=True):
    """When no lead was connected for two minutes."""


class AcceptContract(SessionCommand, by=ACCEPTING, during=OPEN, affects=DOCUMENT):
    name: str
    yes: bool
    note: str | None = None


class AcceptVerdict(SessionCommand, by=ACCEPTING, during=span(ENDED, SHARED), affects=DOCUMENT):
    name: str
    yes: bool
    note: str | None = None


class EditContract(SessionCommand, by=OWNING, during=OPEN):
    """Only the fields that are given change; None empties a field that may be empty."""

    artifact: str | UnsetType = UNSET
    audience: str | UnsetType | None = UNSET
    problem: str | UnsetType | None = UNSET
    constraint: str | UnsetType | None = UNSET
    owner: Owner | UnsetType | None = UNSET
    starts: Moment | UnsetType | None = UNSET
    zone: str | UnsetType | None = UNSET
    minutes: Length | UnsetType = UNSET
    repeats: Literal["weekly"] | UnsetType | None = UNSET


class EditCondition(SessionCommand, by=OWNING, during=OPEN, affects=DOCUMENT):
    condition: Uuid
    text: str | None


class AddItem(SessionCommand, by=LEADING, during=OPEN):
    item: Uuid
    title: str
    minutes: Minutes
    kind: Literal["work", "break", "board", "finish"] = "work"
    owner: Owner | None = None
    rank: Rank | None = None


class EditItem(SessionCommand, by=LEADING, during=OPEN):
    """Only the fields that are given change."""

    item: Uuid
    title: str | UnsetType = UNSET
    minutes: Minutes | UnsetType = UNSET
    owner: Owner | UnsetType | None = UNSET
    rank: Rank | UnsetType = UNSET


class RemoveItem(SessionCommand, by=LEADING, during=OPEN):
    item: Uuid


class SetClock(SessionCommand, by=LEADING, during=OPEN, beside_board=True):
    clock: Literal["everyone", "lead"]


class Start(SessionCommand, by=LEADING, during=span(PLAN)):
    pass


class Assign(SessionCommand, by=OWNING, during=ALWAYS, beside_board=True):
    person: Person
    decider: bool


class Lock(SessionCommand, by=OWNING, during=ALWAYS, beside_board=True):
    locked: bool


class Remove(SessionCommand, by=OWNING, during=ALWAYS, beside_board=True):
    person: Person


class RenewLinks(SessionCommand, by=OWNING, during=ALWAYS, beside_board=True):
    which: Annotated[list[Literal["lead", "join", "read", "accept", "calendar"]], Meta(min_length=1, max_length=5)]


class Delete(SessionCommand, by=OWNING, during=ALWAYS, beside_board=True):
    pass


_ELSEWHERE = (*OF_BOARDS, *OF_THE_END, *OF_FEEDBACK)
_BEFORE = (one for one in SessionCommand.__subclasses__() if one not in _ELSEWHERE)
KINDS: tuple[type[SessionCommand], ...] = (*_BEFORE, *_ELSEWHERE)
