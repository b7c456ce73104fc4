"""Sessions that nobody used go after as many days as boards do."""

import logging
from contextlib import AbstractAsyncContextManager
from functools import partial

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from board.db.engine import reader
from board.records import sweeping
from board.records.keeping import Keep
from board.worksessions.engine.rooms import SessionRooms
from board.worksessions.state.tables import worksessions

log = logging.getLogger("shortlist.retention")


def sweeping_sessions(rooms: SessionRooms, engine: AsyncEngine, keep: Keep) -> AbstractAsyncContextManager[None]:
    """Sweeps once a day until the rooms stop."""
    return sweeping.daily(partial(sweep, rooms, engine, keep), keep, rooms.stopping)


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
