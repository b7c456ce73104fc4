"""Rows of a table in memory. A field of a live document that holds some says so with `kept`."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete

from board.db.change_tracker import ChangeTracker
from board.db.engine import insert_rows

Tracker = ChangeTracker[Any, Any]  # Any: each table has its own
Write = Callable[[Any], Iterable[object]]  # Any: the value that the same table is read into

_random = random.SystemRandom()


@dataclass(frozen=True, slots=True)
class Rows:
    """A table with the document's id, a key, and the columns that `read` takes, in this order."""

    table: Table
    read: Callable[..., object]
    write: Write
    forgettable: bool = True
    """whether the document must be able to forget them; rows that stay are in a table of all documents everywhere"""

    def load(self, row: Sequence[object]) -> tuple[object, object]:
        """The key and the value of a row."""
        _, key, *values = row
        return key, self.read(*values)

    def plain(self, tracker: Tracker) -> list[list[object]]:
        """All rows without the document's id, in random order."""
        return [[key, *self.write(tracker[key])] for key in _random.sample(list(tracker), len(tracker))]

    def of(self, document: str) -> ColumnElement[bool]:
        """The condition that a row belongs to this document."""
        return self.table.columns[0] == document

    def save(self, conn: Connection, document: str, tracker: Tracker) -> None:
        """Writes what changed."""
        columns = self.table.columns.keys()
        changed: Iterable[object]
        if tracker.rewritten:
            conn.execute(delete(self.table).where(self.of(document)))
            changed = _random.sample(list(tracker), len(tracker))
        else:
            if outdated := tracker.outdated:
                conn.execute(delete(self.table).where(self.of(document), self.table.columns[1].in_(outdated)))
            changed = [key for key in tracker.changed if key in tracker]
        rows = [dict(zip(columns, (document, key, *self.write(tracker[key])), strict=True)) for key in changed]
        if rows:
            insert_rows(conn, self.table, rows)


def _alone(value: object) -> object:
    return value


def _in_one_column(value: object) -> tuple[object]:
    return (value,)


def kept(
    table: Table,
    read: Callable[..., object] = _alone,
    write: Write = _in_one_column,
    *,
    forgettable: bool = True,
) -> Mapping[str, Rows]:
    """Metadata of a field. Without `read` and `write` the value is the only column beside the key."""
    return {"rows": Rows(table, read, write, forgettable)}


def for_good(table: Table) -> Mapping[str, Rows]:
    """The same for rows with one value that the document need not be able to forget."""
    return kept(table, forgettable=False)
