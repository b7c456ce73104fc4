"""The one task that writes. What queues up while a commit runs is the next batch.

A batch is judged in memory, stored in one transaction, and only then broadcast and answered: nobody ever sees what
could still be lost. Everything that tells clients about a board passes through the same queue, so nobody is told of a
state that is not committed.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine

from board.clock import Clock
from board.db.engine import reader, truncate_wal
from board.people.roles import Role
from board.sync import frames, store
from board.sync.commands import OK, Answer, AnswerConsent, CastBallot, OpenPhase, SetTimer, refuse
from board.sync.handlers.registry import carry_out, take_seat
from board.sync.handlers.visible import release
from board.sync.notices import Teller
from board.sync.room import Connection, Room, Work
from board.sync.turn import Limits, Turn, Wait
from board.words import live as words

log = logging.getLogger("shortlist.committer")

LARGEST_BATCH = 2000
COUNTS_EVERY = 0.4
"""seconds between notices that only bring new counts"""


@dataclass(eq=False)
class Arrival:
    """A socket opened."""

    room: Room
    connection: Connection


@dataclass(eq=False)
class Resync:
    """A replica asked for what it lacks."""

    room: Room
    connection: Connection
    state_vector: bytes


@dataclass(eq=False)
class Pulse:
    """Time passed: counts to tell, a heartbeat, or visible ideas to let out."""

    room: Room


@dataclass(eq=False)
class Look:
    """Somebody reads the board outside a socket; `see` is called when everything before it is committed."""

    room: Room
    see: Callable[[Room], None]


Item = Work | Arrival | Resync | Pulse | Look


class Committer:
    """`submit` is synchronous; what comes of it is sent to the connections and to the `reply` of each work."""

    def __init__(self, engine: AsyncEngine, clock: Clock, limits: Limits, build: str) -> None:
        self._engine = engine
        self._clock = clock
        self._limits = limits
        self._build = build
        self._queue: asyncio.Queue[Item] = asyncio.Queue()
        self.readonly = False
        self._truncate = True

    def submit(self, item: Item) -> None:
        item.room.queued += 1
        self._queue.put_nowait(item)

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            batch = [await self._queue.get()]
            while not self._queue.empty() and len(batch) < LARGEST_BATCH:
                batch.append(self._queue.get_nowait())
            try:
                await self._batch(batch)
            finally:
                for item in batch:
                    item.room.queued -= 1
                    self._queue.task_done()
            await self._erase()

    async def drain(self) -> None:
        """Waits until nothing is queued."""
        await self._queue.join()

    async def _batch(self, batch: list[Item]) -> None:
        rooms = list(dict.fromkeys(item.room for item in batch))
        try:
            for room in rooms:
                if room.stale:
                    await self._reload(room)
            answers = self._judge(rooms, batch)
            await self._store(rooms)
        except BaseException as error:
            if isinstance(error, asyncio.CancelledError | KeyboardInterrupt | SystemExit):
                raise
            await self._failed(rooms, batch, error)
            return
        self._committed(rooms, batch, answers)

    def _committed(self, rooms: list[Room], batch: list[Item], answers: list[tuple[Work, Answer]]) -> None:
        recovered, self.readonly = self.readonly, False
        for room in rooms:
            self._publish(room, [item for item in batch if item.room is room], loud=recovered)
            store.stored(room.board)
        for work, answer in answers:
            work.reply(answer)
        for item in batch:
            if isinstance(item, Look):
                item.see(item.room)

    def _judge(self, rooms: list[Room], batch: list[Item]) -> list[tuple[Work, Answer]]:
        answers: list[tuple[Work, Answer]] = []
        now = self._clock.now()
        for room in rooms:
            with room.board.change():
                for item in batch:
                    if item.room is not room:
                        continue
                    if isinstance(item, Work):
                        answers += self._command(room, item, now)
                    elif isinstance(item, Arrival) and item.connection.role is Role.PARTICIPANT:
                        if not take_seat(Turn(room.board, item.connection.person, now, self._limits)):
                            item.connection.door.set()
                    elif isinstance(item, Pulse):
                        release(room.board, now)
        return answers

    def _command(self, room: Room, work: Work, now: float) -> list[tuple[Work, Answer]]:
        """The answers that are due now: none for a phase change that waits, two when one is called off."""
        if isinstance(work.command, OpenPhase) and room.waiting is not None and not work.due:
            return [(work, refuse(words.WAY_UNDER))]
        answer = carry_out(Turn(room.board, work.person, now, self._limits, due=work.due), work.command)
        if isinstance(answer, Wait):
            room.waiting = (work, answer.until)
            return []
        if isinstance(work.command, SetTimer) and answer is OK and room.waiting is not None:
            called_off, room.waiting = room.waiting[0], None
            return [(called_off, refuse(words.TIME_ADDED)), (work, answer)]
        return [(work, answer)]

    async def _store(self, rooms: Iterable[Room]) -> None:
        dirty = [room.board for room in rooms if store.is_dirty(room.board)]
        if not dirty:
            return
        async with self._engine.begin() as conn:
            for board in dirty:
                await store.save(conn, board=board)
        self._truncate |= any(board.new_epoch for board in dirty)

    async def _failed(self, rooms: list[Room], batch: list[Item], error: BaseException) -> None:
        """Nothing was kept or shown. A storage fault is everybody's; any other is found by trying one by one."""
        for room in rooms:
            room.stale = True
        storage = isinstance(error, OperationalError | InterfaceError | OSError) or (
            isinstance(error, DBAPIError) and error.connection_invalidated
        )
        # The text of an error may hold an idea; its kind never does.
        log.error("A batch of %d failed: %s", len(batch), type(error).__name__)
        if storage:
            self.readonly = True
            for item in batch:
                self._unanswered(item, Answer("retry", words.STORAGE))
        elif len(batch) == 1:
            self._unanswered(batch[0], refuse(words.OUR_FAULT))
        else:
            for item in batch:
                await self._batch([item])

    def _unanswered(self, item: Item, answer: Answer) -> None:
        if isinstance(item, Work):
            item.reply(answer)
        elif isinstance(item, Look):
            # What is in memory may not be what is stored, but it holds nothing that was not on its way to be shown.
            item.see(item.room)
        elif not isinstance(item, Pulse):
            # Its socket is closed and comes back by itself.
            item.connection.out.fail()

    async def _reload(self, room: Room) -> None:
        async with reader(self._engine).connect() as conn:
            board = await store.load(conn, board=room.board.id)
        if board is None:
            msg = "the board is gone"
            raise LookupError(msg)
        room.board = board
        room.stale = False

    def _publish(self, room: Room, items: list[Item], *, loud: bool) -> None:
        """Notices first, then the change, then what single replicas asked for."""
        board, now = room.board, self._clock.now()
        teller = Teller(room, now=now, build=self._build, readonly=self.readonly)
        told = tuple(value for key, value in teller.standing.items() if key != "counts")
        counts = (*told, *teller.standing["counts"].values())
        if board.new_epoch:
            for connection in room.connections:
                connection.synced = False
        loud = loud or board.new_epoch or room.told[: len(told)] != told
        if loud or ((counts != room.told or room.untold) and now - room.told_at >= COUNTS_EVERY) or _beats(room, now):
            room.told, room.told_at, room.untold = counts, now, False
            receivers = set(room.connections)
        else:
            room.untold = room.untold or counts != room.told
            receivers = _concerned(room, items)
        for connection in receivers:
            connection.out.offer(frames.notice(teller.encode(connection)))
        if board.made:
            change = frames.update(board.made[0])
            for connection in room.connections:
                if connection.synced:
                    connection.out.offer(change)
        self._answer_resyncs(room, items)

    def _answer_resyncs(self, room: Room, items: list[Item]) -> None:
        for item in items:
            if not isinstance(item, Resync) or item.connection not in room.connections:
                continue
            try:
                state = room.board.canvas.since(item.state_vector)
            except BaseException as error:
                # pycrdt panics on hostile bytes with a BaseException of its own.
                if isinstance(error, asyncio.CancelledError | KeyboardInterrupt | SystemExit):
                    raise
                item.connection.out.fail()
                continue
            item.connection.synced = True
            item.connection.out.offer(frames.step_2(state), asked=True)

    async def _erase(self) -> None:
        """Deleted rows live on in the write-ahead log until it is truncated; a reader may be in the way."""
        if self._truncate and self._queue.empty():
            try:
                self._truncate = not await truncate_wal(self._engine)
            except DBAPIError as error:
                log.error("The write-ahead log could not be emptied yet: %s", type(error).__name__)

    @property
    def unerased(self) -> bool:
        """Whether deleted bytes may still be in the write-ahead log."""
        return self._truncate

    async def erase(self) -> None:
        """Tries again to empty the write-ahead log; called until `unerased` is false."""
        await self._erase()


HEARTBEAT = 12.0


def _beats(room: Room, now: float) -> bool:
    return now - room.told_at >= HEARTBEAT


def _concerned(room: Room, items: list[Item]) -> set[Connection]:
    """Who needs a notice although nothing changed for everybody: newcomers, and the other tabs of who voted."""
    arrived = {item.connection for item in items if isinstance(item, Arrival)}
    seats = {
        item.person.seat
        for item in items
        if isinstance(item, Work) and isinstance(item.command, CastBallot | AnswerConsent)
    }
    return (arrived & room.connections) | {one for one in room.connections if one.person.seat in seats}
