"""What can be asked of an open board."""

from collections.abc import Callable
from dataclasses import dataclass

from board.brainstorm.commands.contract import Command
from board.brainstorm.engine.room import Room
from board.live.commands import RETRY, Answer, refuse
from board.live.document import BatchJob, Failure
from board.live.jobs import ArrivalJob, ReadJob, SyncJob, TickJob
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
class AttendanceJob(BatchJob[Room]):
    """These people have been connected for long enough to count."""

    people: list[Person]

    def fail(self, why: Failure) -> None:
        """The next tick tries again."""


Job = CommandJob | AttendanceJob | ArrivalJob[Room] | SyncJob[Room] | TickJob[Room] | ReadJob[Room]
