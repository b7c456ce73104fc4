"""The text of a session as HTML, and its versions."""

import msgspec
from litestar import MediaType, Request, Response, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath

from board.errors import NotFound
from board.protocol.refusals import Refusal
from board.worksessions.engine.rooms import SessionRooms
from board.worksessions.exports.fragments import TextRenderer
from board.worksessions.http.access import SessionAccess
from board.worksessions.http.read_limits import SessionReadLimits

Asked = Request[object, object, State]
MARKDOWN = "text/markdown"


@get("/worksessions/{session_id:str}/text", include_in_schema=False)
async def session_text(
    request: Asked,
    session_id: FromPath[str],
    session_access: NamedDependency[SessionAccess],
    session_reads: NamedDependency[SessionReadLimits],
    session_rooms: NamedDependency[SessionRooms],
    texts: NamedDependency[TextRenderer],
) -> Response[str]:
    """The text as it stands, as an HTML fragment. A page adds `version` to its address after each change."""
    room, person = await session_access.enter(request, session_id)
    await session_reads.texts.acquire(room.id, person)
    # What was typed and is committed is in it.
    room = await session_rooms.read(room, lambda room: room)
    return Response(await texts.current(room), media_type=MediaType.HTML)


@get("/api/worksessions/{session_id:str}/versions", summary="The versions of the text that are kept")
async def session_versions(
    request: Asked,
    session_id: FromPath[str],
    session_access: NamedDependency[SessionAccess],
    session_reads: NamedDependency[SessionReadLimits],
) -> dict[str, list[dict[str, object]]]:
    """Of each its `number`, `at` in Unix seconds, `reason`, what that refers to (`of`), and its `characters`."""
    room, person = await session_access.enter(request, session_id)
    await session_reads.texts.acquire(room.id, person)
    return {"versions": [msgspec.to_builtins(one) for one in room.session.meta.versions]}


@get("/api/worksessions/{session_id:str}/versions/{number:int}", summary="One version of the text")
async def session_version(
    request: Asked,
    session_id: FromPath[str],
    number: FromPath[int],
    session_access: NamedDependency[SessionAccess],
    session_reads: NamedDependency[SessionReadLimits],
    texts: NamedDependency[TextRenderer],
) -> Response[str]:
    """As Markdown; with `?as=html` as an HTML fragment."""
    room, person = await session_access.enter(request, session_id)
    await session_reads.files.acquire(room.id, person)
    text = room.session.text_of(number)
    if text is None:
        raise NotFound(Refusal.NO_VERSION)
    if request.query_params.get("as") == "html":
        return Response(await texts.earlier(room, text), media_type=MediaType.HTML)
    return Response(text, media_type=MARKDOWN)


handlers = [session_text, session_versions, session_version]
