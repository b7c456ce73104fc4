"""Sessions of one chain: the next one, a look at it, and commands to several in one batch."""

import asyncio

from board.live.commands import Answer
from board.people import cookie
from board.protocol.worksession.command import SessionCommand
from board.protocol.worksession.links import Link
from board.worksessions import SessionRooms
from tests.brainstorm.clients import PATIENCE
from tests.brainstorm.running import eventually
from tests.brainstorm.wire import Json
from tests.worksessions.clients import ALL, Member, Work


async def after_the_end(work: Work, **fields: object) -> str:
    """Ends the session and opens the next one; returns its id."""
    await work.lead.tab.ok("end", verdict="another")
    return str((await work.lead.tab.ok("open_next", **fields))["worksession"])


async def visit(work: Work, id: str) -> Json:
    """The document of another session of the chain, as the lead sees it."""
    page = await work.lead.comes_to(id)
    return {root: page.root(root) for root in ALL}


def person(member: Member, work: Work, *links: str) -> cookie.Person:
    """Somebody as the server knew them before the links were renewed."""
    passed = cookie.read(next(iter(member.http.cookies.values())))
    assert passed is not None
    return cookie.Person(passed.person, {Link(link): work.links[link].rpartition("/")[2] for link in links})


async def at_once(work: Work, *commands: tuple[str, cookie.Person, SessionCommand]) -> list[Answer]:
    """Gives commands to sessions of the chain so that all of them are judged in one batch."""
    rooms: SessionRooms = work.server.provided("session_rooms")
    found = [(await rooms.find(id), person, command) for id, person, command in commands]
    quiet = asyncio.get_running_loop().time
    await eventually(lambda: all(room and room.inbox.free_at <= quiet() for room, *_ in found))
    given = [rooms.command(room, person, command) for room, person, command in found if room]
    async with asyncio.timeout(PATIENCE):
        return await asyncio.gather(*given)
