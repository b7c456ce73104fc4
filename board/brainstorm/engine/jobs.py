"""What can be asked of an open board."""

from dataclasses import dataclass

from board.brainstorm.engine.room import Room
from board.live import jobs
from board.live.commands import refuse
from board.live.document import BatchJob, Failure
from board.live.jobs import ArrivalJob, ReadJob, SyncJob, TickJob
from board.people.cookie import Person
from board.protocol.commands import BoardCommand
from board.protocol.refusals import Refusal


@dataclass(eq=False)
class CommandJob(jobs.CommandJob[Room, BoardCommand]):
    """A command, which may have to wait for its time."""

    due: bool = False
    """it waited for its time, which has come"""
    held: bool = False
    """it waited because what it shows could have pointed at somebody"""

    def fail(self, why: Failure) -> None:
        if why is Failure.DELETED:
            self.reply(refuse(Refusal.BOARD_DELETED))
        else:
            super().fail(why)


@dataclass(eq=False)
class AttendanceJob(BatchJob[Room]):
    """These people have been connected for long enough to count."""

    people: list[Person]

    def fail(self, why: Failure) -> None:
        """The next look at who has been connected for long enough tries again."""


Job = CommandJob | AttendanceJob | ArrivalJob[Room] | SyncJob[Room] | TickJob[Room] | ReadJob[Room]
