"""The unit of work of a live document: parts, each of which knows what of it changed and how that is written and read.

Parts have names. Where several processes share the database, a commit announces those that it wrote, and the others
read these and nothing else.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence, Set
from typing import Generic, TypeVar

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from board.live.document import Changed
from board.live.stored import documents, update_log
from board.live.stored.governed import State

S = TypeVar("S", bound=State)
S_contra = TypeVar("S_contra", bound=State, contravariant=True)


class Part(ABC, Generic[S_contra]):
    """What of a document is written when it changed, and read when another process changed it."""

    name: str
    """mostly that of its table"""

    @property
    def names(self) -> frozenset[str]:
        """All that `changed` may return."""
        return frozenset((self.name,))

    @abstractmethod
    def is_dirty(self, state: S_contra) -> bool:
        """Whether it has to be written."""

    def changed(self, state: S_contra) -> Iterable[str]:
        """The names of what has to be written. Called when it is dirty."""
        return (self.name,)

    @abstractmethod
    def save(self, conn: Connection, state: S_contra) -> None:
        """Writes what changed. Called when it is dirty."""

    def stored(self, state: S_contra) -> None:
        """After the commit: memory and database are the same."""

    def forgets(self, state: S_contra) -> bool:
        """Whether rows are deleted that nobody may find again."""
        return False

    async def load(self, conn: AsyncConnection, state: S_contra) -> None:
        """Reads all that is stored of it, in place of what memory holds."""

    async def follow(self, conn: AsyncConnection, state: S_contra, changed: Set[str]) -> bool:
        """Reads what another process wrote, by its names. False when the document has to be loaded whole."""
        await self.load(conn, state)
        return True


class LogPart(Part[State]):
    """The updates of the document."""

    name = "log"

    def is_dirty(self, state: State) -> bool:
        return bool(state.made) or state.new_epoch

    def save(self, conn: Connection, state: State) -> None:
        if state.new_epoch:
            state.log.replace(conn, state.epoch, state.canvas.state())
        else:
            state.log.append(conn, state.epoch, state.made, state.canvas.state)

    def stored(self, state: State) -> None:
        state.new_epoch, state.made = False, []
        state.log.committed = state.log.seq

    def forgets(self, state: State) -> bool:
        return state.new_epoch

    async def follow(self, conn: AsyncConnection, state: State, changed: Set[str]) -> bool:
        """What was appended. A log that was folded meanwhile has no such thing."""
        updates = await update_log.after(conn, state.log, epoch=state.epoch)
        if updates is not None:
            state.follow(updates)
        return updates is not None


class UnitOfWork(Generic[S]):
    """All parts of a kind of document, in the order in which they are written."""

    def __init__(self, *parts: Part[S], logs: Sequence[Part[S]] = ()) -> None:
        """The logs come first: that of the document, which is not among `logs`, and others that are appended to."""
        self.logs: tuple[Part[S], ...] = (LogPart(), *logs)
        self.parts: tuple[Part[S], ...] = (*self.logs, *parts)
        self.names = _names(self.parts)
        self.appended = _names(self.logs)
        """the names of the logs"""

    def is_dirty(self, state: S) -> bool:
        """Whether anything has to be written."""
        return any(part.is_dirty(state) for part in self.parts)

    def save(self, conn: Connection, state: S) -> None:
        """Writes what changed since it was last stored. `stored` says that the commit went through.

        Raises NoDocumentError when the document's row is to be changed and is not there any more.
        """
        for part in self.parts:
            if part.is_dirty(state):
                part.save(conn, state)

    def changed(self, state: S) -> Changed:
        """The names of what has to be written; None when a log begins a new epoch, which nothing can be added to."""
        dirty = [part for part in self.parts if part.is_dirty(state)]
        if any(part.forgets(state) for part in dirty if part in self.logs):
            return None
        return frozenset(name for part in dirty for name in part.changed(state))

    async def follow(self, conn: AsyncConnection, state: S, version: int, changed: Set[str]) -> bool:
        """Reads what other processes wrote up to this version, by its names.

        False when the document has to be loaded whole: it is at another version, or a newer server names something
        that this one does not know.
        """
        if await documents.hold(conn, document=state.id) != version or not changed <= self.names:
            return False
        # What was typed is read with the rows that say who typed.
        for part in reversed(self.parts):
            if changed & part.names and not await part.follow(conn, state, changed):
                return False
        state.version = version
        return True

    def forgets(self, state: S) -> bool:
        """Whether rows are deleted that nobody may find again, so that the write-ahead log has to be emptied too."""
        return any(part.forgets(state) for part in self.parts)

    def stored(self, state: S) -> None:
        """After the commit: memory and database are the same."""
        state.version += 1
        for part in self.parts:
            part.stored(state)


def _names(parts: Iterable[Part[S]]) -> frozenset[str]:
    return frozenset(name for part in parts for name in part.names)
