"""From a request or a handshake to what it may do: its address, its head, its origin, and how guesses are slowed down.

The same for every kind of live document; which person asks and what they may read is for the document to say.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from litestar import MediaType, Response
from litestar.connection import ASGIConnection
from litestar.enums import ScopeType
from litestar.handlers import BaseRouteHandler
from litestar.types import Guard

from board.errors import NotAllowed, TooMany, UnknownAddress
from board.people import origin
from board.people.guessing import Guesses
from board.people.site import Site, names_host
from board.words import live as words

Asked = ASGIConnection[Any, Any, Any, Any]

READING = {"GET", "HEAD", "OPTIONS"}
"""methods that change nothing"""
MAX_DELAYED = 500
"""wrong links whose answers wait at one time"""
WAIT = 60.0
"""seconds after which an address with many wrong links is answered again"""


class WrongLinks:
    """Slows down addresses that show links that lead nowhere."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._guesses = Guesses()
        self.delayed = 0
        """answers that wait"""

    async def slow_down(self, asked: Asked) -> None:
        """A link led nowhere: its answer waits, the longer the more of them came. Raises TooMany in the end."""
        slowed = self._guesses.wrong(address_of(asked), self._now())
        # Each delayed response holds memory, so cap how many may be pending.
        if slowed.delay and self.delayed < MAX_DELAYED:
            self.delayed += 1
            try:
                await asyncio.sleep(slowed.delay)
            finally:
                self.delayed -= 1
        if slowed.refused:
            raise TooMany(words.GUESSING, WAIT)


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
        raise UnknownAddress(words.UNKNOWN_ADDRESS)
    raise NotAllowed(words.WRONG_SITE)


def check_handshake(socket: Asked, site: Site) -> None:
    """Raises NotAllowed for another site's page, a wrong Host, or a query that Litestar cannot decode."""
    scope = socket.scope
    if not names_host(scope["headers"], scope["http_version"]) or not scope["query_string"].isascii():
        raise NotAllowed(words.WRONG_SITE)
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
    return Response(words.NO_UPGRADE, media_type=MediaType.TEXT, status_code=426, headers={"Upgrade": "websocket"})
