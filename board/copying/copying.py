"""The whole way from one database to another.

The target is marked as unfinished before anything is written and until everything was compared: no server starts on
it meanwhile, and only such a target is ever written to again.
"""

import time
from collections.abc import AsyncIterator, Callable
from typing import Protocol

from sqlalchemy import Column, Connection, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from board.brainstorm import STORED_BOARDS
from board.copying import rows
from board.copying.report import Count, Report
from board.db.alone import alone
from board.db.base import metadata
from board.db.migrate import UNFINISHED, Schema, migrate, schema_on
from board.live import Carried
from board.words import say
from board.worksessions import STORED_SESSIONS

AT_ONCE = 500
"""ids in memory"""
TELL_EVERY = 5.0
"""seconds between two lines of progress"""

Tell = Callable[[str], None]


class Kind(Protocol):
    """What a kind of document does for a copy."""

    @property
    def name(self) -> str: ...
    @property
    def ids(self) -> Column[str]: ...

    async def is_same(self, source: AsyncConnection, target: AsyncConnection, id: str) -> bool: ...
    async def carry(self, source: AsyncConnection, target: AsyncConnection, id: str) -> Carried: ...
    def erase(self, conn: Connection, id: str) -> None: ...


class SchemaError(Exception):
    """The source has another schema than this version."""

    def __init__(self, schema: Schema) -> None:
        super().__init__()
        self.schema = schema


class ForeignError(Exception):
    """The target has something that the source does not have."""


async def copy(source: str, target: str, tell: Tell) -> Report:
    """Copies everything between two databases that nobody uses. `tell` takes lines of progress.

    Raises SchemaError, InUseError, NewerSchemaError, ForeignError and UnreadableError.
    """
    async with alone(source, reading=True) as read:
        if (schema := await read.run_sync(schema_on)) is not Schema.PRESENT:
            raise SchemaError(schema)
        async with alone(target):
            pass
        await migrate(target, metadata)
        async with alone(target) as write:
            return await Copy(read, write, tell).run()


class Copy:
    """One attempt."""

    def __init__(self, source: AsyncConnection, target: AsyncConnection, tell: Tell) -> None:
        self._source, self._target, self._tell = source, target, tell
        self._report = Report()
        self._counts = ((STORED_BOARDS, self._report.boards), (STORED_SESSIONS, self._report.sessions))

    async def run(self) -> Report:
        """Copies, or compares if an earlier command copied everything."""
        if not await self._may_write():
            self._report.was_finished = True
            await self._compare()
            return self._report
        for kind, count in self._counts:
            await self._carry(kind, count)
            await self._drop_others(kind, count)
        for name in rows.REPLACED:
            async with self._target.begin():
                await rows.replace(self._source, self._target, name)
        async with self._target.begin():
            await rows.add_records(self._source, self._target)
        async with self._target.begin():
            await self._compare_rows()
            await self._target.exec_driver_sql(f"DROP TABLE {UNFINISHED}")
        return self._report

    async def _may_write(self) -> bool:
        """Marks an empty target. Whether it is one, or what an attempt left that was interrupted."""
        async with self._target.begin():
            if await self._target.run_sync(schema_on) is Schema.UNFINISHED:
                return True
            tables = ("boards", "worksessions", *rows.REPLACED, rows.TOMBSTONES, *rows.RECORDS)
            for name in tables:
                if await rows.has_any(self._target, name):
                    return False
            await self._target.exec_driver_sql(f"CREATE TABLE {UNFINISHED} (began INTEGER)")
            return True

    async def _carry(self, kind: Kind, count: Count) -> None:
        progress = Progress(kind, await _count(self._source, kind), self._tell)
        async for id in _ids(self._source, kind):
            async with self._target.begin():
                carried = await kind.carry(self._source, self._target, id)
            count.done += 1
            count.again += carried is Carried.AGAIN
            progress.show(count.done)

    async def _drop_others(self, kind: Kind, count: Count) -> None:
        """Documents that were copied before, and deleted in the source since."""
        async with self._target.begin():
            here = [id async for id in _ids(self._target, kind)] if await self._has_more(kind) else []
        for at in range(0, len(here), AT_ONCE):
            some = here[at : at + AT_ONCE]
            known = set(await self._source.scalars(select(kind.ids).where(kind.ids.in_(some))))
            for id in some:
                if id not in known:
                    async with self._target.begin():
                        await self._target.run_sync(kind.erase, id)
                    count.gone += 1

    async def _has_more(self, kind: Kind) -> bool:
        return await _count(self._target, kind) > await _count(self._source, kind)

    async def _compare(self) -> None:
        """Raises ForeignError unless both have the same."""
        async with self._target.begin():
            for kind, count in self._counts:
                if await self._has_more(kind):
                    raise ForeignError
                async for id in _ids(self._source, kind):
                    if not await kind.is_same(self._source, self._target, id):
                        raise ForeignError
                    count.done += 1
            await self._compare_rows()

    async def _compare_rows(self) -> None:
        report = self._report
        for name in (*rows.REPLACED, rows.TOMBSTONES, *rows.RECORDS):
            if not await rows.is_same(self._source, self._target, name):
                raise ForeignError
        report.decisions, damaged = await rows.count_records(self._target, "decisions")
        report.recaps, more = await rows.count_records(self._target, "recaps")
        report.damaged = damaged + more


class Progress:
    """Says from time to time how many documents are copied."""

    def __init__(self, kind: Kind, most: int, tell: Tell) -> None:
        self._kind, self._most, self._tell = kind, most, tell
        self._next = time.monotonic() + TELL_EVERY

    def show(self, done: int) -> None:
        """This number of documents is copied."""
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + TELL_EVERY
            self._tell(say("command-copy-progress", kind=self._kind.name, done=done, all=self._most))


async def _count(conn: AsyncConnection, kind: Kind) -> int:
    return await conn.scalar(select(func.count()).select_from(kind.ids.table)) or 0


async def _ids(conn: AsyncConnection, kind: Kind) -> AsyncIterator[str]:
    """All ids, in the order of their random characters."""
    last = ""
    while some := list(await conn.scalars(select(kind.ids).where(kind.ids > last).order_by(kind.ids).limit(AT_ONCE))):
        for id in some:
            yield id
        last = some[-1]
