"""What can be asked of an open board."""

from abc import ABC
from collections.abc import Callable
from dataclasses import dataclass

from board.brainstorm.commands.contract import Command
from board.brainstorm.engine.room import Room
from board.live.commands import RETRY, Answer, refuse
from board.live.connections import Connection
from board.live.document import BatchJob, Failure
from board.people.cookie import Person
from board.words import live as words


@dataclass(eq=False)
class CommandJob(BatchJob[Room]):
    """A command and where its answer goes."""

    person: Person
    command: Command
    reply: Callable[[Answer], None]
    due: bool = False
    """it waited for its time, which has come"""
    held: bool = False
    """it waited because what it shows could have pointed at somebody"""

    def fail(self, why: Failure) -> None:
        if why is Failure.STORAGE:
            self.reply(RETRY)
        else:
            self.reply(refuse(words.BOARD_DELETED if why is Failure.DELETED else words.OUR_FAULT))


@dataclass(eq=False)
class _ConnectionJob(BatchJob[Room], ABC):
    """A job for one socket. When it fails the socket is closed; the page comes back by itself."""

    connection: Connection

    def fail(self, why: Failure) -> None:
        self.connection.out.close()


@dataclass(eq=False)
class ArrivalJob(_ConnectionJob):
    """A socket opened."""


@dataclass(eq=False)
class SyncJob(_ConnectionJob):
    """A replica asked for what it lacks."""

    state_vector: bytes
    charge: Callable[[int], None]
    """called with the bytes of the answer"""


@dataclass(eq=False)
class TickJob(BatchJob[Room]):
    """Time passed: counts to tell, a heartbeat, visible ideas to let out, or a snapshot to prepare."""

    def fail(self, why: Failure) -> None:
        """The next tick tries again."""


@dataclass(eq=False)
class AttendanceJob(BatchJob[Room]):
    """These people have been connected for long enough to count."""

    people: list[Person]

    def fail(self, why: Failure) -> None:
        """The next tick tries again."""


@dataclass(eq=False)
class ReadJob(BatchJob[Room]):
    """Somebody reads the board outside a socket: `see` gets it when everything before is committed, None on a fault."""

    see: Callable[[Room | None], None]

    def fail(self, why: Failure) -> None:
        self.see(None)


Job = CommandJob | ArrivalJob | AttendanceJob | SyncJob | TickJob | ReadJob
