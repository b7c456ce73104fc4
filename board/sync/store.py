"""A board between memory and database. Takes an open connection and never commits."""

import copy
import random
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from board.canvas.ideas import Change, Idea, IdeaState
from board.canvas.tables import ideas, waiting_changes
from board.canvas.writer import Canvas
from board.db.engine import insert_rows
from board.facilitation.phases import Phase
from board.facilitation.tables import boards
from board.facilitation.timer import Timer
from board.people import service as people
from board.people.tables import keys, quotas, seats
from board.records import service as decisions
from board.sync import update_log
from board.sync.board import Board, Cast, Given, Quota
from board.sync.ledger import Ledger
from board.sync.tables import log
from board.voting import service as voting
from board.voting.ballots import Ballot
from board.voting.consent import Answer
from board.voting.tables import answers, ballots, receipts, voters

_COLUMNS = [column.name for column in boards.c if column.name != "id"]
_random = random.SystemRandom()


class _Kept(NamedTuple):
    """Rows of a board: where they are stored, where they are in memory, and how one becomes the other."""

    table: Table
    name: str
    write: Callable[[Any, Any], dict[str, Any]]
    read: Callable[[Any], tuple[Any, Any]]

    def of(self, board: Board) -> Ledger[Any, Any]:
        ledger: Ledger[Any, Any] = getattr(board, self.name)
        return ledger


_KEPT = (
    _Kept(
        ideas,
        "ideas",
        lambda key, idea: {"id": key, "state": str(idea.state), "text": idea.text, "secret": idea.secret},
        lambda row: (row.id, Idea(IdeaState(row.state), row.text, row.secret)),
    ),
    _Kept(
        waiting_changes,
        "changes",
        lambda key, change: {"idea": key, "text": change.text, "withdrawn": change.withdrawn, "name": change.name},
        lambda row: (row.idea, Change(row.text, row.withdrawn, row.name)),
    ),
    _Kept(seats, "seats", lambda key, counts: {"hash": key, "counts": counts}, lambda row: (row.hash, row.counts)),
    _Kept(keys, "keys", lambda key, value: {"purpose": key, "key": value}, lambda row: (row.purpose, row.key)),
    _Kept(
        quotas,
        "quotas",
        lambda key, quota: {"pseudonym": key, **quota._asdict()},
        lambda row: (row.pseudonym, Quota(row.used, row.late, row.counts)),
    ),
    _Kept(
        ballots,
        "ballots",
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
    _Kept(
        answers,
        "answers",
        lambda key, given: {
            "pseudonym": key,
            "level": given.answer.level,
            "reason": given.answer.reason,
            "counts": given.counts,
        },
        lambda row: (row.pseudonym, Given(Answer(row.level, row.reason), row.counts)),
    ),
    _Kept(
        voters,
        "voters",
        lambda key, number: {"pseudonym": key, "round": number},
        lambda row: (row.pseudonym, row.round),
    ),
)


class NoBoardError(LookupError):
    """The board with this id was deleted from the database while it was open."""


def create(conn: Connection, *, board: Board) -> None:
    """Writes a board that is new."""
    board.row = copy.deepcopy(board.row_now())
    conn.execute(insert(boards).values(id=board.id, **dict(zip(_COLUMNS, board.row, strict=True))))
    save(conn, board=board)


async def load(conn: AsyncConnection, *, board: str) -> Board | None:
    """The board as it is stored, or None when there is none."""
    row = (await conn.execute(select(boards).where(boards.c.id == board))).first()
    if row is None:
        return None
    updates, seq = await update_log.load(conn, board=board, epoch=row.epoch)
    loaded = Board(
        id=row.id,
        canvas=Canvas(updates),
        phase=Phase(row.phase),
        timer=Timer(row.deadline, row.left, row.length),
        epoch=row.epoch,
        seq=seq,
        round=row.round,
        next_number=row.next_number,
        late_people=row.late_people,
        letters=row.letters,
        history=row.history,
        active_on=row.active_on,
        log_rows=len(updates),
        log_bytes=sum(map(len, updates)),
        log_base=len(updates[0]) if updates else 0,
    )
    for kept in _KEPT:
        found = await conn.execute(select(kept.table).where(kept.table.c.board == board))
        kept.of(loaded).load(dict(kept.read(entry) for entry in found))
    loaded.receipts = await voting.receipts_of(conn, board=board)
    loaded.links = await people.granted(conn, board=board)
    loaded.row = copy.deepcopy(loaded.row_now())
    return loaded


def save(conn: Connection, *, board: Board) -> None:
    """Writes what changed since the board was last stored. `stored` says that the commit went through.

    Raises NoBoardError when the board's row is to be changed and is not there any more.
    """
    if board.made or board.new_epoch:
        update_log.append(conn, board=board)
    for kept in _KEPT:
        if kept.of(board).dirty:
            _save_rows(conn, board, kept)
    if board.new_receipts:
        # Shuffled: on a page of the file the dots of one ballot would stand together.
        told = _random.sample(board.new_receipts, len(board.new_receipts))
        rows = [{"board": board.id, "round": n, "option": option, "hash": text} for n, option, text in told]
        conn.execute(insert(receipts), rows)
    if board.decision is not None:
        frozen_at = board.history[-1][1]
        decisions.store(conn, board=board.id, content=board.decision, frozen_at=frozen_at, follows=board.follows)
    if board.row != board.row_now():
        values = dict(zip(_COLUMNS, board.row_now(), strict=True))
        if conn.execute(update(boards).where(boards.c.id == board.id).values(**values)).rowcount == 0:
            raise NoBoardError(board.id)


def remove(conn: Connection, *, board: str, with_decisions: bool, now: float) -> None:
    """Deletes every row of a board, and if it is wanted its frozen records too.

    Tombstones of the records stay, and the hashes of the links.
    """
    people.delete_links(conn, board=board)
    for table in (log, receipts, *(kept.table for kept in _KEPT)):
        conn.execute(delete(table).where(table.c.board == board))
    if with_decisions:
        for sha256 in decisions.of_board(conn, board=board):
            decisions.remove(conn, sha256=sha256, now=now)
    conn.execute(delete(boards).where(boards.c.id == board))


def is_dirty(board: Board) -> bool:
    """Whether anything has to be written."""
    return bool(
        board.made
        or board.new_epoch
        or board.new_receipts
        or board.decision is not None
        or board.row != board.row_now()
        or any(kept.of(board).dirty for kept in _KEPT)
    )


def forgets(board: Board) -> bool:
    """Whether rows are deleted that nobody may find again, so that the write-ahead log has to be emptied too."""
    return board.new_epoch or any(kept.of(board).anew for kept in _KEPT)


def touch(conn: Connection) -> None:
    """Writes something that changes nothing."""
    any_board = select(boards.c.id).limit(1).scalar_subquery()
    conn.execute(update(boards).where(boards.c.id == any_board).values(epoch=boards.c.epoch))


def stored(board: Board) -> None:
    """After the commit: memory and database are the same."""
    for kept in _KEPT:
        kept.of(board).stored()
    board.new_receipts.clear()
    board.decision = board.follows = None
    board.new_epoch = False
    board.made = []
    if board.row != board.row_now():
        board.row = copy.deepcopy(board.row_now())


def _save_rows(conn: Connection, board: Board, kept: _Kept) -> None:
    table, ledger = kept.table, kept.of(board)
    key_column = next(column for column in table.primary_key.columns if column.name != "board")
    changed: Iterable[Any]
    if ledger.anew:
        conn.execute(delete(table).where(table.c.board == board.id))
        changed = _random.sample(list(ledger), len(ledger))
    else:
        if outdated := ledger.outdated:
            conn.execute(delete(table).where(table.c.board == board.id, key_column.in_(outdated)))
        changed = [key for key in ledger.touched if key in ledger]
    rows = [{"board": board.id, **kept.write(key, ledger[key])} for key in changed]
    if rows:
        insert_rows(conn, table, rows)
