"""The sessions that are open in this process."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Iterator, Mapping

from sqlalchemy.ext.asyncio import AsyncEngine

from board.brainstorm import Outcome, outcome_of
from board.clock import Clock
from board.db.engine import is_sqlite, reader
from board.errors import Unavailable
from board.live.commands import OK, RETRY, Answer
from board.live.jobs import TickJob
from board.live.journal import Journal
from board.live.registry import Registry
from board.live.transport.rate_limit import Rate
from board.people.cookie import Person
from board.protocol.refusals import Refusal
from board.protocol.worksession.command import SessionCommand
from board.protocol.worksession.links import Link
from board.protocol.worksession.notices import SessionNotice
from board.worksessions.engine.committer import SessionCommitter
from board.worksessions.engine.jobs import BoardsJob, CommandJob, ReplyJob
from board.worksessions.engine.presence import Here
from board.worksessions.engine.removal import RemovalJob
from board.worksessions.engine.room import LOOK_AGAIN, SessionRoom
from board.worksessions.rules.planning import board_of
from board.worksessions.rules.replying import Reply
from board.worksessions.state import outcomes, recap, store
from board.worksessions.state.context import Limits
from board.worksessions.state.outcomes import Seen
from board.worksessions.state.parts import KIND
from board.worksessions.state.session import REMOVED, number_of

log = logging.getLogger("shortlist.sessions")

SHOW_EVERY = 2.0
"""seconds after which the document shows what was typed"""
RATE = Rate(burst=60, per_second=40)
"""messages of one person to one session"""


class SessionRooms(Registry[SessionRoom]):
    """The registry of work sessions. Everything that reaches one from outside goes through here or `page`."""

    kind = KIND
    people = Here

    def __init__(
        self,
        engine: AsyncEngine,
        journal: Journal,
        clock: Clock,
        build: str,
        ended: Callable[[str], None] = lambda _: None,
        relinked: Callable[[str, Mapping[bytes, bytes]], None] = lambda _board, _hashes: None,
    ) -> None:
        """`ended` is called with a chain whose links lead nowhere any more.

        `relinked` is called with a board that was opened inside a session and its links that moved, old hash → new.
        """
        super().__init__(journal, clock, RATE)
        self.ended = ended
        self.relinked = relinked
        self._looking: dict[str, asyncio.Task[None]] = {}
        """session → the look at its boards"""
        self._engine = engine
        self.committer = SessionCommitter(journal.storage, clock, Limits(), self, build=build, run=journal.run)

    async def load(self, id: str) -> SessionRoom | None:
        async with reader(self._engine).connect() as conn:
            session = await store.load(conn, session=id)
        if session is None:
            return None
        room = SessionRoom(session, self.committer, self.clock.now())
        for other in self.kin(room) if is_sqlite(self._engine) else ():
            # Links may have been renewed and people removed since the look at the database; whatever is open knows.
            session.links, session.generations = other.session.links, other.session.generations
            session.replies.copy_stored(other.session.replies)
            session.know_removed(seat for seat, person in other.session.seats.items() if person == REMOVED)
        return room

    def kin(self, room: SessionRoom) -> Iterator[SessionRoom]:
        """The other sessions of the chain that are open."""
        chain = room.session.chain
        return (other for other in self if other is not room and other.session.chain == chain)

    def command_job(
        self, document: SessionRoom, person: Person, command: SessionCommand, reply: Callable[[Answer], None]
    ) -> CommandJob:
        return CommandJob(document, person, command, reply)

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        async with super().running():
            yield
        looks = list(self._looking.values())
        for look in looks:
            look.cancel()
        await asyncio.gather(*looks, return_exceptions=True)

    async def page_data(self, room: SessionRoom, person: Person, role: Link) -> tuple[dict[str, object], SessionNotice]:
        """What a page draws first, once everything that is queued now is committed: the document and a notice.

        Raises Unavailable on a storage fault.
        """

        def look(room: SessionRoom) -> tuple[dict[str, object], SessionNotice]:
            canvas = room.session.canvas
            document: dict[str, object] = {root: canvas.plain(root) for root in canvas.roots()}
            return document, self.committer.notice_builder(room).notice(person, role)

        return await self.read(room, look)

    async def delete(self, room: SessionRoom, *, idle_since: int | None = None) -> bool:
        """Deletes a session when everything before is committed; False when it was used after `idle_since`.

        Raises Unavailable on a storage fault.
        """

        def job(room: SessionRoom, done: Callable[[bool | None], None]) -> RemovalJob:
            return self._removal(room, done, idle_since)

        gone = await self.remove(room, job)
        if gone:
            self._forget_recaps(room, kept=idle_since is not None)
        return gone

    def _forget_recaps(self, room: SessionRoom, *, kept: bool) -> None:
        """The replies to the recaps of a session that was deleted went with it, and recaps that are not kept."""
        for other in self.kin(room):
            other.session.replies.forget(session=room.id)
            if not kept:
                recap.forget_earlier(other.session, number=number_of(room.id))
            other.notices.pending = True

    def board_moved(self, board: str) -> None:
        """A board is stored in another phase, or deleted: if a session that is open holds it, it looks what came of it.

        One that is not open looks when it is loaded.
        """
        for room in self:
            if any(held.board == board for held in room.session.boards.values()):
                room.look_at = 0.0

    async def _look(self, room: SessionRoom) -> None:
        room.look_at = None
        try:
            seen = await self._seen(room)
        except Exception as error:
            log.error("The boards of a session could not be looked up: %s", type(error).__name__)
            room.look_at = asyncio.get_running_loop().time() + LOOK_AGAIN
            return
        if room.owes_look or self._open.get(room.id) is not room:
            # Something moved meanwhile: what was read may be older than that.
            return
        if outcomes.changes(room.session, seen):
            self.journal.submit(BoardsJob(room, seen))

    async def _seen(self, room: SessionRoom) -> dict[str, Seen]:
        """What is stored of the boards of a session."""
        boards, agenda = room.session.boards, room.session.document.agenda
        lost = [id for id, item in agenda.items() if board_of(item) is not None and id not in boards]
        seen = dict.fromkeys(lost, Seen(None, Outcome(exists=False)))
        async with reader(self._engine).connect() as conn:
            for id, one in boards.stored.items():
                counts = outcomes.waits_for_count(room.session, id)
                seen[id] = Seen(one.board, await outcome_of(conn, board=one.board, counts=counts))
        return seen

    async def reply(self, room: SessionRoom, id: str, said: Reply) -> None:
        """Keeps what a reader of a recap replied. Raises Unavailable when it cannot be stored."""
        kept: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        def done(stored: bool) -> None:
            if not kept.done():
                kept.set_result(stored)

        self.journal.submit(ReplyJob(room, id, said, done))
        if not await asyncio.shield(kept):
            raise Unavailable(Refusal.STORAGE)

    def _removal(
        self, room: SessionRoom, done: Callable[[bool | None], None], idle_since: int | None = None
    ) -> RemovalJob:
        now, settle = self.clock.now(), self.journal.settle
        return RemovalJob(
            room, done=done, find=self.find, settle=settle, now=now, ended=self.ended, idle_since=idle_since
        )

    def delete_soon(self, room: SessionRoom, reply: Callable[[Answer], None]) -> None:
        """Queues the deletion of a session, which is answered once it is gone."""

        def done(gone: bool | None) -> None:
            if gone:
                self.evict(room)
                self._forget_recaps(room, kept=False)
            reply(OK if gone else RETRY)

        self.journal.submit(self._removal(room, done))

    def tend(self, document: SessionRoom) -> None:
        room, now, readonly = document, self.clock.now(), self.journal.storage.readonly
        if room.presence.forget_gone(now):
            room.notices.pending = True
        if room.inbox.is_settled:
            room.channel.tend(room.session.text.document)
            if not readonly:
                self._look_if_due(room)
        if room.inbox.queued == 0 and self._needs_tick(room, now, readonly=readonly):
            self.journal.submit(TickJob(room))

    def _look_if_due(self, room: SessionRoom) -> None:
        due = room.look_at is not None and asyncio.get_running_loop().time() >= room.look_at
        if due and room.id not in self._looking:
            look = self._looking[room.id] = asyncio.create_task(self._look(room))
            look.add_done_callback(lambda _: self._looking.pop(room.id, None))

    def _follows(self, room: SessionRoom) -> bool:
        """Whether the document is to show what was typed. Cheap: it is asked five times a second."""
        session, channel = room.session, room.channel
        loop_time = asyncio.get_running_loop().time()
        if session.text.document.vector is channel.shown or loop_time - channel.shown_at < SHOW_EVERY:
            return False
        channel.shown, channel.shown_at = session.text.document.vector, loop_time
        return True

    def _needs_tick(self, room: SessionRoom, now: float, *, readonly: bool) -> bool:
        if room.notices.pending:
            return True
        if not readonly and (room.session.version_is_due(now) or self._follows(room)):
            return True
        if not room.connections:
            return False
        told = room.notices.last
        due = room.notices.heartbeat.is_due(now) or (told is not None and told.readonly is not readonly)
        # A change in the last moment may be followed by others, so the snapshot waits.
        quiet = room.inbox.free_at <= asyncio.get_running_loop().time()
        return due or (room.snapshots.outdated and quiet)
