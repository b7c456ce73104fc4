"""Commands over HTTP, for scripts and for pages whose socket does not open."""

from litestar import Request, Response, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath

from board.brainstorm.commands.parsing import parse_command
from board.brainstorm.engine.document_kind import BOARD
from board.brainstorm.engine.rooms import Rooms
from board.brainstorm.http.access import Access
from board.errors import Refused, TooLarge
from board.live.commands import refuse, request_id
from board.protocol.refusals import Refusal

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
    body = await request.body()
    if len(body) > BOARD.max_frame:
        raise TooLarge(Refusal.MESSAGE_TOO_LARGE)
    room, person = await access.identify(request, board_id)
    await rooms.senders.acquire(room.id, person)
    command = parse_command(body)
    if isinstance(command, Refused):
        request_of, answer = request_id(body) or "", refuse(command)
    else:
        request_of, answer = command.id, await rooms.command(room, person, command)
    status = 429 if answer.at_limit else 200
    return Response(answer.encode(request_of), media_type="application/json", status_code=status)
