"""The boards that are open in this process, and what can be asked of them."""

import asyncio
from collections.abc import Callable, Mapping

from sqlalchemy.ext.asyncio import AsyncEngine

from board.brainstorm.engine.broadcast import close_renewed
from board.brainstorm.engine.committer import BoardCommitter
from board.brainstorm.engine.jobs import AttendanceJob, CommandJob
from board.brainstorm.engine.notices import PageData
from board.brainstorm.engine.presence import Here
from board.brainstorm.engine.removal import RemovalJob
from board.brainstorm.engine.room import Room
from board.brainstorm.phases import waiting_changes
from board.brainstorm.phases.releasing import is_due, refill
from board.brainstorm.state import store
from board.brainstorm.state.context import Limits
from board.brainstorm.state.parts import ROW
from board.brainstorm.state.values import What
from board.clock import Clock, steady
from board.db.engine import is_sqlite, reader
from board.errors import Refused
from board.live.commands import Answer
from board.live.document import Changed
from board.live.jobs import TickJob
from board.live.journal import Journal
from board.live.registry import Registry
from board.live.transport.rate_limit import Rate
from board.live.transport.send_queue import SendQueue
from board.people.cookie import Person
from board.people.service import BoardSession
from board.protocol.commands import BoardCommand
from board.protocol.refusals import Refusal
from board.protocol.roles import Role


class Rooms(Registry[Room]):
    """The registry of boards. Everything that reaches a board from outside goes through here or `page`."""

    kind = store.KIND
    people = Here

    def __init__(self, engine: AsyncEngine, journal: Journal, clock: Clock, limits: Limits, build: str) -> None:
        super().__init__(journal, clock, Rate(limits.burst, limits.per_second))
        self._engine = engine
        self.followers: list[Callable[[str], None]] = []
        """called with a board that is stored in another phase, or deleted: a call that is lost must cost nothing"""
        storage, run = journal.storage, journal.run
        self.committer = BoardCommitter(storage, clock, limits, build=build, run=run, moved=self._moved)

    async def load(self, id: str) -> Room | None:
        async with reader(self._engine).connect() as conn:
            board = await store.load(conn, board=id)
        if board is None:
            return None
        refill(board, self.clock.now(), alone=is_sqlite(self._engine))
        return Room(board, self.committer)

    def command_job(
        self, document: Room, person: Person, command: BoardCommand, reply: Callable[[Answer], None]
    ) -> CommandJob:
        return CommandJob(document, person, command, reply)

    async def page_data(self, room: Room, person: Person, role: Role) -> PageData:
        """Returns what a page needs before its socket opens, once everything that is queued now is committed.

        Raises Unavailable on a storage fault.
        """
        return await self.read(room, lambda room: self.committer.notice_builder(room).page_data(person, role))

    async def delete(self, room: Room, *, with_decisions: bool, idle_since: int | None = None) -> bool:
        """Deletes a board when everything before is committed; False when it was used after `idle_since`.

        Raises Unavailable on a storage fault.
        """
        now = self.clock.now()

        def job(room: Room, done: Callable[[bool | None], None]) -> RemovalJob:
            return RemovalJob(
                room, now=now, with_decisions=with_decisions, done=done, idle_since=idle_since, moved=self._moved
            )

        return await self.remove(room, job)

    def heard(self, id: str, version: int, changed: Changed = None) -> None:
        """Whoever follows a board that is open in another process looks for itself in which phase it is."""
        if id not in self._open and (changed is None or ROW.name in changed):
            self._moved(id)
        super().heard(id, version, changed)

    def _moved(self, board: str) -> None:
        for follow in self.followers:
            follow(board)

    def relink(self, board: str, hashes: Mapping[bytes, bytes]) -> None:
        """Links of a board were stored with new tokens, old hash → new: pages that came by an old one are closed."""
        if (loading := self._loading.get(board)) is not None:
            # It may have read the links before.
            loading.add_done_callback(lambda _: self._relink(board, hashes))
        self._relink(board, hashes)

    def _relink(self, board: str, hashes: Mapping[bytes, bytes]) -> None:
        if (room := self._open.get(board)) is None:
            return
        room.board.links = {hashes.get(hashed, hashed): role for hashed, role in room.board.links.items()}
        close_renewed(room)

    def goes_on(self, board: str, session: BoardSession) -> None:
        """A work session was opened from a board and stored: its open pages receive it at the same moment."""
        if (room := self._open.get(board)) is not None:
            self._tell_work(room, session)

    def chain_ended(self, chain: str) -> None:
        """The links of this chain of sessions lead nowhere any more: no page offers them."""
        for room in self:
            if room.board.session is not None and room.board.session.chain == chain:
                self._tell_work(room, None)

    def _tell_work(self, room: Room, session: BoardSession | None) -> None:
        room.board.session = session
        room.notices.pending = room.notices.owed_to_all = True

    async def changes_released(self, room: Room) -> None:
        """Waits until every change of an idea that waits now is in the document.

        It takes the longest wait whatever waits: if it ended with the last release, repeated requests would show
        when each change was made. While storage is in trouble nothing is released, and it gives up.
        """
        if not room.board.changes:
            return
        longest = waiting_changes.LONGEST_WAIT
        until, give_up = self.clock.now() + longest, steady() + 2 * longest

        def left() -> bool:
            releases = (room.board.releases.get((What.CHANGE, idea)) for idea in room.board.changes)
            return self.clock.now() < until or any(one is not None and one.latest <= until for one in releases)

        while left() and steady() < give_up and not self.stopping.is_set():
            await self.tick()

    def part(self, document: Room, out: SendQueue) -> None:
        """The server stops: closes a connection once everything is answered, a delayed command included."""
        room = document
        # A hold lasts longer than a server may take to stop.
        for delayed in room.delayed.take(lambda one: one.held):
            delayed.reply(Answer("retry", Refused(Refusal.RESTARTING)))
        if not room.delayed:
            super().part(room, out)
        else:
            room.parting.append(out)

    def tend(self, document: Room) -> None:
        room, now, readonly = document, self.clock.now(), self.journal.storage.readonly
        if due := room.delayed.take(lambda one: now >= one.until):
            for one in due:
                self.journal.submit(CommandJob(room, one.person, one.command, one.reply, due=True, held=one.held))
            return
        if room.parting and not room.delayed:
            parting, room.parting = room.parting, []
            for out in parting:
                self.part(room, out)
        if room.presence.forget_gone(now):
            room.notices.pending = True
        if not readonly and (people := room.presence.attendance.ripe(now)):
            self.journal.submit(AttendanceJob(room, people))
        if room.inbox.queued == 0 and self._needs_tick(room, now, readonly=readonly):
            self.journal.submit(TickJob(room))

    def _needs_tick(self, room: Room, now: float, *, readonly: bool) -> bool:
        if room.notices.pending or is_due(room.board, now):
            return True
        if not room.connections:
            return False
        due = room.notices.heartbeat.is_due(now) or room.notices.readonly is not readonly
        # A change in the last moment may be followed by others, so the snapshot waits.
        quiet = room.inbox.free_at <= asyncio.get_running_loop().time()
        return due or (room.snapshots.outdated and quiet)
