"""Commands over HTTP, for scripts and for pages whose socket does not open."""

from litestar import Request, Response, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath

from board.brainstorm.commands.parsing import parse_command
from board.brainstorm.engine.page import BoardPage
from board.brainstorm.engine.rooms import Rooms
from board.brainstorm.http.access import Access
from board.live.routes import answer_command

Asked = Request[object, object, State]


@post("/api/boards/{board_id:str}/commands", summary="Give one command", status_code=200)
async def give_command(
    request: Asked,
    board_id: FromPath[str],
    access: NamedDependency[Access],
    rooms: NamedDependency[Rooms],
) -> Response[bytes]:
    """The same JSON as over the socket. The answer says `ok`, `late`, `refused` or `retry`, with status 200.

    A command that is refused because a limit of the whole board is used up is answered alike with status 429.
    Too many commands are delayed, and refused with 429 when the delay would be too long.
    """
    return await answer_command(request, board_id, page=BoardPage, access=access, registry=rooms, parse=parse_command)
