"""Looks up what the page of a recap may say of the other sessions of its chain, and of the decision before them."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from board.db.engine import reader
from board.recaps.chain import Chain, Head, Session, Told, head, near, told, window
from board.records import service
from board.records.canonical import Json
from board.records.service import RecordStore, decisions, recaps
from board.worksessions.state.recap import NewestRecap, newest
from board.worksessions.state.session import chain_of, number_of, session_id

T = TypeVar("T")
MOST_KEPT = 4096
"""records whose few words are kept"""


class _Question(msgspec.Struct, frozen=True):
    question: str


class RecapChains:
    """Shared by all recaps. The bytes of a record never change, so the few words that are read of it are kept."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._heads: dict[str, Head] = {}
        self._questions: dict[str, _Question] = {}

    async def find(self, session: str, record: Json) -> Chain:
        """The chain around a session, of which this is a record."""
        number, ids = record["number"], chain_of(session)
        async with reader(self._engine).connect() as conn:
            start = await self.start(conn, record["decision"])
            found: dict[int, list[NewestRecap]] = {}
            for one in await newest(conn, sessions=[session_id(ids, other) for other in near(number)]):
                found.setdefault(number_of(one.session), []).append(one)
            around = window(number, found)
            sessions = [Session(one, await self._told(conn, found.get(one, []))) for one in around.numbers]
        known = [one for one in sessions if one.number <= number or one.told]
        return replace(start, earlier=around.earlier, sessions=known, later=around.later)

    async def start(self, conn: AsyncConnection, decision: str | None) -> Chain:
        """The chain up to its first session: the question and the decision, as far as they are still there."""
        if decision is None:
            return Chain()
        if await decisions.is_stored(conn, sha256=decision):
            asked = await self._read(conn, decisions, decision, self._questions, _question)
            return Chain(question=asked.question if asked else None, decision=decision)
        return Chain(decision_deleted=await service.deleted_at(conn, sha256=decision) is not None)

    async def last(self, conn: AsyncConnection, shared: list[NewestRecap]) -> tuple[Head, Told] | None:
        """What readers may know of the last of these recaps of one session; None where none can be read.

        Where a record between two others was deleted, nothing corrects the first, and there are two.
        """
        known: list[tuple[Head, NewestRecap]] = []
        for one in shared:
            read = await self._read(conn, recaps, one.sha256, self._heads, head)
            known += [(read, one)] if read else []
        if not known:
            return None
        last, recap = max(known, key=lambda pair: pair[0].frozen_at)
        return last, told(last, sha256=recap.sha256, public=recap.public)

    async def _told(self, conn: AsyncConnection, shared: list[NewestRecap]) -> Told | None:
        found = await self.last(conn, shared)
        return found and found[1]

    async def _read(
        self,
        conn: AsyncConnection,
        store: RecordStore,
        sha256: str,
        kept: dict[str, T],
        read: Callable[[bytes], T],
    ) -> T | None:
        """Some words of a record; None for one whose bytes are damaged."""
        if sha256 in kept:
            return kept[sha256]
        try:
            found = await store.find(conn, sha256=sha256)
        except service.Damaged:
            return None
        if found is None:
            return None
        while len(kept) >= MOST_KEPT:
            kept.pop(next(iter(kept)))
        return kept.setdefault(sha256, read(found.content))


def _question(content: bytes) -> _Question:
    return msgspec.json.decode(content, type=_Question)
