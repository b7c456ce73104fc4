"""How documents of a kind go from one database into another."""

from collections.abc import Awaitable, Callable, Set
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from sqlalchemy import Column, Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from board.live.panics import ends_the_task
from board.live.stored.governed import State

S = TypeVar("S", bound=State)


class Carried(Enum):
    """What became of a document."""

    NEW = "new"
    SAME = "same"
    """it was copied before"""
    AGAIN = "again"
    """it was copied before and has changed since"""


class UnreadableError(Exception):
    """A document cannot be read. The text is its id."""


class DifferentCopyError(UnreadableError):
    """A document that was just copied reads otherwise than its source."""


@dataclass(frozen=True, slots=True)
class StoredKind(Generic[S]):
    """What a kind of document knows of it. Nothing here commits."""

    name: str
    """what documents of this kind are called where kinds stand side by side"""
    ids: Column[str]
    """where their ids are"""
    tables: Set[str]
    """the tables whose rows each belong to one document, by which they are written and deleted"""
    load: Callable[[AsyncConnection, str], Awaitable[S | None]]
    write: Callable[[Connection, S], None]
    """writes a loaded document as a new one into another database: same epoch and people, without its history"""
    erase: Callable[[Connection, str], None]
    """deletes what `write` wrote, and leaves no trace"""
    content: Callable[[S], object]
    """all that is stored of a document, to be compared: equal for a document and its copy"""

    async def is_same(self, source: AsyncConnection, target: AsyncConnection, id: str) -> bool:
        """Whether both databases have the same document. Raises UnreadableError."""
        return (await self._read(source, id))[1] == (await self._read(target, id))[1]

    async def carry(self, source: AsyncConnection, target: AsyncConnection, id: str) -> Carried:
        """Copies a document, unless it is there already, and reads it back.

        Raises UnreadableError and DifferentCopyError.
        """
        document, content = await self._read(source, id)
        there, before = await self._read(target, id)
        if document is None or content == before:
            return Carried.SAME
        if there is not None:
            await target.run_sync(self.erase, id)
        await target.run_sync(self.write, document)
        if (await self._read(target, id))[1] != content:
            raise DifferentCopyError(id)
        return Carried.NEW if there is None else Carried.AGAIN

    async def _read(self, conn: AsyncConnection, id: str) -> tuple[S | None, object]:
        try:
            document = await self.load(conn, id)
            return document, None if document is None else self.content(document)
        except (DBAPIError, OSError):
            raise
        except BaseException as error:
            if ends_the_task(error):
                raise
            # The text of such an error may hold what a person wrote.
            raise UnreadableError(id) from error
