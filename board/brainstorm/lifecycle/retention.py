"""What the settings say is kept no longer goes: boards that nobody used, and decisions that are old enough."""

import logging
from contextlib import AbstractAsyncContextManager
from functools import partial

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from board.brainstorm.engine.rooms import Rooms
from board.db.engine import reader
from board.facilitation.tables import boards
from board.records import sweeping
from board.records.keeping import Keep
from board.records.service import decisions

log = logging.getLogger("shortlist.retention")


def sweeping_boards(rooms: Rooms, engine: AsyncEngine, keep: Keep) -> AbstractAsyncContextManager[None]:
    """Sweeps once a day until the rooms stop."""
    return sweeping.daily(partial(sweep, rooms, engine, keep), keep, rooms.stopping)


async def sweep(rooms: Rooms, engine: AsyncEngine, keep: Keep) -> tuple[int, int]:
    """Deletes what is due, one board or decision at a time; returns how many boards and how many decisions went.

    Each is a transaction of its own, so that live boards wait for one deletion at most.
    """
    now = rooms.clock.now()
    gone = 0
    idle_since, frozen_until = keep.boards_idle_since(now), keep.records_frozen_until(now)
    if idle_since is not None:
        gone = await _boards(rooms, engine, idle_since)
    old = 0 if frozen_until is None else await _decisions(rooms, engine, frozen_until, now)
    if gone or old:
        log.info("Deleted as the settings say: %d boards, %d decisions", gone, old)
    return gone, old


async def _boards(rooms: Rooms, engine: AsyncEngine, idle_since: int) -> int:
    due = select(boards.c.id).where(boards.c.active_on <= idle_since).order_by(boards.c.active_on).limit(sweeping.MOST)
    async with reader(engine).connect() as conn:
        idle = list(await conn.scalars(due))
    gone = 0
    for board in idle:
        if rooms.stopping.is_set():
            break
        try:
            room = await rooms.find(board)
            gone += room is not None and await rooms.delete(room, with_decisions=False, idle_since=idle_since)
        except Exception as error:
            log.error("A board could not be deleted: %s", type(error).__name__)
    return gone


async def _decisions(rooms: Rooms, engine: AsyncEngine, frozen_until: float, now: float) -> int:
    gone = 0
    async with reader(engine).connect() as conn:
        old = await decisions.frozen_until(conn, until=frozen_until, most=sweeping.MOST)
    for sha256 in old:
        if rooms.stopping.is_set():
            break
        await rooms.journal.writer.write(partial(decisions.remove, sha256=sha256, now=now))
        rooms.journal.storage.mark_unerased()
        gone += 1
    return gone
