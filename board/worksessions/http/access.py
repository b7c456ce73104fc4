"""From a request or handshake to a session and a person."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from board.db.engine import reader
from board.errors import Gone, NotFound
from board.live import handshake
from board.live.handshake import Asked
from board.people import cookie
from board.people.cookie import Person
from board.protocol.refusals import Refusal
from board.protocol.worksession.links import Link
from board.worksessions.engine.room import SessionRoom
from board.worksessions.state import store
from board.worksessions.state.session import chain_of
from board.worksessions.state.store import LedTo

COOKIE = "worksession"


class SessionAccess(handshake.Access[SessionRoom]):
    """Who may read which session. The cookie is the chain's: it opens every session of it."""

    def cookie_name(self, id: str) -> str:
        return cookie.cookie_name(chain_of(id), secure=self._site.secure, kind=COOKIE)

    async def why_gone(self, conn: AsyncConnection, id: str, tokens: Sequence[str]) -> Refusal | None:
        if await store.is_deleted(conn, session=id, tokens=tokens):
            return Refusal.SESSION_DELETED
        return Refusal.LINK_RENEWED if await store.is_renewed(conn, tokens=tokens) else None

    async def enter(self, asked: Asked, session: str) -> tuple[SessionRoom, Person]:
        """The session and the person, who may read it: neither somebody who was removed nor the accept link alone."""
        room, person = await self._remaining(asked, session)
        if person.roles == {Link.ACCEPT}:
            raise NotFound(Refusal.NO_LINK)
        return room, person

    async def accepting(self, asked: Asked, session: str) -> tuple[SessionRoom, Person]:
        """The session, and the person with the accept link alone, whatever else they hold.

        Raises NotFound for whoever holds no such link, and Gone for somebody who was removed.
        """
        room, person = await self._remaining(asked, session)
        if (token := person.links.get(Link.ACCEPT)) is None:
            raise NotFound(Refusal.NO_LINK)
        return room, Person(person.token, {Link.ACCEPT: token})

    async def led_to(self, token: str, *, calendar: bool = False) -> LedTo | None:
        """Where a link leads that people open, or the calendar's; None when it is not such a link of a session.

        Raises Gone for one that was renewed, and for one of a chain that was deleted.
        """
        if not cookie.is_token(token):
            return None
        async with reader(self._engine).connect() as conn:
            found = await store.find_link(conn, token=token)
            if found is None and await store.is_renewed(conn, tokens=[token]):
                raise Gone(Refusal.LINK_RENEWED)
            if found is None and await store.led_to_deleted(conn, token=token):
                raise Gone(Refusal.SESSION_DELETED)
        return found if found is not None and (found.link is Link.CALENDAR) is calendar else None

    async def calendar_of(self, asked: Asked, token: str) -> str:
        """The newest session of the chain with this calendar.

        Raises Gone for one that was renewed or deleted, and NotFound for another token.
        """
        if (found := await self.led_to(token, calendar=True)) is None:
            await self.wrong_links.slow_down(asked)
            raise NotFound(Refusal.UNKNOWN_LINK)
        return found.session

    async def newest(self, session: str) -> str | None:
        """The newest session of the chain of this one."""
        async with reader(self._engine).connect() as conn:
            return await store.newest(conn, chain=chain_of(session))

    async def _remaining(self, asked: Asked, session: str) -> tuple[SessionRoom, Person]:
        """The session, and the person, who was not removed."""
        room, person = await self.identify(asked, session)
        if room.session.is_removed(person):
            raise Gone(Refusal.REMOVED)
        return room, person
