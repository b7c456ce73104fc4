"""The one task that writes. What queues up while a commit runs is the next batch.

A batch is judged in memory, stored in one transaction, and only then broadcast and answered: nobody ever sees what
could still be lost. Everything that tells clients about a board passes through the same queue, so nobody is told of a
state that is not committed.
"""

import asyncio
import logging
import time
from collections.abc import Sequence
from contextlib import nullcontext

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from board.brainstorm.commands.contract import Answer, refuse
from board.brainstorm.commands.dispatch import shut_out, take_seat
from board.brainstorm.engine import removal as removing
from board.brainstorm.engine.broadcast import Committed, publish, resync
from board.brainstorm.engine.jobs import (
    ArrivalJob,
    AttendanceJob,
    CommandJob,
    Job,
    ReadJob,
    RemovalJob,
    SyncJob,
    TickJob,
)
from board.brainstorm.engine.judging import Answered, judge
from board.brainstorm.engine.notices import NoticeBuilder
from board.brainstorm.engine.room import Room
from board.brainstorm.phases.releasing import refill, release
from board.brainstorm.state import store
from board.brainstorm.state.context import CommandContext, Limits
from board.brainstorm.state.parts import NoBoardError
from board.clock import Clock
from board.db.engine import is_storage_fault, reader, truncate_wal
from board.db.writer import Writer
from board.people.roles import Role
from board.records.keeping import today
from board.words import live as words

log = logging.getLogger("shortlist.committer")

LARGEST_BATCH = 2000
SHORTEST_TICK, LONGEST_TICK = 0.03, 0.06
"""seconds between two changes of one room that leave separately; who drags sends one in so long"""
RATIO = 16
"""a tick is so many times as long as storing and telling a change took"""
PROBE_EVERY = 1.0
"""seconds between two tries to write while storage is in trouble"""
ERASE_EVERY = 1.0
"""seconds between two tries to empty the write-ahead log while a reader is in the way"""

RETRY = Answer("retry", words.STORAGE)


class Committer:
    """`submit` is synchronous; what comes of it is sent to the connections and to the `reply` of each work."""

    def __init__(self, engine: AsyncEngine, writer: Writer, clock: Clock, limits: Limits, build: str) -> None:
        self._engine = engine
        self._writer = writer
        self._clock = clock
        self._limits = limits
        self._build = build
        self._ready: asyncio.Queue[Room] = asyncio.Queue()
        self._open = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self.readonly = False
        """storage is in trouble: the last commit failed, and nothing more is tried than a probe"""
        self._probe_at = 0.0
        self._erase_at = 0.0
        self.unerased = True
        """deleted bytes may still be in the write-ahead log, as after any restart"""

    def submit(self, item: Job) -> None:
        """Queues it. The first change after a quiet moment leaves at once; in a busy one it joins the next tick."""
        room = item.room
        if isinstance(item, SyncJob) and item.connection.told and not (room.in_hand or room.stale):
            # Memory is what is stored, so nothing has to be waited for.
            resync(room, item)
            return
        room.queued += 1
        room.inbox.append(item)
        self._open += 1
        self._idle.clear()
        if room.scheduled:
            return
        room.scheduled = True
        loop = asyncio.get_running_loop()
        wait = room.free_at - loop.time()
        if wait <= 0:
            self._ready.put_nowait(room)
        else:
            loop.call_later(wait, self._ready.put_nowait, room)

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            rooms = [await self._ready.get()]
            while not self._ready.empty():
                rooms.append(self._ready.get_nowait())
            batch = [item for room in rooms for item in self._take(room)]
            try:
                await self._batch([item for item in batch if not isinstance(item, RemovalJob)])
                for item in batch:
                    if isinstance(item, RemovalJob):
                        self.unerased |= await removing.remove(self._writer, item, self._clock.now())
            finally:
                for item in batch:
                    item.room.queued -= 1
                self._open -= len(batch)
            if self._ready.empty():
                await self.erase()
            if self._open == 0:
                self._idle.set()

    def _take(self, room: Room) -> list[Job]:
        items, room.inbox = room.inbox[:LARGEST_BATCH], room.inbox[LARGEST_BATCH:]
        room.scheduled = bool(room.inbox)
        if room.scheduled:
            self._ready.put_nowait(room)
        return items

    async def drain(self) -> None:
        """Waits until nothing is queued."""
        await self._idle.wait()

    async def erase(self) -> None:
        """Empties the write-ahead log after rows were deleted for good; a reader may be in the way, then later."""
        now = asyncio.get_running_loop().time()
        if not self.unerased or now < self._erase_at:
            return
        try:
            self.unerased = not await truncate_wal(self._engine)
        except DBAPIError as error:
            log.error("The write-ahead log could not be emptied yet: %s", type(error).__name__)
        # No writer can begin while it is tried, so a reader that stays must not make it a habit.
        self._erase_at = now + ERASE_EVERY if self.unerased else 0.0

    async def _batch(self, batch: list[Job]) -> None:
        rooms = list(dict.fromkeys(item.room for item in batch))
        was_readonly, began = self.readonly, time.perf_counter()
        waiting = [(room, list(room.waiting)) for room in rooms]
        try:
            await self._reload_stale(rooms)
            answers = self._judge(rooms, batch)
            changed = await self._store(rooms)
        except BaseException as error:
            # pycrdt panics with a BaseException of its own.
            if isinstance(error, asyncio.CancelledError | KeyboardInterrupt | SystemExit):
                raise
            for room, before in waiting:
                room.waiting = before
            await self._failed(rooms, batch, error)
            return
        for room in rooms:
            items = [item for item in batch if item.room is room]
            self._tell(room, items, changed=room in changed, loud=was_readonly != self.readonly, began=began)
        for work, answer in answers:
            work.reply(answer)
        for item in batch:
            if isinstance(item, ReadJob):
                item.see(item.room)

    def _judge(self, rooms: Sequence[Room], batch: Sequence[Job]) -> Answered:
        answers: Answered = []
        now = self._clock.now()
        for room in rooms:
            room.in_hand = True
            items = [item for item in batch if item.room is room]
            # Who only comes writes nothing into the document, and a transaction of it costs more than they do.
            writing = any(isinstance(item, CommandJob | TickJob) for item in items)
            with room.board.change() if writing else nullcontext():
                for item in items:
                    answers += self._do(room, item, now)
        return answers

    def _do(self, room: Room, item: Job, now: float) -> Answered:
        if isinstance(item, CommandJob | ArrivalJob) and not self.readonly:
            room.board.active_on = max(room.board.active_on, today(now))
        if isinstance(item, CommandJob):
            # While storage is in trouble, a command tried in vain would take down everything else in its batch.
            return [(item, RETRY)] if self.readonly else judge(item, now=now, limits=self._limits)
        if isinstance(item, ArrivalJob):
            self._arrive(room, item, now)
        elif isinstance(item, TickJob) and not self.readonly:
            release(room.board, now)
        elif isinstance(item, AttendanceJob) and not self.readonly:
            for person in item.people:
                room.board.begin_to_count(person)
        return []

    def _arrive(self, room: Room, item: ArrivalJob, now: float) -> None:
        person, out = item.connection.person, item.connection.out
        if item.connection.role is not Role.PARTICIPANT:
            return
        if self.readonly and person.seat not in room.board.seats:
            self._give_up(item, RETRY)
        elif not take_seat(context := CommandContext(room.board, person, now, self._limits)):
            out.close(shut_out(context))

    async def _store(self, rooms: Sequence[Room]) -> list[Room]:
        """Commits what changed, and says where."""
        dirty = [room for room in rooms if store.is_dirty(room.board)]
        if not dirty:
            return dirty

        def write(conn: Connection) -> None:
            for room in dirty:
                store.save(conn, board=room.board)

        await self._writer.write(write)
        self.unerased |= any(store.forgets(room.board) for room in dirty)
        self.readonly = False
        return dirty

    def _tell(self, room: Room, items: list[Job], *, changed: bool, loud: bool, began: float) -> None:
        board, now = room.board, self._clock.now()
        done = Committed(board.made[0] if board.made else None, board.new_epoch)
        if changed:
            store.stored(board)
        for item in items:
            if isinstance(item, AttendanceJob):
                for person in item.people:
                    room.attendance.forget(person)
        room.in_hand = False
        try:
            publish(room, items, done, lambda: self._teller(room, now), now=now, loud=loud)
        except Exception as error:
            # It is stored, so it is answered; the replicas come back and sync.
            log.critical("A change could not be told: %s", type(error).__name__)
            for connection in room.connections:
                connection.out.close()
        if changed:
            took = time.perf_counter() - began
            room.free_at = asyncio.get_running_loop().time() + min(max(SHORTEST_TICK, RATIO * took), LONGEST_TICK)

    def _teller(self, room: Room, now: float) -> NoticeBuilder:
        return NoticeBuilder(room, now=now, build=self._build, readonly=self.readonly, limits=self._limits)

    async def _failed(self, rooms: Sequence[Room], batch: Sequence[Job], error: BaseException) -> None:
        """Nothing was kept or shown. A storage fault is everybody's; any other is found by trying one by one."""
        for room in rooms:
            room.stale, room.in_hand = True, False
            if isinstance(error, NoBoardError) and error.args == (room.board.id,):
                room.vanish()
        # The text of an error may hold an idea; its kind never does.
        log.error("A batch of %d failed: %s", len(batch), type(error).__name__)
        if is_storage_fault(error):
            self.readonly, self._probe_at = True, asyncio.get_running_loop().time() + PROBE_EVERY
            for item in batch:
                self._give_up(item, RETRY)
        elif len(batch) == 1:
            self._give_up(batch[0], refuse(words.BOARD_DELETED if batch[0].room.gone else words.OUR_FAULT))
        else:
            for item in batch:
                await self._batch([item])

    def _give_up(self, item: Job, answer: Answer) -> None:
        if isinstance(item, CommandJob):
            item.reply(answer)
        elif isinstance(item, ReadJob):
            item.see(None)
        elif isinstance(item, SyncJob | ArrivalJob):
            # The socket is closed; the page comes back by itself.
            item.connection.out.close()

    async def probe(self) -> None:
        """Tries to write while storage is in trouble: pages that are told so may send nothing that shows its end."""
        loop = asyncio.get_running_loop()
        if loop.time() < self._probe_at:
            return
        try:
            await self._writer.write(store.touch)
        except (DBAPIError, OSError):
            self._probe_at = loop.time() + PROBE_EVERY
            return
        self.readonly = False

    async def _reload_stale(self, rooms: Sequence[Room]) -> None:
        for room in rooms:
            if room.gone:
                raise NoBoardError(room.board.id)
            if not room.stale:
                continue
            try:
                async with reader(self._engine).connect() as conn:
                    board = await store.load(conn, board=room.board.id)
            except Exception:
                # Nothing true can be told: offline is what these pages are.
                for connection in room.connections:
                    connection.out.close()
                raise
            if board is None:
                raise NoBoardError(room.board.id)
            refill(board, self._clock.now(), known=room.board)
            board.usage = room.board.usage
            room.board, room.stale = board, False
