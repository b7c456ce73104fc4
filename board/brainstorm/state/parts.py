"""The parts of a board that are stored: a new kind of part is one entry more, and nothing else has to know of it."""

import copy
import random

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from board.brainstorm.state.board import Board
from board.facilitation.tables import boards
from board.facilitation.timer import Timer
from board.live.document import NoDocumentError
from board.live.stored.parts import Part, UnitOfWork
from board.live.stored.private_rows import PrivateRows
from board.people import service as people
from board.protocol.phases import Phase
from board.records.service import decisions
from board.voting import service as voting
from board.voting.tables import receipts

COLUMNS = [column.name for column in boards.c if column.name != "id"]
PRIVATE_ROWS = PrivateRows(Board)
_random = random.SystemRandom()


class _Receipts(Part[Board]):
    """The receipts of a round that was just counted."""

    name = receipts.name

    def is_dirty(self, board: Board) -> bool:
        return bool(board.new_receipts)

    def save(self, conn: Connection, board: Board) -> None:
        # Shuffled: on a page of the file the dots of one ballot would stand together.
        told = _random.sample(board.new_receipts, len(board.new_receipts))
        rows = [{"board": board.id, "round": n, "option": option, "hash": text} for n, option, text in told]
        conn.execute(insert(receipts), rows)

    def stored(self, board: Board) -> None:
        board.new_receipts.clear()

    async def load(self, conn: AsyncConnection, board: Board) -> None:
        board.receipts = await voting.receipts_of(conn, board=board.id)


class _Record(Part[Board]):
    """The record of a freeze."""

    name = "records"

    def is_dirty(self, board: Board) -> bool:
        return board.frozen is not None

    def save(self, conn: Connection, board: Board) -> None:
        if board.frozen is not None:
            content, follows = board.frozen
            decisions.store(conn, source=board.id, content=content, frozen_at=board.history[-1][1], follows=follows)

    def stored(self, board: Board) -> None:
        board.frozen = None


class _Links(Part[Board]):
    """The links, and the session with which the board goes on. Whoever changes them writes them."""

    name = people.LINKS

    def is_dirty(self, _board: Board) -> bool:
        return False

    def save(self, conn: Connection, board: Board) -> None:
        """Never called."""

    async def load(self, conn: AsyncConnection, board: Board) -> None:
        board.links = await people.granted(conn, board=board.id)
        board.session = await people.session_of(conn, board=board.id)


class _BoardRow(Part[Board]):
    """The row of the board itself."""

    name = boards.name

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

    async def load(self, conn: AsyncConnection, board: Board) -> None:
        """Raises NoDocumentError when there is none."""
        row = (await conn.execute(select(boards).where(boards.c.id == board.id))).first()
        if row is None:
            raise NoDocumentError(board.id)
        board.phase = Phase(row.phase)
        board.timer = Timer(row.deadline, row.left, row.length)
        board.epoch = row.epoch
        board.round = row.round
        board.next_number = row.next_number
        board.late_people = row.late_people
        board.letters = row.letters
        board.history = [(phase, start, end) for phase, start, end in row.history]
        board.active_on = row.active_on
        board.row = copy.deepcopy(board.row_now())


ROW = _BoardRow()
BESIDE: tuple[Part[Board], ...] = (PRIVATE_ROWS, _Receipts(), _Record(), _Links())
"""what is loaded beside the row and the document"""
WORK: UnitOfWork[Board] = UnitOfWork(*BESIDE, ROW)
