"""The rows that belong to no single document, and those of records: they are the same in both databases.

They are read and written by their keys, which are random or digests: their order tells nothing of who came when.
"""

import hashlib
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from sqlalchemy import Row, Table, delete, exists, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from board.db.base import metadata
from board.db.engine import is_sqlite

REPLACED = (
    "board_sessions",
    "chains",
    "decision_sessions",
    "deleted_links",
    "deleted_session_links",
    "deleted_worksessions",
    "links",
    "recap_feedback",
    "recap_pages",
    "renewed_links",
    "session_boards",
    "session_links",
)
"""tables that are copied whole; the schema lets nobody replace those of records"""
TOMBSTONES = "tombstones"
RECORDS = ("decisions", "recaps")
AT_ONCE = 50
"""rows in memory: a recap with the making of its text takes megabytes"""

Rows = Sequence[Row[*tuple[object, ...]]]


async def replace(source: AsyncConnection, target: AsyncConnection, name: str) -> None:
    """Makes a table the same as in the source. On PostgreSQL what was there before is in no file any more."""
    table = metadata.tables[name]
    if is_sqlite(target):
        await target.execute(delete(table))
    else:
        await target.exec_driver_sql(f"TRUNCATE {name}")
    async for rows in _read(source, table):
        await _insert(target, table, rows)


async def add_records(source: AsyncConnection, target: AsyncConnection) -> None:
    """Adds tombstones and records that are not there, and deletes the records that were deleted since."""
    tombstones = metadata.tables[TOMBSTONES]
    await _add(source, target, tombstones)
    for name in RECORDS:
        table = metadata.tables[name]
        buried = exists().where(tombstones.c.sha256 == table.c.sha256)
        await target.execute(delete(table).where(buried))
        await _add(source, target, table)


async def is_same(source: AsyncConnection, target: AsyncConnection, name: str) -> bool:
    """Whether a table has the same rows in both databases."""
    table = metadata.tables[name]
    async with aclosing(_read(source, table)) as here, aclosing(_read(target, table)) as there:
        async for rows in here:
            # Both read the same number at once, so unequal lengths are seen as soon as they begin.
            if rows != await anext(there, None):
                return False
        return await anext(there, None) is None


async def has_any(conn: AsyncConnection, name: str) -> bool:
    """Whether a table has a row."""
    return (await conn.execute(select(metadata.tables[name]).limit(1))).first() is not None


async def count_records(conn: AsyncConnection, name: str) -> tuple[int, int]:
    """The number of records, and how many of them are not what their address says."""
    table, known, damaged = metadata.tables[name], 0, 0
    async for rows in _read(conn, table):
        known += len(rows)
        damaged += sum(hashlib.sha256(row.content).hexdigest() != row.sha256 for row in rows)
    return known, damaged


async def _add(source: AsyncConnection, target: AsyncConnection, table: Table) -> None:
    key = table.c.sha256
    async for rows in _read(source, table):
        there = set(await target.scalars(select(key).where(key.in_([row.sha256 for row in rows]))))
        await _insert(target, table, [row for row in rows if row.sha256 not in there])


async def _insert(conn: AsyncConnection, table: Table, rows: Rows) -> None:
    if rows:
        await conn.execute(insert(table), [dict(row._mapping) for row in rows])


async def _read(conn: AsyncConnection, table: Table) -> AsyncGenerator[Rows, None]:
    found = await conn.stream(select(table).order_by(*table.primary_key).execution_options(yield_per=AT_ONCE))
    try:
        async for rows in found.partitions():
            yield rows
    finally:
        await found.close()
