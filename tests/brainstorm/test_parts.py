"""The stored parts of a board: each is written only when it changed, and reports when it deletes rows for good."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from board.brainstorm.state import store
from board.brainstorm.state.parts import WORK
from board.db.engine import create_sync_engine
from board.facilitation.tables import boards
from board.protocol.phases import Phase
from board.records.service import decisions
from tests.brainstorm.in_memory import Table, participant

RECORD = b'{"decision":"Tea at four","format":"shortlist-decision/1"}'


@pytest.fixture
def conn(database: Path) -> Iterator[Connection]:
    engine = create_sync_engine(f"sqlite:///{database}")
    with engine.begin() as conn:
        yield conn
    engine.dispose()


def stored(table: Table, conn: Connection) -> None:
    """Stores what changed, as the committer does."""
    WORK.save(conn, table.board)
    WORK.stored(table.board)


@pytest.fixture
def table(conn: Connection) -> Table:
    """A board in Decide that is stored as it is."""
    table = Table(Phase.DECIDE)
    store.create(conn, board=table.board)
    WORK.stored(table.board)
    return table


def test_a_record_is_stored_once_and_does_not_come_back(table: Table, conn: Connection) -> None:
    table.board.frozen = (RECORD, None)
    stored(table, conn)
    (sha256,) = decisions.of(conn, source="board")
    assert not WORK.is_dirty(table.board)
    decisions.remove(conn, sha256=sha256, now=1_700_000_000)
    table.board.active_on += 3
    stored(table, conn)
    assert decisions.of(conn, source="board") == []


def test_a_new_epoch_empties_the_write_ahead_log_until_it_is_stored(table: Table, conn: Connection) -> None:
    """Whether or not rows are rewritten with it: the log of the earlier epoch holds what was taken back."""
    table.board.new_epoch = True
    assert not table.board.ideas.rewritten
    assert WORK.forgets(table.board)
    stored(table, conn)
    assert not WORK.forgets(table.board)


def test_the_row_of_a_board_is_written_when_it_changed(table: Table, conn: Connection) -> None:
    row = select(boards.c.phase, boards.c.next_number, boards.c.letters).where(boards.c.id == "board")
    table.board.next_number = 71
    table.board.letters["group"] = "Q"
    assert WORK.is_dirty(table.board)
    stored(table, conn)
    assert conn.execute(row).one() == ("decide", 71, {"group": "Q"})
    assert not WORK.is_dirty(table.board)


def test_what_people_do_is_dirty_until_it_is_stored(table: Table, conn: Connection) -> None:
    table.goes(Phase.DIVERGE)
    stored(table, conn)
    assert table.write(participant(), "Apples at noon").answer == "ok"
    assert WORK.is_dirty(table.board)
    stored(table, conn)
    assert not WORK.is_dirty(table.board)
