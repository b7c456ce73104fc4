"""Commands over HTTP, for scripts and for pages whose socket does not open."""

from litestar import Request, Response, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath

from board.live.routes import answer_command
from board.worksessions.commands.dispatch import parse_command
from board.worksessions.engine.page import SessionPage
from board.worksessions.engine.rooms import SessionRooms
from board.worksessions.http.access import SessionAccess

Asked = Request[object, object, State]


@post("/api/worksessions/{session_id:str}/commands", summary="Give one command to a work session", status_code=200)
async def give_session_command(
    request: Asked,
    session_id: FromPath[str],
    session_access: NamedDependency[SessionAccess],
    session_rooms: NamedDependency[SessionRooms],
) -> Response[bytes]:
    """The same JSON as over the socket. The answer says `ok`, `refused` or `retry`, with status 200.

    A command that is refused because a limit of the whole session is used up is answered alike with status 429.
    Too many commands are delayed, and refused with 429 when the delay would be too long.
    """
    return await answer_command(
        request, session_id, page=SessionPage, access=session_access, registry=session_rooms, parse=parse_command
    )
