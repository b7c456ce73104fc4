"""A new board: its settings, its links, its first row."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
from sqlalchemy import Connection

from board.db.engine import is_storage_fault
from board.db.writer import Writer
from board.decisions.keeping import today
from board.errors import Invalid, Refused, Unavailable
from board.facilitation.phases import Phase
from board.people import service as people
from board.people.links import mint
from board.people.roles import Role
from board.sync import phase_changes, store
from board.sync.board import Board
from board.sync.handlers import running
from board.words import live as words


class NewBoard(Struct, kw_only=True):
    """What a board begins with; everything but the question can be changed in the lobby."""

    question: str
    problem: str | None = None
    constraint: str | None = None
    criterion: str | None = None
    owner: str | None = None
    minutes: Annotated[float, Meta(gt=0, le=240)] = 10
    visibility: Literal["hidden", "visible"] = "hidden"
    dots: Annotated[int, Meta(ge=1, le=20)] | None = None


async def open_board(writer: Writer, *, wanted: NewBoard, now: float) -> tuple[str, dict[Role, str]]:
    """Stores a new board in its lobby; returns its id and the tokens of its links.

    Raises Invalid with a sentence, and Unavailable while nothing can be stored.
    """
    settings = running.clean(msgspec.structs.asdict(wanted))
    if isinstance(settings, Refused):
        raise Invalid(settings.why)
    board = Board(id=mint(), active_on=today(now))
    with board.change():
        board.put_meta(grouping="everyone", locked=False, sealed=False, hidden=[], aside=[], rounds=[], consents=[])
        board.put_meta(highlight=None, ballot=None, proposal=None, decision=None, consent=None, frozen=None)
        board.put_meta(counts={"joined": None, "wrote": None, "ideas": None, "voted": None})
        board.put_meta(**settings)
        phase_changes.enter(board, Phase.LOBBY, now)

    def write(conn: Connection) -> dict[Role, str]:
        store.create(conn, board=board)
        return people.add_links(conn, board=board.id, facilitate=mint())

    try:
        return board.id, await writer.write(write)
    except Exception as error:
        if is_storage_fault(error):
            raise Unavailable(words.STORAGE) from error
        raise
