"""How an open session judges, stores and publishes a batch."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from functools import partial

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from board.clock import Clock
from board.db.engine import reader
from board.live.commands import RETRY
from board.live.document import Committer, NoDocumentError
from board.live.jobs import ArrivalJob, TickJob
from board.live.storage_health import StorageHealth
from board.protocol.notices import Head
from board.protocol.worksession.links import Link
from board.records.keeping import today
from board.worksessions.commands.dispatch import dispatch
from board.worksessions.engine.jobs import CommandJob, Job
from board.worksessions.engine.notices import PROTOCOL, NoticeBuilder, publish
from board.worksessions.engine.room import SessionRoom
from board.worksessions.rules import leading
from board.worksessions.state import store
from board.worksessions.state.context import CommandContext, Limits
from board.worksessions.state.parts import WORK


class SessionCommitter(Committer[SessionRoom, Job]):
    """One for all sessions."""

    def __init__(
        self, engine: AsyncEngine, storage: StorageHealth, clock: Clock, limits: Limits, *, build: str, run: str
    ) -> None:
        self._engine = engine
        self._storage = storage
        self._clock = clock
        self._limits = limits
        self._build = build
        self._run = run

    def notice_builder(self, room: SessionRoom) -> NoticeBuilder:
        """Encodes the notices of this moment. Memory must be what is stored."""
        head = Head(PROTOCOL, self._build, self._run, self._clock.now())
        return NoticeBuilder(room, head, readonly=self._storage.readonly)

    async def reload(self, document: SessionRoom) -> None:
        async with reader(self._engine).connect() as conn:
            session = await store.load(conn, session=document.id)
        if session is None:
            raise NoDocumentError(document.id)
        document.session = session

    def judge(self, document: SessionRoom, jobs: Sequence[Job]) -> list[Callable[[], None]]:
        now = self._clock.now()
        answers: list[Callable[[], None]] = []
        # Arrivals write to the document only when a lead comes back.
        writing = any(isinstance(job, CommandJob | TickJob) or self._leads_again(document, job) for job in jobs)
        with document.session.change() if writing else nullcontext():
            for job in jobs:
                answers += self._do(document, job, now)
        return answers

    def _leads_again(self, room: SessionRoom, job: Job) -> bool:
        return isinstance(job, ArrivalJob) and job.connection.role == Link.LEAD and room.session.meta.acting is not None

    def _do(self, room: SessionRoom, job: Job, now: float) -> list[Callable[[], None]]:
        session, readonly = room.session, self._storage.readonly
        if isinstance(job, CommandJob) and readonly:
            # Attempting the write would fail the whole batch, including jobs that only need a broadcast.
            return [partial(job.reply, RETRY)]
        if isinstance(job, CommandJob | ArrivalJob) and not readonly:
            session.active_on = max(session.active_on, today(now))
        if isinstance(job, CommandJob):
            return [partial(job.reply, dispatch(self._context(room, job, now), job.command))]
        if isinstance(job, TickJob) and not readonly:
            self._keep_version(room, now)
        if self._leads_again(room, job) and not readonly:
            session.canvas.put_meta(acting=None)
        return []

    def _context(self, room: SessionRoom, job: CommandJob, now: float) -> CommandContext:
        return CommandContext(
            session=room.session,
            person=job.person,
            now=now,
            limits=self._limits,
            here=room.here(now),
            lead_gone=room.presence.lead_gone,
            free=leading.is_free(room.left_open(now), now),
            used=room.used,
        )

    def _keep_version(self, room: SessionRoom, now: float) -> None:
        if room.session.version_is_due(now):
            room.session.keep_version("time", now)

    def is_dirty(self, document: SessionRoom) -> bool:
        return WORK.is_dirty(document.session)

    def save(self, conn: Connection, document: SessionRoom) -> None:
        WORK.save(conn, document.session)

    def forgets(self, document: SessionRoom) -> bool:
        return WORK.forgets(document.session)

    def publish(self, document: SessionRoom, jobs: Sequence[Job], *, changed: bool) -> None:
        session = document.session
        made, epoch = session.made[0] if session.made else None, session.new_epoch
        if changed:
            WORK.stored(session)
        if document.snapshots.outdated and any(isinstance(job, TickJob) for job in jobs):
            document.snapshots.prepare(document.replica)
        document.presence.update(document.connections, session, self._clock.now())
        publish(document, jobs, made, self.notice_builder(document), epoch=epoch)
