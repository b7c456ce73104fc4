"""Advice on the ballot before the vote opens."""

import asyncio

from litestar import Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath

from board.brainstorm.engine.rooms import Rooms
from board.brainstorm.http.access import Access
from board.brainstorm.http.read_limits import ReadLimits
from board.brainstorm.phases.transitions import options_in
from board.errors import NotAllowed
from board.people.roles import strongest
from board.protocol.refusals import Refusal
from board.protocol.roles import Role
from board.voting import health
from board.voting.health import Health

Asked = Request[object, object, State]


@get("/api/boards/{board_id:str}/health", summary="What is worth mending on the ballot before the vote opens")
async def ballot_health(
    request: Asked,
    board_id: FromPath[str],
    access: NamedDependency[Access],
    rooms: NamedDependency[Rooms],
    read_limits: NamedDependency[ReadLimits],
) -> Health:
    """For the facilitator: options that read alike, whether there are too many, and how many dots fit that number.

    Before the reveal there are no options yet. A page that asks very often waits, and gets 429 in the end.
    """
    room, person = await access.enter(request, board_id)
    if strongest(person.roles) is not Role.FACILITATOR:
        raise NotAllowed(Refusal.ONLY_FACILITATOR)
    await read_limits.advice.acquire(room.id, person)
    async with read_limits.drafting:
        known = await rooms.read(room, lambda room: room.board.canvas.copied_document())
        return await asyncio.to_thread(lambda: health.before(options_in(known)))
