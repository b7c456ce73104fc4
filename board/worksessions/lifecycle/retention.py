"""Sessions that nobody used go after as many days as boards do, and recaps as long after sharing as decisions."""

import logging
from contextlib import AbstractAsyncContextManager
from functools import partial

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from board.db.engine import reader
from board.records import sweeping
from board.records.keeping import Keep
from board.records.service import recaps
from board.worksessions.engine.rooms import SessionRooms
from board.worksessions.state import recap
from board.worksessions.state.tables import worksessions

log = logging.getLogger("shortlist.retention")


def sweeping_sessions(rooms: SessionRooms, engine: AsyncEngine, keep: Keep) -> AbstractAsyncContextManager[None]:
    """Sweeps once a day until the rooms stop."""

    async def both() -> None:
        await sweep(rooms, engine, keep)
        await sweep_recaps(rooms, engine, keep)

    return sweeping.daily(both, keep, rooms.stopping)


async def sweep(rooms: SessionRooms, engine: AsyncEngine, keep: Keep) -> int:
    """Deletes the sessions that are due, one at a time; returns how many went."""
    idle_since = keep.boards_idle_since(rooms.clock.now())
    if idle_since is None:
        return 0
    day = worksessions.c.active_on
    due = select(worksessions.c.id).where(day <= idle_since).order_by(day).limit(sweeping.MOST)
    async with reader(engine).connect() as conn:
        idle = list(await conn.scalars(due))
    gone = 0
    for session in idle:
        if rooms.stopping.is_set():
            break
        try:
            room = await rooms.find(session)
            gone += room is not None and await rooms.delete(room, idle_since=idle_since)
        except Exception as error:
            log.error("A session could not be deleted: %s", type(error).__name__)
    if gone:
        log.info("Deleted as the settings say: %d sessions", gone)
    return gone


async def sweep_recaps(rooms: SessionRooms, engine: AsyncEngine, keep: Keep) -> int:
    """Deletes the recaps that are due, one at a time; returns how many went."""
    now = rooms.clock.now()
    until = keep.records_frozen_until(now)
    if until is None:
        return 0
    async with reader(engine).connect() as conn:
        due = await recaps.frozen_until(conn, until=until, most=sweeping.MOST)
    for sha256 in due:
        if rooms.stopping.is_set():
            break
        await rooms.journal.writer.write(partial(recap.remove_one, sha256=sha256, now=now))
        for room in rooms:
            room.session.replies.forget(recap=sha256)
            recap.forget_earlier(room.session, recap=sha256)
    if due:
        log.info("Deleted as the settings say: %d recaps", len(due))
    return len(due)
