"""The jobs that every kind of document has."""

from abc import ABC
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from board.live.commands import RETRY, Answer, refuse
from board.live.connections import Connection
from board.live.document import BatchJob, Failure, LiveDocument
from board.people.cookie import Person
from board.protocol.refusals import Refusal

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
class ReadJob(BatchJob[D]):
    """A read outside a socket: `see` gets the document when everything before is committed, None on a fault."""

    see: Callable[[D | None], None]

    def fail(self, why: Failure) -> None:
        self.see(None)
