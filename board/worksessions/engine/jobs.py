"""What can be asked of an open session."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from board.live import jobs
from board.live.commands import refuse
from board.live.document import BatchJob, Failure
from board.live.jobs import ArrivalJob, ReadJob, SyncJob, TickJob
from board.protocol.refusals import Refusal
from board.protocol.worksession.command import SessionCommand
from board.worksessions.engine.room import LOOK_AGAIN, SessionRoom
from board.worksessions.engine.text_jobs import TextArrivalJob, TextSyncJob, TextUpdateJob
from board.worksessions.rules.replying import Reply
from board.worksessions.state.outcomes import Seen


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


@dataclass(eq=False)
class BoardsJob(BatchJob[SessionRoom]):
    """The boards of a session were looked up, and something came of them."""

    seen: Mapping[str, Seen]
    """by item"""

    def fail(self, why: Failure) -> None:
        self.document.look_at = asyncio.get_running_loop().time() + LOOK_AGAIN


Job = (
    CommandJob
    | BoardsJob
    | ReplyJob
    | ArrivalJob[SessionRoom]
    | SyncJob[SessionRoom]
    | TickJob[SessionRoom]
    | ReadJob[SessionRoom]
    | TextArrivalJob
    | TextSyncJob
    | TextUpdateJob
)
