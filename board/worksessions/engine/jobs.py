"""What can be asked of an open session."""

from collections.abc import Callable
from dataclasses import dataclass

from board.live import jobs
from board.live.commands import refuse
from board.live.document import BatchJob, Failure
from board.live.jobs import ArrivalJob, ReadJob, SyncJob, TickJob
from board.protocol.refusals import Refusal
from board.protocol.worksession.command import SessionCommand
from board.worksessions.engine.room import SessionRoom
from board.worksessions.engine.text_jobs import TextArrivalJob, TextSyncJob, TextUpdateJob
from board.worksessions.rules.replying import Reply


@dataclass(eq=False)
class CommandJob(jobs.CommandJob[SessionRoom, SessionCommand]):
    """A command and where its answer goes."""

    def fail(self, why: Failure) -> None:
        if why is Failure.DELETED:
            self.reply(refuse(Refusal.SESSION_DELETED))
        else:
            super().fail(why)


@dataclass(eq=False)
class ReplyJob(BatchJob[SessionRoom]):
    """A reader of a recap replied. The oldest reply that waits may give way."""

    id: str
    said: Reply
    done: Callable[[bool], None]
    """called once, with whether it is kept"""

    def fail(self, why: Failure) -> None:
        self.done(False)


Job = (
    CommandJob
    | ReplyJob
    | ArrivalJob[SessionRoom]
    | SyncJob[SessionRoom]
    | TickJob[SessionRoom]
    | ReadJob[SessionRoom]
    | TextArrivalJob
    | TextSyncJob
    | TextUpdateJob
)
