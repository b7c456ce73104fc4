"""The sessions that are open in this process."""

import asyncio
from collections.abc import Callable

from sqlalchemy.ext.asyncio import AsyncEngine

from board.clock import Clock
from board.db.engine import reader
from board.live.commands import Answer
from board.live.jobs import TickJob
from board.live.journal import Journal
from board.live.registry import Registry
from board.live.transport.rate_limit import Rate
from board.people.cookie import Person
from board.protocol.worksession.commands import SessionCommand
from board.protocol.worksession.links import Link
from board.protocol.worksession.notices import SessionNotice
from board.worksessions.engine.committer import SessionCommitter
from board.worksessions.engine.jobs import CommandJob
from board.worksessions.engine.room import SessionRoom
from board.worksessions.state import store
from board.worksessions.state.context import Limits

RATE = Rate(burst=60, per_second=40)
"""messages of one person to one session"""


class SessionRooms(Registry[SessionRoom]):
    """The registry of work sessions. Everything that reaches one from outside goes through here or `page`."""

    def __init__(self, engine: AsyncEngine, journal: Journal, clock: Clock, build: str) -> None:
        super().__init__(journal, clock, RATE)
        self._engine = engine
        self.committer = SessionCommitter(engine, journal.storage, clock, Limits(), build=build, run=journal.run)

    async def load(self, id: str) -> SessionRoom | None:
        async with reader(self._engine).connect() as conn:
            session = await store.load(conn, session=id)
        return None if session is None else SessionRoom(session, self.committer, self.clock.now())

    def command_job(
        self, document: SessionRoom, person: Person, command: SessionCommand, reply: Callable[[Answer], None]
    ) -> CommandJob:
        return CommandJob(document, person, command, reply)

    async def page_data(self, room: SessionRoom, person: Person, role: Link) -> tuple[dict[str, object], SessionNotice]:
        """What a page draws first, once everything that is queued now is committed: the document and a notice.

        Raises Unavailable on a storage fault.
        """

        def look(room: SessionRoom) -> tuple[dict[str, object], SessionNotice]:
            canvas = room.session.canvas
            document: dict[str, object] = {root: canvas.plain(root) for root in canvas.roots()}
            return document, self.committer.notice_builder(room).notice(person, role)

        return await self.read(room, look)

    def tend(self, document: SessionRoom) -> None:
        room, now, readonly = document, self.clock.now(), self.journal.storage.readonly
        if room.presence.forget_gone(now):
            room.notices.pending = True
        if room.inbox.queued == 0 and self._needs_tick(room, now, readonly=readonly):
            self.journal.submit(TickJob(room))

    def _needs_tick(self, room: SessionRoom, now: float, *, readonly: bool) -> bool:
        if room.notices.pending:
            return True
        if not readonly and room.session.version_is_due(now):
            return True
        if not room.connections:
            return False
        told = room.notices.last
        due = room.notices.heartbeat.is_due(now) or (told is not None and told.readonly is not readonly)
        # A change in the last moment may be followed by others, so the snapshot waits.
        quiet = room.inbox.free_at <= asyncio.get_running_loop().time()
        return due or (room.snapshots.outdated and quiet)
