"""Rows of a table in memory. A field of `Board` that holds some says so with `kept`."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete

from board.brainstorm.state.change_tracker import ChangeTracker
from board.db.engine import insert_rows

Tracker = ChangeTracker[Any, Any]  # Any: each table has its own
Write = Callable[[Any], Iterable[object]]  # Any: the value that the same table is read into

_random = random.SystemRandom()


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of a board: its columns are `board`, the key, and those that `read` takes in their order."""

    table: Table
    read: Callable[..., object]
    write: Write

    @property
    def key(self) -> str:
        """The column of the key."""
        return next(column.name for column in self.table.primary_key.columns if column.name != "board")

    def load(self, row: Sequence[object]) -> tuple[object, object]:
        """The key and the value of a row."""
        _, key, *values = row
        return key, self.read(*values)

    def save(self, conn: Connection, board: str, tracker: Tracker) -> None:
        """Writes what changed."""
        table, columns = self.table, self.table.columns.keys()
        changed: Iterable[object]
        if tracker.rewritten:
            conn.execute(delete(table).where(table.c.board == board))
            changed = _random.sample(list(tracker), len(tracker))
        else:
            if outdated := tracker.outdated:
                conn.execute(delete(table).where(table.c.board == board, table.c[self.key].in_(outdated)))
            changed = [key for key in tracker.changed if key in tracker]
        rows = [dict(zip(columns, (board, key, *self.write(tracker[key])), strict=True)) for key in changed]
        if rows:
            insert_rows(conn, table, rows)


def _alone(value: object) -> object:
    return value


def _in_one_column(value: object) -> tuple[object]:
    return (value,)


def kept(
    table: Table,
    read: Callable[..., object] = _alone,
    write: Write = _in_one_column,
) -> Mapping[str, Rows]:
    """Metadata of a field. Without `read` and `write` the value is the only column beside the key."""
    return {"rows": Rows(table, read, write)}
