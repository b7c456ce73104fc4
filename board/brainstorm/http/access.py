"""From a request or handshake to a room and a person."""

from sqlalchemy.ext.asyncio import AsyncEngine

from board.brainstorm.engine.room import Room
from board.brainstorm.engine.rooms import Rooms
from board.db.engine import reader
from board.errors import Gone, Locked, NotFound
from board.live.handshake import Asked, WrongLinks
from board.people import cookie
from board.people import service as people
from board.people.cookie import Pass, Person
from board.people.site import Site
from board.words import live as words


class Access:
    """Who may read which board."""

    def __init__(self, engine: AsyncEngine, site: Site, rooms: Rooms) -> None:
        self._engine = engine
        self._site = site
        self._rooms = rooms
        self.wrong_links = WrongLinks(rooms.clock.now)

    def shown(self, asked: Asked, board: str) -> Pass | None:
        """The pass in this board's cookie."""
        return cookie.read(asked.cookies.get(cookie.cookie_name(board, secure=self._site.secure)))

    async def enter(self, asked: Asked, board: str) -> tuple[Room, Person]:
        """The room and the person, who may read the board.

        Raises NotFound alike for an unknown board and for a stranger, Gone for somebody who held a link of a board that
        was deleted, and Locked for a newcomer at a locked door.
        """
        room, person = await self.identify(asked, board)
        if room.board.shuts_out(person):
            raise Locked(words.DOOR)
        return room, person

    async def identify(self, asked: Asked, board: str) -> tuple[Room, Person]:
        """The same for somebody who may be a newcomer at a locked door: what they do is judged with the command."""
        passed = self.shown(asked, board)
        room = await self._rooms.find(board) if passed else None
        person = cookie.identify(passed, room.board.links) if passed and room else None
        if room is None or person is None:
            if passed is not None:
                async with reader(self._engine).connect() as conn:
                    if await people.is_deleted(conn, tokens=passed.links):
                        raise Gone(words.BOARD_DELETED)
                await self.wrong_links.slow_down(asked)
            raise NotFound(words.NO_LINK)
        return room, person
