"""From a request or handshake to a room and the person who asks for it."""

from typing import Any

from litestar.connection import ASGIConnection
from sqlalchemy.ext.asyncio import AsyncEngine

from board.db.engine import reader
from board.errors import NotAllowed, NotFound
from board.people import cookie, origin, service
from board.people.cookie import Pass, Person
from board.people.site import Site
from board.sync.room import Room
from board.sync.rooms import Rooms
from board.words import live as words

Asked = ASGIConnection[Any, Any, Any, Any]


def shown(asked: Asked, site: Site, board: str) -> Pass | None:
    """The pass in this board's cookie."""
    return cookie.read(asked.cookies.get(cookie.cookie_name(board, secure=site.secure)))


async def enter(asked: Asked, *, board: str, site: Site, rooms: Rooms, engine: AsyncEngine) -> tuple[Room, Person]:
    """The room and the person. Raises NotFound alike for an unknown board and for a stranger."""
    passed = shown(asked, site, board)
    if passed is None:
        raise NotFound(words.NO_BOARD)
    async with reader(engine).connect() as conn:
        person = await service.identify(conn, board=board, shown=passed)
    room = await rooms.find(board) if person else None
    if person is None or room is None:
        raise NotFound(words.NO_BOARD)
    return room, person


def check_origin(asked: Asked, site: Site, *, required: bool) -> None:
    """Raises NotAllowed for another site's origin. Scripts send none to HTTP; a websocket must show one."""
    sent = asked.headers.get("origin")
    host = asked.headers.get("host", "")
    if sent is None:
        if required:
            raise NotAllowed(words.WRONG_SITE)
    elif not origin.is_ours(sent, host=host, public_url=site.public_url):
        raise NotAllowed(words.WRONG_SITE)
