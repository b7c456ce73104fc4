"""A committer whose documents are written by a unit of work."""

from abc import abstractmethod
from collections.abc import Set
from typing import Generic, TypeVar

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from board.live.document import AnyBatchJob, Changed, Committer, LiveDocument
from board.live.stored.governed import State
from board.live.stored.parts import UnitOfWork

D = TypeVar("D", bound=LiveDocument)
J = TypeVar("J", bound=AnyBatchJob)
S = TypeVar("S", bound=State)


class StoredCommitter(Committer[D, J], Generic[D, J, S]):
    """A kind of document names its unit of work, and says what of the document is written by it."""

    work: UnitOfWork[S]

    @abstractmethod
    def state(self, document: D) -> S:
        """What the unit of work writes."""

    def is_dirty(self, document: D) -> bool:
        return self.work.is_dirty(self.state(document))

    def save(self, conn: Connection, document: D) -> None:
        self.work.save(conn, self.state(document))

    def changed(self, document: D) -> Changed:
        return self.work.changed(self.state(document))

    async def follow(self, conn: AsyncConnection, document: D, version: int, changed: Set[str]) -> bool:
        # What the logs say reaches pages by itself; notices are made of rows.
        document.followed |= not changed <= self.work.appended
        return await self.work.follow(conn, self.state(document), version, changed)

    def forgets(self, document: D) -> bool:
        return self.work.forgets(self.state(document))
