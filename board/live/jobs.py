"""The jobs that every kind of document has."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from board.db.writer import Writer
from board.live.commands import RETRY, Answer, refuse
from board.live.connections import Connection
from board.live.document import BatchJob, Changed, ExclusiveJob, Failure, LiveDocument
from board.people.cookie import Person
from board.protocol.refusals import Refusal

log = logging.getLogger("shortlist.journal")

D = TypeVar("D", bound=LiveDocument)
C = TypeVar("C")


@dataclass(eq=False)
class CommandJob(BatchJob[D], Generic[D, C]):
    """A command and where its answer goes."""

    person: Person
    command: C
    reply: Callable[[Answer], None]
    """called once"""

    def fail(self, why: Failure) -> None:
        self.reply(RETRY if why is Failure.STORAGE else refuse(Refusal.COMMAND_FAILED))


@dataclass(eq=False)
class ConnectionJob(BatchJob[D], ABC):
    """A job for one socket. When it fails the socket is closed; the page comes back by itself."""

    connection: Connection

    def fail(self, why: Failure) -> None:
        self.connection.out.close()


@dataclass(eq=False)
class ArrivalJob(ConnectionJob[D]):
    """A socket opened."""


@dataclass(eq=False)
class SyncJob(ConnectionJob[D]):
    """A replica asked for what it lacks."""

    state_vector: bytes
    charge: Callable[[int], None]
    """called with the bytes of the answer"""


@dataclass(eq=False)
class TickJob(BatchJob[D]):
    """Time passed: there may be a notice to send or a snapshot to prepare."""

    def fail(self, why: Failure) -> None:
        """The next tick tries again."""


@dataclass(eq=False)
class FollowJob(BatchJob[D]):
    """Another process stored this version; -1 when it deleted the document."""

    version: int
    changed: Changed
    """what it wrote of it"""

    @property
    def is_news(self) -> bool:
        """Our own commits and what was read since are none."""
        return self.version > self.document.version or self.version < 0

    def fail(self, why: Failure) -> None:
        """The next look at the versions tries again."""


@dataclass(eq=False)
class ReadJob(BatchJob[D]):
    """A read outside a socket: `see` gets the document when everything before is committed, None on a fault."""

    see: Callable[[D | None], None]

    def fail(self, why: Failure) -> None:
        self.see(None)


@dataclass(eq=False, kw_only=True)
class RemovalJob(ExclusiveJob[D], ABC):
    """Deletes a document with everything that is stored of it, when nothing of it is under way."""

    done: Callable[[bool | None], None]
    """called with True when it is gone, False when it was used meanwhile, None on a storage fault"""
    idle_since: int | None = None
    """only if it was not used after this day, counted from 1970"""

    @abstractmethod
    def used_on(self) -> int:
        """The last day on which it was used, counted from 1970."""

    @abstractmethod
    async def delete(self, writer: Writer) -> None:
        """Deletes its rows."""

    @abstractmethod
    def deleted(self) -> None:
        """Its rows are gone: ends what waits for it, and every page."""

    async def run(self, writer: Writer) -> bool:
        """Closes every page of the document with a code that says so; later commands find none."""
        if self.document.gone:
            self.done(True)
            return False
        if self.idle_since is not None and self.used_on() > self.idle_since:
            self.done(False)
            return False
        try:
            await self.delete(writer)
        except Exception as error:
            log.error("A document could not be deleted: %s", type(error).__name__)
            self.done(None)
            return False
        # Whoever gave the command has a page of the document, too.
        self.done(True)
        self.deleted()
        return True
