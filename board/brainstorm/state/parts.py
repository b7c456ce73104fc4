"""The parts of a board that are stored. Each knows what of it changed and how that is written.

`PARTS` is the unit of work: a new kind of part is one entry more, and nothing else has to know of it. A field of
`Board` that is declared with `kept` is a part by itself.
"""

import copy
import random
from dataclasses import fields
from typing import Protocol

from sqlalchemy import Connection, insert, update

from board.brainstorm.state.board import Board
from board.db.rows import Rows, Tracker
from board.facilitation.tables import boards
from board.live.document import NoDocumentError
from board.records import service as decisions
from board.voting.tables import receipts

COLUMNS = [column.name for column in boards.c if column.name != "id"]
_random = random.SystemRandom()


class Part(Protocol):
    """What of a board is written when it changed."""

    def is_dirty(self, board: Board) -> bool:
        """Whether it has to be written."""

    def save(self, conn: Connection, board: Board) -> None:
        """Writes what changed. Called when it is dirty."""

    def stored(self, board: Board) -> None:
        """After the commit: memory and database are the same."""

    def forgets(self, board: Board) -> bool:
        """Whether rows are deleted that nobody may find again."""


class _Log:
    """The updates of the document."""

    def is_dirty(self, board: Board) -> bool:
        return bool(board.made) or board.new_epoch

    def save(self, conn: Connection, board: Board) -> None:
        if board.new_epoch:
            board.log.replace(conn, board.epoch, board.canvas.state())
        else:
            board.log.append(conn, board.epoch, board.made, board.canvas.state)

    def stored(self, board: Board) -> None:
        board.new_epoch, board.made = False, []

    def forgets(self, board: Board) -> bool:
        return board.new_epoch


class _Rows:
    """The rows that a field of the board holds."""

    def __init__(self, name: str, rows: Rows) -> None:
        self.rows = rows
        self._name = name

    def of(self, board: Board) -> Tracker:
        return getattr(board, self._name)  # type: ignore[no-any-return]

    def is_dirty(self, board: Board) -> bool:
        return self.of(board).dirty

    def save(self, conn: Connection, board: Board) -> None:
        self.rows.save(conn, board.id, self.of(board))

    def stored(self, board: Board) -> None:
        self.of(board).stored()

    def forgets(self, board: Board) -> bool:
        return self.of(board).rewritten


ROWS = tuple(_Rows(field.name, field.metadata["rows"]) for field in fields(Board) if "rows" in field.metadata)


class _Receipts:
    """The receipts of a round that was just counted."""

    def is_dirty(self, board: Board) -> bool:
        return bool(board.new_receipts)

    def save(self, conn: Connection, board: Board) -> None:
        # Shuffled: on a page of the file the dots of one ballot would stand together.
        told = _random.sample(board.new_receipts, len(board.new_receipts))
        rows = [{"board": board.id, "round": n, "option": option, "hash": text} for n, option, text in told]
        conn.execute(insert(receipts), rows)

    def stored(self, board: Board) -> None:
        board.new_receipts.clear()

    def forgets(self, _board: Board) -> bool:
        return False


class _Record:
    """The record of a freeze."""

    def is_dirty(self, board: Board) -> bool:
        return board.frozen is not None

    def save(self, conn: Connection, board: Board) -> None:
        if board.frozen is not None:
            content, follows = board.frozen
            decisions.store(conn, board=board.id, content=content, frozen_at=board.history[-1][1], follows=follows)

    def stored(self, board: Board) -> None:
        board.frozen = None

    def forgets(self, _board: Board) -> bool:
        return False


class _BoardRow:
    """The row of the board itself."""

    def is_dirty(self, board: Board) -> bool:
        return board.row != board.row_now()

    def save(self, conn: Connection, board: Board) -> None:
        """Raises NoDocumentError when the row is not there any more."""
        values = dict(zip(COLUMNS, board.row_now(), strict=True))
        if conn.execute(update(boards).where(boards.c.id == board.id).values(**values)).rowcount == 0:
            raise NoDocumentError(board.id)

    def stored(self, board: Board) -> None:
        if self.is_dirty(board):
            board.row = copy.deepcopy(board.row_now())

    def forgets(self, _board: Board) -> bool:
        return False


PARTS: tuple[Part, ...] = (_Log(), *ROWS, _Receipts(), _Record(), _BoardRow())
"""in the order in which they are written"""
