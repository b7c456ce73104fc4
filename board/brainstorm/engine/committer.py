"""How an open board judges, stores and tells a batch: `judging`, then `store`, then `broadcast`."""

import copy
from collections.abc import Callable, Sequence, Set
from contextlib import nullcontext
from functools import partial

from sqlalchemy.ext.asyncio import AsyncConnection

from board.brainstorm.commands.dispatch import shut_out, take_seat
from board.brainstorm.engine.broadcast import Committed, publish, tell_trouble
from board.brainstorm.engine.jobs import AttendanceJob, CommandJob, Job
from board.brainstorm.engine.judging import judge
from board.brainstorm.engine.notices import NoticeBuilder
from board.brainstorm.engine.room import Room
from board.brainstorm.phases.releasing import refill, release
from board.brainstorm.state import store
from board.brainstorm.state.board import Board
from board.brainstorm.state.context import CommandContext, Limits
from board.brainstorm.state.parts import WORK
from board.clock import Clock
from board.db.engine import is_sqlite
from board.live.commands import RETRY
from board.live.document import Failure, NoDocumentError
from board.live.jobs import ArrivalJob, TickJob
from board.live.storage_health import StorageHealth
from board.live.stored.committer import StoredCommitter
from board.protocol.roles import Role
from board.records.keeping import today


class BoardCommitter(StoredCommitter[Room, Job, Board]):
    """One for all boards."""

    work = WORK

    def __init__(
        self,
        storage: StorageHealth,
        clock: Clock,
        limits: Limits,
        *,
        build: str,
        run: str,
        moved: Callable[[str], None],
    ) -> None:
        """`moved` is called with a board that is stored in another phase than before."""
        self._storage = storage
        self._clock = clock
        self._limits = limits
        self._build = build
        self._run = run
        self._moved = moved

    def notice_builder(self, room: Room) -> NoticeBuilder:
        """Encodes the notices of this moment. Memory must be what is stored."""
        return NoticeBuilder(
            room,
            now=self._clock.now(),
            build=self._build,
            run=self._run,
            readonly=self._storage.readonly,
            limits=self._limits,
        )

    def state(self, document: Room) -> Board:
        return document.board

    async def reload(self, conn: AsyncConnection, document: Room) -> None:
        board = await store.load(conn, board=document.id, known=document.board)
        if board is None:
            raise NoDocumentError(document.id)
        refill(board, self._clock.now(), known=document.board, alone=is_sqlite(conn))
        board.usage = document.board.usage
        document.followed |= board.version != document.board.version
        document.board = board

    async def follow(self, conn: AsyncConnection, document: Room, version: int, changed: Set[str]) -> bool:
        board, before = document.board, copy.copy(document.board)
        follows = await super().follow(conn, document, version, changed)
        board.count_merges()
        if not changed <= WORK.appended:
            refill(board, self._clock.now(), known=before, alone=False)
        return follows

    def judge(self, document: Room, jobs: Sequence[Job]) -> list[Callable[[], None]]:
        document.delayed.begin()
        now = self._clock.now()
        answers: list[Callable[[], None]] = []
        # Arrivals never write to the document, so skip the (comparatively expensive) Yjs transaction.
        writing = any(isinstance(job, CommandJob | TickJob) for job in jobs)
        with document.board.change() if writing else nullcontext():
            for job in jobs:
                answers += self._do(document, job, now)
        return answers

    def _do(self, room: Room, job: Job, now: float) -> list[Callable[[], None]]:
        board, readonly = room.board, self._storage.readonly
        if isinstance(job, CommandJob | ArrivalJob) and not readonly:
            board.active_on = max(board.active_on, today(now))
        if isinstance(job, CommandJob):
            if readonly:
                # Attempting the write would fail the whole batch, including jobs that only need a broadcast.
                return [partial(job.reply, RETRY)]
            answered = judge(job, board, room.delayed, now=now, limits=self._limits)
            return [partial(reply, answer) for reply, answer in answered]
        if isinstance(job, ArrivalJob):
            self._arrive(board, job, now)
        elif isinstance(job, TickJob) and not readonly:
            release(board, now)
        elif isinstance(job, AttendanceJob) and not readonly:
            for person in job.people:
                board.begin_to_count(person)
        return []

    def _arrive(self, board: Board, job: ArrivalJob[Room], now: float) -> None:
        person, out = job.connection.person, job.connection.out
        if job.connection.role is not Role.PARTICIPANT:
            return
        if self._storage.readonly and person.seat not in board.seats:
            job.fail(Failure.STORAGE)
        elif not take_seat(context := CommandContext(board, person, now, self._limits)):
            out.close(shut_out(context))

    def publish(self, document: Room, jobs: Sequence[Job], *, changed: bool) -> None:
        board = document.board
        new_epoch = board.epoch != document.told_epoch
        done = Committed([*board.missed, *board.made] if not new_epoch else [], new_epoch)
        # What others took back is not known.
        board.canvas.erased |= bool(board.missed)
        document.told_epoch, board.missed = board.epoch, ()
        if changed:
            WORK.stored(board)
        if board.phase is not document.stored_phase:
            document.stored_phase = board.phase
            self._moved(document.id)
        document.delayed.commit()
        for job in jobs:
            if isinstance(job, AttendanceJob):
                for person in job.people:
                    document.presence.attendance.forget(person)
        publish(document, jobs, done, partial(self.notice_builder, document), now=self._clock.now())

    def tell_trouble(self, document: Room) -> None:
        tell_trouble(document, self._clock.now())

    def discard(self, document: Room) -> None:
        document.delayed.rollback()
