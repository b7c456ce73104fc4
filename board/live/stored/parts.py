"""The unit of work of a live document: parts, each of which knows what of it changed and how that is written."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from board.live.stored import documents, update_log
from board.live.stored.governed import State

S = TypeVar("S", bound=State)
S_contra = TypeVar("S_contra", bound=State, contravariant=True)


class Part(Protocol[S_contra]):
    """What of a document is written when it changed."""

    def is_dirty(self, state: S_contra, /) -> bool:
        """Whether it has to be written."""

    def save(self, conn: Connection, state: S_contra, /) -> None:
        """Writes what changed. Called when it is dirty."""

    def stored(self, state: S_contra, /) -> None:
        """After the commit: memory and database are the same."""

    def forgets(self, state: S_contra, /) -> bool:
        """Whether rows are deleted that nobody may find again."""


class LogPart:
    """The updates of the document."""

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


async def follow_log(conn: AsyncConnection, state: State, version: int) -> bool:
    """Reads what other processes appended to the log up to this version; False when the document is at another one."""
    if await documents.hold(conn, document=state.id) != version:
        return False
    updates = await update_log.after(conn, state.log, epoch=state.epoch)
    if updates is None:
        return False
    state.follow(updates)
    return True


class UnitOfWork(Generic[S]):
    """All parts of a kind of document, in the order in which they are written."""

    def __init__(self, *parts: Part[S], logs: Sequence[Part[S]] = ()) -> None:
        """The logs come first: that of the document, which is not among `logs`, and others that are appended to."""
        self.logs: tuple[Part[S], ...] = (LogPart(), *logs)
        self.parts: tuple[Part[S], ...] = (*self.logs, *parts)

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

    def appends(self, state: S) -> bool:
        """Whether nothing is to be written but updates, at the ends of its logs."""
        dirty = [part for part in self.parts if part.is_dirty(state)]
        return bool(dirty) and all(part in self.logs and not part.forgets(state) for part in dirty)

    def forgets(self, state: S) -> bool:
        """Whether rows are deleted that nobody may find again, so that the write-ahead log has to be emptied too."""
        return any(part.forgets(state) for part in self.parts)

    def stored(self, state: S) -> None:
        """After the commit: memory and database are the same."""
        state.version += 1
        for part in self.parts:
            part.stored(state)
