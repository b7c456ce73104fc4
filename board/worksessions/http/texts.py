"""The text of a session as HTML, its versions, and what changed between them."""

import re

import msgspec
from litestar import MediaType, Request, Response, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Struct

from board.errors import NotFound
from board.markdown.changes import Changes
from board.markdown.making import Making
from board.protocol.refusals import Refusal
from board.worksessions.engine.room import SessionRoom
from board.worksessions.engine.rooms import SessionRooms
from board.worksessions.exports.fragments import TextRenderer
from board.worksessions.http.access import SessionAccess
from board.worksessions.http.read_limits import SessionReadLimits

Asked = Request[object, object, State]
MARKDOWN = "text/markdown"
_NUMBER = re.compile(r"[0-9]{1,9}")


class ChangesOf(Struct, frozen=True, kw_only=True):
    """What changed, and up to which text."""

    text_digest: str
    """as in `meta`"""
    changes: Changes


@get("/worksessions/{session_id:str}/text", include_in_schema=False)
async def session_text(
    request: Asked,
    session_id: FromPath[str],
    session_access: NamedDependency[SessionAccess],
    session_reads: NamedDependency[SessionReadLimits],
    session_rooms: NamedDependency[SessionRooms],
    texts: NamedDependency[TextRenderer],
) -> Response[str]:
    """The text as it stands, as an HTML fragment; with `?as=markdown` as it is written.

    A page adds `digest` to its address after each change.
    """
    room, person = await session_access.enter(request, session_id)
    await session_reads.texts.acquire(room.id, person)
    # What was typed and is committed is in it.
    room = await session_rooms.read(room, lambda room: room)
    if request.query_params.get("as") == "markdown":
        return Response(room.session.text.value, media_type=MARKDOWN)
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


@get("/api/worksessions/{session_id:str}/versions/{wanted:str}", summary="One version of the text, or what changed")
async def session_version(
    request: Asked,
    session_id: FromPath[str],
    wanted: FromPath[str],
    session_access: NamedDependency[SessionAccess],
    session_reads: NamedDependency[SessionReadLimits],
    session_rooms: NamedDependency[SessionRooms],
    texts: NamedDependency[TextRenderer],
) -> Response[str] | Response[ChangesOf]:
    """`<number>`: as Markdown; with `?as=html` as an HTML fragment.

    `<a>...<b>`: what changed between two, by lines and words. Without `<b>`: up to the text as it stands.
    """
    room, person = await session_access.enter(request, session_id)
    await session_reads.files.acquire(room.id, person)
    before, dots, after = wanted.partition("...")
    text = _kept(room, before)
    if dots:
        # What was typed and is committed is in the text.
        room = room if after else await session_rooms.read(room, lambda room: room)
        digest = room.session.meta.text_digest
        made = await texts.changes(room, text, _kept(room, after) if after else room.session.text.value)
        return Response(ChangesOf(text_digest=digest, changes=made), media_type=MediaType.JSON)
    if request.query_params.get("as") == "html":
        return Response(await texts.earlier(room, text), media_type=MediaType.HTML)
    return Response(text, media_type=MARKDOWN)


def _kept(room: SessionRoom, number: str) -> str:
    text = room.session.text_of(int(number)) if _NUMBER.fullmatch(number) else None
    if text is None:
        raise NotFound(Refusal.NO_VERSION)
    return text


@get("/api/worksessions/{session_id:str}/making", summary="How the text came about")
async def session_making(
    request: Asked,
    session_id: FromPath[str],
    session_access: NamedDependency[SessionAccess],
    session_reads: NamedDependency[SessionReadLimits],
    session_rooms: NamedDependency[SessionRooms],
    texts: NamedDependency[TextRenderer],
) -> Making:
    """At most 30 of its versions and the text as it stands, each as the lines that came and went."""
    room, person = await session_access.enter(request, session_id)
    await session_reads.files.acquire(room.id, person)
    room = await session_rooms.read(room, lambda room: room)
    return await texts.making(room)


handlers = [session_text, session_versions, session_version, session_making]
