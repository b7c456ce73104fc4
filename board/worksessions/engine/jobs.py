"""What can be asked of an open session."""

from dataclasses import dataclass

from board.live import jobs
from board.live.commands import refuse
from board.live.document import Failure
from board.live.jobs import ArrivalJob, ReadJob, SyncJob, TickJob
from board.protocol.refusals import Refusal
from board.protocol.worksession.command import SessionCommand
from board.worksessions.engine.room import SessionRoom
from board.worksessions.engine.text_jobs import TextArrivalJob, TextSyncJob, TextUpdateJob


@dataclass(eq=False)
class CommandJob(jobs.CommandJob[SessionRoom, SessionCommand]):
    """A command and where its answer goes."""

    def fail(self, why: Failure) -> None:
        if why is Failure.DELETED:
            self.reply(refuse(Refusal.SESSION_DELETED))
        else:
            super().fail(why)


Job = (
    CommandJob
    | ArrivalJob[SessionRoom]
    | SyncJob[SessionRoom]
    | TickJob[SessionRoom]
    | ReadJob[SessionRoom]
    | TextArrivalJob
    | TextSyncJob
    | TextUpdateJob
)
