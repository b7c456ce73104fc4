"""The parts of a board that are stored. Each knows what of it changed and how that is written.

`PARTS` is the unit of work: a new kind of part is one entry more, and nothing else has to know of it.
"""

import copy
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Connection, Row, Table, delete, insert, update

from board.brainstorm.state.board import Board, Cast, Given, Quota
from board.brainstorm.state.change_tracker import ChangeTracker
from board.canvas.ideas import Change, Idea, IdeaState
from board.canvas.tables import ideas, waiting_changes
from board.db.engine import insert_rows
from board.facilitation.tables import boards
from board.live.document import NoDocumentError
from board.people.tables import keys, quotas, seats
from board.records import service as decisions
from board.voting.ballots import Ballot
from board.voting.consent import Answer
from board.voting.tables import answers, ballots, receipts, voters

COLUMNS = [column.name for column in boards.c if column.name != "id"]
_random = random.SystemRandom()

K = TypeVar("K")
V = TypeVar("V")


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


@dataclass(frozen=True, slots=True)
class Rows(Generic[K, V]):
    """Rows of a table: where they are in memory, and how one becomes the other."""

    table: Table
    of: Callable[[Board], ChangeTracker[K, V]]
    write: Callable[[K, V], dict[str, object]]
    read: Callable[[Row[Any]], tuple[K, V]]  # Any: SQLAlchemy knows no types of columns

    def is_dirty(self, board: Board) -> bool:
        return self.of(board).dirty

    def save(self, conn: Connection, board: Board) -> None:
        table, tracker = self.table, self.of(board)
        changed: Iterable[K]
        if tracker.rewritten:
            conn.execute(delete(table).where(table.c.board == board.id))
            changed = _random.sample(list(tracker), len(tracker))
        else:
            key_column = next(column for column in table.primary_key.columns if column.name != "board")
            if outdated := tracker.outdated:
                conn.execute(delete(table).where(table.c.board == board.id, key_column.in_(outdated)))
            changed = [key for key in tracker.changed if key in tracker]
        rows = [{"board": board.id, **self.write(key, tracker[key])} for key in changed]
        if rows:
            insert_rows(conn, table, rows)

    def stored(self, board: Board) -> None:
        self.of(board).stored()

    def forgets(self, board: Board) -> bool:
        return self.of(board).rewritten


ROWS: tuple[Rows[Any, Any], ...] = (  # Any: each table has its own
    Rows(
        ideas,
        lambda board: board.ideas,
        lambda key, idea: {"id": key, "state": str(idea.state), "text": idea.text, "secret": idea.secret},
        lambda row: (row.id, Idea(IdeaState(row.state), row.text, row.secret)),
    ),
    Rows(
        waiting_changes,
        lambda board: board.changes,
        lambda key, change: {"idea": key, "text": change.text, "withdrawn": change.withdrawn, "name": change.name},
        lambda row: (row.idea, Change(row.text, row.withdrawn, row.name)),
    ),
    Rows(
        seats,
        lambda board: board.seats,
        lambda key, counts: {"hash": key, "counts": counts},
        lambda row: (row.hash, row.counts),
    ),
    Rows(
        keys,
        lambda board: board.keys,
        lambda key, value: {"purpose": key, "key": value},
        lambda row: (row.purpose, row.key),
    ),
    Rows(
        quotas,
        lambda board: board.quotas,
        lambda key, quota: {"pseudonym": key, **quota._asdict()},
        lambda row: (row.pseudonym, Quota(row.used, row.late, row.counts)),
    ),
    Rows(
        ballots,
        lambda board: board.ballots,
        lambda key, cast: {
            "pseudonym": key,
            "dots": cast.ballot.dots,
            "bold": cast.ballot.bold,
            "done": cast.ballot.done,
            "receipt": cast.ballot.receipt,
            "proxy": cast.proxy,
            "counts": cast.counts,
            "new": cast.new,
        },
        lambda row: (
            row.pseudonym,
            Cast(Ballot(row.dots, row.bold, row.done, row.receipt), row.proxy, row.counts, row.new),
        ),
    ),
    Rows(
        answers,
        lambda board: board.answers,
        lambda key, given: {
            "pseudonym": key,
            "level": given.answer.level,
            "reason": given.answer.reason,
            "counts": given.counts,
        },
        lambda row: (row.pseudonym, Given(Answer(row.level, row.reason), row.counts)),
    ),
    Rows(
        voters,
        lambda board: board.voters,
        lambda key, number: {"pseudonym": key, "round": number},
        lambda row: (row.pseudonym, row.round),
    ),
)


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
