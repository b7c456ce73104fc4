"""The chain around a session as its own people know it: how each of its sessions ended, and which one is the newest."""

from dataclasses import replace
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncEngine

from board.db.engine import reader
from board.protocol.worksession.document import Ending
from board.recaps.chain import Chain, Session, Told, window
from board.records.times import utc
from board.worksessions.engine.room import SessionRoom
from board.worksessions.engine.rooms import SessionRooms
from board.worksessions.exports.recap_chains import RecapChains
from board.worksessions.state import store
from board.worksessions.state.session import number_of, session_id


class Newest(NamedTuple):
    """The session to which the links of a chain lead."""

    id: str
    state: str
    starts: int | None
    """Unix seconds; None: when everybody is there"""
    zone: str | None
    minutes: int
    repeats: str | None


class ToldChain(NamedTuple):
    chain: Chain
    newest: Newest | None
    """None: it is the session that was asked about"""


class SessionChains:
    """Shared by all sessions."""

    def __init__(self, engine: AsyncEngine, rooms: SessionRooms, chains: RecapChains) -> None:
        self._engine = engine
        self._rooms = rooms
        self._chains = chains

    async def find(self, room: SessionRoom) -> ToldChain:
        """The sessions around this one. Of one that was deleted only the number is known."""
        chain, number = room.session.chain, number_of(room.id)
        async with reader(self._engine).connect() as conn:
            start = await self._chains.start(conn, room.session.meta.decision)
            stored = {number_of(id): id for id in await store.sessions_of(conn, chain=chain)}
        around = window(number, stored)
        sessions = [await self._session(one, stored.get(one)) for one in around.numbers]
        newest = max(stored, default=number)
        told = replace(start, earlier=around.earlier, sessions=sessions, later=around.later)
        return ToldChain(told, await self._newest(session_id(chain, newest)) if newest > number else None)

    async def _session(self, number: int, id: str | None) -> Session:
        if id is None:
            return Session(number)
        return Session(number, await self._told(id), f"/worksessions/{id}")

    async def _told(self, id: str) -> Told | None:
        room = await self._rooms.find(id)
        ending = room.session.meta.ending if room else None
        return _told(ending) if ending else None

    async def _newest(self, id: str) -> Newest | None:
        room = await self._rooms.find(id)
        if room is None:
            return None
        meta = room.session.meta
        contract = meta.contract
        return Newest(id, str(meta.state), contract.starts, contract.zone, contract.minutes, contract.repeats)


def _told(ending: Ending) -> Told:
    """What was nearly done and is finished since is done, as in its recap."""
    at = ending.at if ending.finished_at is None else ending.finished_at
    return Told(ending.verdict if ending.finished_at is None else "done", utc(at))
