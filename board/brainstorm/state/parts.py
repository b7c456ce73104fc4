"""The parts of a board that are stored: a new kind of part is one entry more, and nothing else has to know of it."""

import copy
import random

from sqlalchemy import Connection, insert, update

from board.brainstorm.state.board import Board
from board.facilitation.tables import boards
from board.live.document import NoDocumentError
from board.live.stored.parts import UnitOfWork
from board.live.stored.private_rows import PrivateRows
from board.records.service import decisions
from board.voting.tables import receipts

COLUMNS = [column.name for column in boards.c if column.name != "id"]
PRIVATE_ROWS = PrivateRows(Board)
_random = random.SystemRandom()


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
            decisions.store(conn, source=board.id, content=content, frozen_at=board.history[-1][1], follows=follows)

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


WORK: UnitOfWork[Board] = UnitOfWork(PRIVATE_ROWS, _Receipts(), _Record(), _BoardRow())
