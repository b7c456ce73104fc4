"""From a request or a handshake to a document and a person: address, head, origin, links, and slowed-down guesses.

The same for every kind of live document; what else a person needs before they may read is for the kind to say.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from litestar import MediaType, Response
from litestar.connection import ASGIConnection
from litestar.datastructures import State
from litestar.enums import ScopeType
from litestar.handlers import BaseRouteHandler
from litestar.response import Redirect
from litestar.types import Guard
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from board.db.engine import reader
from board.errors import Gone, NotAllowed, NotFound, TooMany, UnknownAddress
from board.live.document import LiveDocument
from board.live.peers.counts import AddressCounts
from board.live.registry import Registry
from board.people import cookie, origin
from board.people import service as people
from board.people.cookie import Pass, Person
from board.people.guessing import BUCKET, Guesses, cost
from board.people.site import Site, names_host
from board.protocol.refusals import Refusal
from board.words import say

Asked = ASGIConnection[Any, object, object, State]  # Any: HTTP or websocket
D = TypeVar("D", bound=LiveDocument)

READING = {"GET", "HEAD", "OPTIONS"}
"""methods that change nothing"""
MAX_DELAYED = 500
"""wrong links whose answers wait at one time"""
WAIT = 60.0
"""seconds after which an address with many wrong links is answered again"""


class WrongLinks:
    """Slows down addresses that show links that lead nowhere."""

    def __init__(self, now: Callable[[], float], counts: AddressCounts | None = None) -> None:
        """`counts`: those of all processes, if there are several."""
        self._now = now
        self._counts = counts
        self._guesses = Guesses()
        self.delayed = 0
        """answers that wait"""

    async def slow_down(self, asked: Asked) -> None:
        """A link led nowhere: its answer waits, the longer the more of them came. Raises TooMany in the end."""
        slowed = cost(await self._count(address_of(asked)))
        # Each delayed response holds memory, so cap how many may be pending.
        if slowed.delay and self.delayed < MAX_DELAYED:
            self.delayed += 1
            try:
                await asyncio.sleep(slowed.delay)
            finally:
                self.delayed -= 1
        if slowed.refused:
            raise TooMany(Refusal.GUESSING, wait=WAIT)

    async def _count(self, address: str) -> float:
        """Counts one, and returns how many there are at all processes."""
        count = self._guesses.count(address, self._now())
        if self._counts is not None and (levels := await self._counts.levels(address, [BUCKET], over=True)):
            count = max(count, levels[0] + 1)
        return count


class Access(Generic[D]):
    """Who holds a link of which document of one kind."""

    def __init__(self, engine: AsyncEngine, site: Site, registry: Registry[D], wrong_links: WrongLinks) -> None:
        self._engine = engine
        self._site = site
        self._registry = registry
        self.wrong_links = wrong_links

    def cookie_name(self, id: str) -> str:
        """The name of the cookie in which this document's links are."""
        return cookie.cookie_name(id, secure=self._site.secure)

    async def why_gone(self, conn: AsyncConnection, id: str, tokens: Sequence[str]) -> Refusal | None:
        """Why links lead nowhere any more; None for tokens that never were links, as far as anybody knows."""
        return Refusal.BOARD_DELETED if await people.is_deleted(conn, tokens=tokens) else None

    def shown(self, asked: Asked, id: str) -> Pass | None:
        """The pass in this document's cookie."""
        return cookie.read(asked.cookies.get(self.cookie_name(id)))

    async def identify(self, asked: Asked, id: str) -> tuple[D, Person]:
        """The document and the person, who holds a link of it.

        Raises NotFound alike for an unknown document and for a stranger, and Gone for somebody who held a link of one
        that was deleted.
        """
        passed = self.shown(asked, id)
        document = await self._registry.find(id) if passed else None
        person = cookie.identify(passed, document.links) if passed and document else None
        if document is None or person is None:
            if passed is not None:
                async with reader(self._engine).connect() as conn:
                    if why := await self.why_gone(conn, id, passed.links):
                        raise Gone(why)
                await self.wrong_links.slow_down(asked)
            raise NotFound(Refusal.NO_LINK)
        return document, person

    async def follow(self, asked: Asked, token: str) -> str:
        """The id of the document that a link leads to. Raises Gone when it was deleted, and NotFound for no link."""
        found, gone = None, False
        if cookie.is_token(token):
            async with reader(self._engine).connect() as conn:
                found = await people.find_link(conn, token=token)
                gone = found is None and await people.is_deleted(conn, tokens=[token])
        if gone:
            raise Gone(Refusal.BOARD_DELETED)
        if found is None:
            await self.wrong_links.slow_down(asked)
            raise NotFound(Refusal.UNKNOWN_LINK)
        id, _ = found
        return id


def entered(to: str, site: Site, name: str, passed: Pass) -> Response[str]:
    """Leads to a page with the cookie of its document; `name` is the cookie's."""
    answer: Response[str] = Redirect(to, status_code=303)
    answer.set_cookie(
        name,
        passed.value,
        max_age=cookie.YEAR,
        path="/",
        httponly=True,
        samesite="lax",
        secure=site.secure,
    )
    return answer


def address_of(asked: Asked) -> str:
    """The network address that a request is counted for: the one that a trusted proxy forwards, or else the peer's."""
    return asked.client.host if asked.client else ""


def check_origin(asked: Asked, site: Site, *, required: bool) -> None:
    """Raises NotAllowed when another site asks. Scripts name no site over HTTP; a websocket must name ours.

    Raises UnknownAddress, and logs the two addresses, when it may be our own page behind a proxy.
    """
    headers = asked.headers
    if origin.may_change(headers, public_url=site.public_url, required=required):
        return
    if unknown := origin.unknown_address(headers):
        site.proxy_log.unknown_address(unknown, host=headers.get("host", ""), public_url=site.public_url)
        raise UnknownAddress(Refusal.UNKNOWN_ADDRESS)
    raise NotAllowed(Refusal.OTHER_SITE)


def check_handshake(socket: Asked, site: Site) -> None:
    """Raises NotAllowed for another site's page, a wrong Host, or a query that Litestar cannot decode."""
    scope = socket.scope
    if not names_host(scope["headers"], scope["http_version"]) or not scope["query_string"].isascii():
        raise NotAllowed(Refusal.OTHER_SITE)
    check_origin(socket, site, required=True)


def same_site_only(site: Site) -> Guard:
    """Refuses, before its body is read, each request from another site that may change something, whatever its route.

    GET stays open to links from mail and chat; it changes nothing but the visitor's own cookie. Sockets ask for
    themselves, since they must show an origin and say by a close code why they end.
    """

    def guard(asked: Asked, _: BaseRouteHandler) -> None:
        if asked.scope["type"] == ScopeType.HTTP and asked.scope["method"] not in READING:
            check_origin(asked, site, required=False)

    return guard


def upgrade_required(asked: Asked, site: Site) -> Response[str]:
    """The answer to a handshake that comes without an upgrade: a proxy took its Upgrade header off."""
    if "sec-websocket-key" in asked.headers:
        site.proxy_log.no_upgrade()
    return Response(
        say("live-no-upgrade"), media_type=MediaType.TEXT, status_code=426, headers={"Upgrade": "websocket"}
    )
