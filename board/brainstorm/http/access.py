"""From a request or handshake to a room and the person who asks for it."""

import asyncio
from typing import Any

from litestar.connection import ASGIConnection
from litestar.enums import ScopeType
from litestar.handlers import BaseRouteHandler
from litestar.types import Guard

from board.brainstorm.engine.room import Room
from board.brainstorm.engine.rooms import Rooms
from board.errors import Gone, Locked, NotAllowed, NotFound, TooMany, UnknownAddress
from board.people import cookie, origin
from board.people.cookie import Pass, Person
from board.people.site import Site, names_host
from board.words import live as words

Asked = ASGIConnection[Any, Any, Any, Any]

READING = {"GET", "HEAD", "OPTIONS"}
"""methods that change nothing"""
MOST_HELD = 500
"""wrong links whose answers wait at one time"""
WAIT = 60.0
"""seconds after which somebody with many wrong links may be told more than that"""


def shown(asked: Asked, site: Site, board: str) -> Pass | None:
    """The pass in this board's cookie."""
    return cookie.read(asked.cookies.get(cookie.cookie_name(board, secure=site.secure)))


async def enter(asked: Asked, *, board: str, site: Site, rooms: Rooms) -> tuple[Room, Person]:
    """The room and the person, who may read the board.

    Raises NotFound alike for an unknown board and for a stranger, Gone for somebody who held a link of a board that was
    deleted, and Locked for a newcomer at a locked door.
    """
    room, person = await identify(asked, board=board, site=site, rooms=rooms)
    if room.board.shuts_out(person):
        raise Locked(words.DOOR)
    return room, person


async def identify(asked: Asked, *, board: str, site: Site, rooms: Rooms) -> tuple[Room, Person]:
    """The same for somebody who may be a newcomer at a locked door: what they do there is judged with the command."""
    passed = shown(asked, site, board)
    room = await rooms.find(board) if passed else None
    person = cookie.identify(passed, room.board.links) if passed and room else None
    if room is None or person is None:
        if passed is not None:
            if await rooms.are_deleted(passed.links):
                raise Gone(words.BOARD_DELETED)
            await slow_down(asked, rooms)
        raise NotFound(words.NO_LINK)
    return room, person


async def slow_down(asked: Asked, rooms: Rooms) -> None:
    """A link led nowhere: the answer takes the longer the more of them came from there. Raises TooMany in the end."""
    slowed = rooms.guesses.wrong(address_of(asked), rooms.clock.now())
    # Who is answered late costs a little memory meanwhile, which has a bound too.
    if slowed.delay and rooms.held < MOST_HELD:
        rooms.held += 1
        try:
            await asyncio.sleep(slowed.delay)
        finally:
            rooms.held -= 1
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


def check_head(socket: Asked) -> None:
    """Raises NotAllowed when a handshake names its Host wrongly, or has a query that Litestar cannot decode."""
    scope = socket.scope
    if not names_host(scope["headers"], scope["http_version"]) or not scope["query_string"].isascii():
        raise NotAllowed(words.WRONG_SITE)


def only_from_here(site: Site) -> Guard:
    """Refuses, before its body is read, each request from another site that may change something, whatever its route.

    GET stays open to links from mail and chat; it changes nothing but the visitor's own cookie. Sockets ask for
    themselves, since they must show an origin and say by a close code why they end.
    """

    def guard(asked: Asked, _: BaseRouteHandler) -> None:
        if asked.scope["type"] == ScopeType.HTTP and asked.scope["method"] not in READING:
            check_origin(asked, site, required=False)

    return guard
