"""The boards that are open in this process, and the one task that watches their time."""

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncEngine

from board.brainstorm.commands.contract import Answer, Command
from board.brainstorm.engine.broadcast import heartbeat_due
from board.brainstorm.engine.committer import Committer
from board.brainstorm.engine.jobs import AttendanceJob, CommandJob, ReadJob, RemovalJob, TickJob
from board.brainstorm.engine.room import Room
from board.brainstorm.phases import waiting_changes
from board.brainstorm.phases.releasing import is_due, refill
from board.brainstorm.state import store
from board.brainstorm.state.context import Limits
from board.clock import Clock, steady
from board.db.engine import reader
from board.db.space import FreeSpace
from board.db.writer import Writer
from board.errors import Unavailable
from board.live.close_codes import Close
from board.live.rate_limit import Rate, RateLimiter
from board.live.send_queue import SendQueue
from board.people import service as people
from board.people.cookie import Person
from board.people.creating import CreationLimit
from board.people.guessing import Guesses
from board.people.links import mint
from board.words import live as words

T = TypeVar("T")

log = logging.getLogger("shortlist.rooms")

TICK, TICKS_A_SECOND = 0.2, 5
DRAIN = 5.0
"""seconds that a stopping server gives to what is queued"""
NEVER_ASKED = 30.0
"""seconds that a socket may stay open without asking for the board"""
EXPORTS, ADVICE = Rate(burst=20, per_second=0.5), Rate(burst=20, per_second=2)
"""files of one board, and looks at its ballot, that one person may ask for"""
QUIET = 60.0
"""seconds without a socket or a request after which a board leaves memory"""


class Rooms:
    """Opens a board once, keeps it while somebody uses it, and lets it go."""

    def __init__(self, engine: AsyncEngine, clock: Clock, limits: Limits, build: str) -> None:
        self._engine = engine
        self.writer = Writer(engine)
        self.clock = clock
        self.build = build
        self.guesses = Guesses()
        self.limits = limits
        self.creations = CreationLimit(limits.boards_per_minute, limits.boards_per_hour)
        self.space = FreeSpace.of(engine.url)
        self.held = 0
        """wrong links that wait for their answer"""
        self.senders = RateLimiter(Rate(limits.burst, limits.per_second), clock.now)
        self.exports = RateLimiter(EXPORTS, clock.now, words.MANY_FILES)
        self.advice = RateLimiter(ADVICE, clock.now)
        self.drafting = asyncio.Lock()
        """held while a whole board is read on a thread: several at once would take the interpreter from the loop"""
        self.committer = Committer(engine, self.writer, clock, limits, build)
        self._run = mint()
        self._rooms: dict[str, Room] = {}
        self._loading: dict[str, asyncio.Task[Room | None]] = {}
        self._asking: Counter[str] = Counter()
        """who waits for a board that is being loaded: it does not leave memory before they have their turn"""
        self._stopping = asyncio.Event()

    async def find(self, board: str) -> Room | None:
        """The open room of a board, loaded when needed; None when there is no such board.

        It is the open one until the caller waits for something else: enter it or submit to it before.
        """
        room = self._rooms.get(board)
        if room is not None and room.gone:
            del self._rooms[board]
            room = None
        room = room or await self._ask_for(board)
        if room is not None:
            room.used_at = steady()
        return room

    async def are_deleted(self, tokens: Sequence[str]) -> bool:
        """Whether one of these tokens opened a board that was deleted."""
        async with reader(self._engine).connect() as conn:
            return await people.is_deleted(conn, tokens=tokens)

    async def _ask_for(self, board: str) -> Room | None:
        # Two loads at once would make two documents of one board. Who asked first may go away meanwhile.
        loading = self._loading.get(board)
        if loading is None:
            loading = self._loading[board] = asyncio.create_task(self._load(board))
            loading.add_done_callback(lambda _: self._loading.pop(board, None))
        self._asking[board] += 1
        try:
            return await asyncio.shield(loading)
        finally:
            self._asking[board] -= 1
            if not self._asking[board]:
                del self._asking[board]

    async def _load(self, key: str) -> Room | None:
        async with reader(self._engine).connect() as conn:
            board = await store.load(conn, board=key)
        if board is None:
            return None
        refill(board, self.clock.now())
        room = Room(board, used_at=steady(), run=self._run)
        self._rooms[key] = room
        return room

    def part(self, room: Room, out: SendQueue) -> None:
        """The server stops: ends a connection once it has the answers to all that was read, a grace included."""
        # A hold outlasts the patience of whoever stops the server.
        for held in [one for one in room.waiting if one.held]:
            room.waiting.remove(held)
            held.work.reply(Answer("retry", words.RESTARTING))
        if not room.waiting:
            self.committer.submit(ReadJob(room, lambda _: out.close(Close.RESTARTING)))
        else:
            room.parting.append(out)

    async def command(self, room: Room, person: Person, command: Command) -> Answer:
        """Submits one command and waits for its answer."""
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()

        def reply(answer: Answer) -> None:
            if not answered.done():
                answered.set_result(answer)

        self.committer.submit(CommandJob(room, person, command, reply))
        return await answered

    async def delete(self, room: Room, *, with_decisions: bool, idle_since: int | None = None) -> bool:
        """Deletes a board when everything before is committed; False when it was used after `idle_since`.

        Raises Unavailable on a storage fault.
        """
        deleted: asyncio.Future[bool | None] = asyncio.get_running_loop().create_future()

        def done(gone: bool | None) -> None:
            if not deleted.done():
                deleted.set_result(gone)

        self.committer.submit(RemovalJob(self._rooms.get(room.board.id, room), with_decisions, done, idle_since))
        gone = await deleted
        if gone is None:
            raise Unavailable(words.STORAGE)
        if gone:
            self._rooms.pop(room.board.id, None)
        return gone

    async def read(self, room: Room, look: Callable[[Room], T]) -> T:
        """What `look` sees once everything that is queued now is committed. Raises Unavailable on a storage fault."""
        seen: asyncio.Future[T] = asyncio.get_running_loop().create_future()

        def see(room: Room | None) -> None:
            if seen.done():
                return
            try:
                if room is None:
                    raise Unavailable(words.STORAGE)
                seen.set_result(look(room))
            except Exception as error:  # it belongs to who asked, not to the committer
                seen.set_exception(error)

        # The caller may have waited for something since it found the room, which may have left memory.
        self.committer.submit(ReadJob(await self.find(room.board.id) or room, see))
        return await seen

    async def changes_released(self, room: Room) -> None:
        """Waits until every change of an idea that waits now is in the document.

        It takes the longest wait whatever waits: if it ended with the last release, somebody who asks again and again
        could tell when each change was made. While storage is in trouble nothing is released, and it gives up.
        """
        if not room.board.changes:
            return
        longest = waiting_changes.LONGEST_WAIT
        until, give_up = self.clock.now() + longest, steady() + 2 * longest

        def left() -> bool:
            earlier = (one.latest <= until for idea, one in room.board.releases.items() if idea in room.board.changes)
            return self.clock.now() < until or any(earlier)

        while left() and steady() < give_up and not self._stopping.is_set():
            await self._tick()

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Runs the committer and the watch until the block is left; what is queued by then is still stored."""
        writing, watching = asyncio.create_task(self.committer.run()), asyncio.create_task(self._watch())
        writing.add_done_callback(_log_end)
        watching.add_done_callback(_log_end)
        try:
            yield
        finally:
            self._stopping.set()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(DRAIN):
                    # Neither is cut off while the database is at work for it.
                    await watching
                    await self.committer.drain()
            writing.cancel()
            watching.cancel()
            await asyncio.gather(writing, watching, return_exceptions=True)
            self.writer.close()

    async def _watch(self) -> None:
        ticks = 0
        while not self._stopping.is_set():
            await self._tick()
            ticks += 1
            now = self.clock.now()
            if ticks % TICKS_A_SECOND == 0:
                self._tend_readers(asyncio.get_running_loop().time())
            for room in list(self._rooms.values()):
                self._tend(room, now)
            if self.committer.unerased:
                await self.committer.erase()
            if self.committer.readonly:
                await self.committer.probe()

    async def _tick(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(TICK):
                await self._stopping.wait()

    def _tend_readers(self, now: float) -> None:
        for room in self._rooms.values():
            for connection in room.connections:
                connection.out.check_timeout(now)
                if not connection.asked and now - connection.since > NEVER_ASKED:
                    connection.out.close(Close.TOO_SLOW)

    def _tend(self, room: Room, now: float) -> None:
        if due_now := [one for one in room.waiting if now >= one.until]:
            for one in due_now:
                room.waiting.remove(one)
                one.work.due, one.work.held = True, one.held
                self.committer.submit(one.work)
            return
        if room.parting and not room.waiting:
            parting, room.parting = room.parting, []
            for out in parting:
                self.part(room, out)
        room.forget_gone(now)
        if not self.committer.readonly and (people := room.attendance.ripe(now)):
            self.committer.submit(AttendanceJob(room, people))
        due = heartbeat_due(room, now) or room.told_readonly is not self.committer.readonly
        released = is_due(room.board, now)
        if (room.untold or released or (room.connections and (due or room.unprepared))) and room.queued == 0:
            self.committer.submit(TickJob(room))
        elif self._is_idle(room) and steady() - room.used_at > QUIET:
            self._rooms.pop(room.board.id, None)

    def _is_idle(self, room: Room) -> bool:
        used = room.connections or room.waiting or room.queued or room.board.id in self._asking
        return not (used or room.board.changes)


def _log_end(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        log.critical("A task that must not end has ended: %s", type(error).__name__)
