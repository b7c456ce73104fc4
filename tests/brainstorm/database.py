"""The database as a person with the file reads it: rows by SQL, and the pages underneath, which reveal an order."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.databases import needs_sqlite

LEAF, INTERIOR = 0x0A, 0x02
"""the two kinds of pages of a table WITHOUT ROWID"""


def rows(file: Path, statement: str) -> list[tuple[object, ...]]:
    needs_sqlite()
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        return connection.execute(statement).fetchall()


def dump(file: Path) -> list[str]:
    """The whole database as SQL."""
    needs_sqlite()
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        return list(connection.iterdump())


def columns(file: Path, table: str) -> set[str]:
    return {str(row[1]) for row in rows(file, f"PRAGMA table_info({table})")}


@contextmanager
def lock_held(file: Path) -> Iterator[None]:
    """Another process holds a write transaction open."""
    needs_sqlite()
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


class Cell(NamedTuple):
    """A row where it lies: a page is filled from its end, so a larger offset is an older row."""

    page: int
    offset: int
    values: tuple[bytes, ...]


def cells(file: Path, table: str) -> list[Cell]:
    """All rows of a table WITHOUT ROWID, the oldest of each page first."""
    (root,) = rows(file, f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'")[0]  # noqa: S608 - our own table name
    assert isinstance(root, int)
    data = file.read_bytes()
    size = int.from_bytes(data[16:18], "big")
    return sorted(_walk(data, size, root), key=lambda cell: (cell.page, -cell.offset))


def _walk(data: bytes, size: int, number: int) -> Iterator[Cell]:
    page = data[(number - 1) * size : number * size]
    kind = page[0]
    assert kind in (LEAF, INTERIOR), kind
    start = 12 if kind == INTERIOR else 8
    for at in range(start, start + 2 * int.from_bytes(page[3:5], "big"), 2):
        offset = int.from_bytes(page[at : at + 2], "big")
        if kind == INTERIOR:
            yield from _walk(data, size, int.from_bytes(page[offset : offset + 4], "big"))
        yield Cell(number, offset, _values(page, offset + (4 if kind == INTERIOR else 0)))
    if kind == INTERIOR:
        yield from _walk(data, size, int.from_bytes(page[8:12], "big"))


def _values(page: bytes, at: int) -> tuple[bytes, ...]:
    """The first columns of a record, as far as they are texts or blobs on this page."""
    _, at = _varint(page, at)
    begin = at
    length, at = _varint(page, at)
    body, found = begin + length, []
    while at < begin + length:
        serial, at = _varint(page, at)
        width = (serial - 12) // 2 if serial >= 12 else (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)[serial]
        found.append(page[body : body + width])
        body += width
    return tuple(found)


def _varint(page: bytes, at: int) -> tuple[int, int]:
    number = 0
    for _ in range(8):
        byte = page[at]
        at += 1
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, at
    return number << 8 | page[at], at + 1
