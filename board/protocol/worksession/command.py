"""What every command of a work session has, and the types of their fields."""

from typing import Annotated, ClassVar

from msgspec import Meta

from board.protocol.command import Affects, Command, Rule
from board.protocol.worksession import limits
from board.protocol.worksession.states import State, span
from board.protocol.worksession.whose import Whose

Minutes = Annotated[int, Meta(ge=1, le=240)]
Length = Annotated[int, Meta(ge=limits.SHORTEST, le=limits.LONGEST)]
Moment = Annotated[int, Meta(ge=0, le=limits.LAST_MOMENT)]
Date = Annotated[str, Meta(pattern=r"\A\d{4}-\d{2}-\d{2}\Z")]
Person = Annotated[str, Meta(max_length=64)]

JOINING, MEMBER, PLANNING, CLOCK, FINISHER, ACCEPTING, LEADING, VERDICT, OWNING = Whose
PLAN, RUNNING, ENDED, SHARED = State
ALWAYS = span(PLAN, SHARED)
OPEN = span(PLAN, RUNNING)
DOCUMENT, SENDER = Affects.DOCUMENT, Affects.SENDER


class SessionCommand(Command):
    """A command of a work session."""

    rule: ClassVar[Rule[Whose, State]]
