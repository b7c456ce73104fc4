"""A board inside a session: what the document and a notice say of it, and the commands that open one.

While the running item holds an open board, only commands that are declared with `beside_board` can be given: what
others show of their sender would tell who is not writing on the board at that moment.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from board.protocol.command import Uuid
from board.protocol.worksession.command import LEADING, MEMBER, RUNNING, SessionCommand
from board.protocol.worksession.states import span


class ItemBoard(Struct, frozen=True, kw_only=True):
    """The board of an item. Neither its id nor a link is here, because readers have the document."""

    state: Literal["open", "decided", "counted", "gone"]
    """open: people write, read, vote or decide there; decided: its decision is final and stands in the session;
    counted: the item ended before a decision, and the count stands in the session; gone: the board was deleted"""
    decision: str | None = None
    """the digest of the decision"""
    asks: bool = False
    """somebody asked everybody; false: the item was planned"""


class Dots(Struct, frozen=True):
    """An option of a count, as the record of the board calls it."""

    name: str
    dots: int


class BoardLinks(Struct, frozen=True):
    """The paths that open the board of an item, for one person."""

    take_part: str
    lead: str | None
    """for whoever opened it: they facilitate it"""


class OpenBoard(SessionCommand, by=LEADING, during=span(RUNNING), beside_board=True):
    """Opens the board of an item of kind "board", with the title as its question. A second one changes nothing."""

    item: Uuid


class AskEverybody(SessionCommand, by=MEMBER, during=span(RUNNING)):
    """Adds an item of kind "board" after the running one, and opens its board. `item` is the idempotency key."""

    item: Uuid
    question: str
    minutes: Annotated[int, Meta(ge=1, le=30)] = 3


OF_BOARDS: tuple[type[SessionCommand], ...] = (OpenBoard, AskEverybody)
