"""The work that began with a decision: what its page shows, and the facilitator who puts a session there."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from board.brainstorm import Access, board_key
from board.clock import Clock
from board.db.engine import reader
from board.db.writer import Writer
from board.decisions.work import NONE, Finished, Offered, Work, WorkFinder
from board.errors import BoardError, NotAllowed, NotFound
from board.live.handshake import Asked
from board.protocol.refusals import Refusal
from board.protocol.roles import Role
from board.recaps.chain import Head, Told
from board.records.service import Found
from board.words import say
from board.worksessions.exports.recap_chains import RecapChains
from board.worksessions.http.access import SessionAccess
from board.worksessions.lifecycle.opening import Leading
from board.worksessions.state import following, recap
from board.worksessions.state.following import Following
from board.worksessions.state.recap import NewestRecap
from board.worksessions.state.session import chain_of

MOST_OFFERED = 8
"""sessions that one page offers to show"""
FRESH = 3600
"""seconds after which whoever led the board is not offered a pause any more"""


class DecisionWork(WorkFinder):
    """A session stands on the page of a decision when the facilitator of its board opened it, or put it there.

    Whoever else opens one only cites the decision. So a reader cannot write on the page of a decision that they read.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        writer: Writer,
        access: Access,
        session_access: SessionAccess,
        chains: RecapChains,
        clock: Clock,
    ) -> None:
        self._engine = engine
        self._writer = writer
        self._access = access
        self._session_access = session_access
        self._chains = chains
        self._clock = clock

    async def leads(self, asked: Asked, board: str) -> Leading | None:
        """Whether the facilitator of a board asks; None for everybody else, and for a deleted board."""
        if self._access.shown(asked, board) is None:
            return None
        try:
            _, person = await self._access.enter(asked, board)
        except BoardError:
            return None
        return Leading(board, board_key(person)) if Role.FACILITATOR in person.roles else None

    async def find(self, asked: Asked, found: Found) -> Work:
        async with reader(self._engine).connect() as conn:
            known = await following.of(conn, decision=found.sha256)
            work = await self._shown(conn, [one for one in known if one.shown]) if known else NONE
        open_to_show = [one for one in known if not one.shown and one.newest]
        fresh = self._clock.now() - found.frozen_at < FRESH
        if not (open_to_show or fresh) or await self.leads(asked, found.source) is None:
            return work
        return replace(work, offered=await self._offered(asked, open_to_show), pause=fresh)

    async def confirm(self, asked: Asked, found: Found, session: str) -> None:
        """Puts a session on the page of the decision with which its chain began.

        Raises NotAllowed for whoever takes part in the board without leading it, and NotFound for strangers and for a
        session that did not begin there.
        """
        _, person = await self._access.enter(asked, found.source)
        if Role.FACILITATOR not in person.roles:
            raise NotAllowed(Refusal.ONLY_FACILITATOR)
        show = partial(following.show, chain=chain_of(session), decision=found.sha256)
        if not await self._writer.write(show):
            raise NotFound(Refusal.NO_LINK)

    async def _shown(self, conn: AsyncConnection, works: Iterable[Following]) -> Work:
        finished: list[Finished] = []
        under_way = False
        for one in works:
            shared: defaultdict[str, list[NewestRecap]] = defaultdict(list)
            for kept in await recap.newest_of(conn, chain=one.chain):
                shared[kept.session].append(kept)
            told = {session: last for session in shared if (last := await self._chains.last(conn, shared[session]))}
            finished += [_finished(head, at) for head, at in told.values()]
            under_way = under_way or (one.newest is not None and one.newest not in told)
        return Work(sorted(finished, key=lambda one: (one.at, one.title)), under_way)

    async def _offered(self, asked: Asked, works: Iterable[Following]) -> list[Offered]:
        """Those sessions to which this browser has a link, so nobody learns of one by leading the board."""
        offered: list[Offered] = []
        for one in works:
            if one.newest is None or self._session_access.shown(asked, one.newest) is None:
                continue
            try:
                room, _ = await self._session_access.enter(asked, one.newest)
            except BoardError:
                continue
            offered.append(Offered(one.newest, room.session.meta.contract.artifact or say("session-untitled")))
            if len(offered) == MOST_OFFERED:
                break
        return offered


def _finished(head: Head, told: Told) -> Finished:
    return Finished(head.artifact or say("session-untitled"), told.verdict, told.at, told.sha256)
