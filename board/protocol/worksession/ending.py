"""The commands of the end: the verdict, the recap, and the next session."""

from typing import Literal

from msgspec import UNSET, UnsetType

from board.protocol.worksession.command import (
    DOCUMENT,
    ENDED,
    FINISHER,
    OWNING,
    RUNNING,
    SHARED,
    VERDICT,
    Date,
    Moment,
    Person,
    SessionCommand,
)
from board.protocol.worksession.states import span


class End(SessionCommand, by=VERDICT, during=span(RUNNING), beside_board=True):
    """The verdict. "nearly" names who finishes it, and by when."""

    verdict: Literal["done", "nearly", "another"]
    note: str | None = None
    elsewhere: str | None = None
    finisher: Person | None = None
    by: Date | None = None


class Finish(SessionCommand, by=FINISHER, during=span(ENDED)):
    """What was nearly done is done."""


class Reopen(SessionCommand, by=OWNING, during=span(ENDED)):
    pass


class EditRecap(SessionCommand, by=OWNING, during=span(ENDED), affects=DOCUMENT):
    """Only the fields that are given change. Everybody of the session sees the recap with them at once."""

    summary: str | UnsetType | None = UNSET
    next: str | UnsetType | None = UNSET
    was: str | UnsetType | None = UNSET
    became: str | UnsetType | None = UNSET
    before: bool | UnsetType = UNSET
    making: bool | UnsetType = UNSET


class Share(SessionCommand, by=OWNING, during=span(ENDED, SHARED)):
    """Freezes the recap; the answer has its address. Shared already, it changes who finds it, and nothing else."""

    visibility: Literal["link", "public"]
    summary: str | UnsetType | None = UNSET
    next: str | UnsetType | None = UNSET
    before: bool | UnsetType = UNSET
    making: bool | UnsetType = UNSET


class Correct(SessionCommand, by=OWNING, during=span(SHARED)):
    """Opens the recap for a correction: the next one that is shared follows it."""


class OpenNext(SessionCommand, by=OWNING, during=span(ENDED, SHARED)):
    """The next session, with what is left. A second one answers with the same id.

    Without `starts` one that repeats begins a week later, at the same time in its zone, and any other when everybody is
    there. Without a start nothing repeats.
    """

    starts: Moment | UnsetType | None = UNSET
    zone: str | UnsetType | None = UNSET
    repeats: Literal["weekly"] | UnsetType | None = UNSET


OF_THE_END: tuple[type[SessionCommand], ...] = (End, Finish, Reopen, EditRecap, Share, Correct, OpenNext)
