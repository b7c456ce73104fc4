"""A session as a file, in every state, its calendars, and its chain as one line."""

import asyncio

import msgspec
from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath

from board.errors import NotFound
from board.people.cookie import Person
from board.people.site import Site
from board.protocol.refusals import Refusal
from board.protocol.worksession.document import SessionDocument
from board.protocol.worksession.links import Link
from board.recaps.exports.chain import parts
from board.records.exports import filename
from board.records.http import answers
from board.worksessions.engine.room import SessionRoom
from board.worksessions.engine.rooms import SessionRooms
from board.worksessions.exports import markdown
from board.worksessions.exports.calendar import Dated, calendar
from board.worksessions.exports.session_chains import SessionChains
from board.worksessions.http.access import SessionAccess
from board.worksessions.http.read_limits import SessionReadLimits
from board.worksessions.state.session import number_of

Asked = Request[object, object, State]
KIND = "session"
CALENDAR, ICS = "text/calendar", ".ics"


@get("/api/worksessions/{session_id:str}/export.json", summary="The session as it stands, as JSON")
async def export_json(
    request: Asked,
    session_id: FromPath[str],
    session_access: NamedDependency[SessionAccess],
    session_rooms: NamedDependency[SessionRooms],
    session_reads: NamedDependency[SessionReadLimits],
) -> Response[bytes]:
    """The roots of the governed document as every page reads them, and the text as `text`. Works in every state."""
    room = await _entered(request, session_id, session_access, session_reads)

    def look(room: SessionRoom) -> bytes:
        canvas = room.session.canvas
        roots = {root: canvas.plain(root) for root in canvas.roots()}
        return msgspec.json.encode({"id": room.id, **roots, "text": room.session.text.value})

    content = await session_rooms.read(room, look)
    return _file(content, "application/json", room.session.document, "json")


@get("/api/worksessions/{session_id:str}/export.md", summary="The session as it stands, as Markdown")
async def export_markdown(
    request: Asked,
    session_id: FromPath[str],
    session_access: NamedDependency[SessionAccess],
    session_rooms: NamedDependency[SessionRooms],
    session_reads: NamedDependency[SessionReadLimits],
) -> Response[bytes]:
    """For a person to read. Works in every state."""
    room = await _entered(request, session_id, session_access, session_reads)
    document, text = await session_rooms.read(room, lambda room: (_copied(room), room.session.text.value))
    content = await asyncio.to_thread(markdown.render, document, text)
    return _file(content, "text/markdown", document, "md")


async def session_calendar(
    request: Asked,
    session_id: str,
    site: Site,
    session_access: SessionAccess,
    session_rooms: SessionRooms,
    session_reads: SessionReadLimits,
) -> Response[bytes]:
    """The dates of a session for somebody who is in it: `GET /worksessions/{id}.ics`."""
    room = await _entered(request, session_id, session_access, session_reads)
    document = await session_rooms.read(room, _copied)
    dated = _dated(request, site, room, document)
    content = await asyncio.to_thread(calendar, [dated], todo=_as_tasks(request))
    return _file(content, CALENDAR, document, "ics")


@get("/calendars/{calendar_file:str}", summary="The calendar of a chain of sessions")
async def chain_calendar(
    request: Asked,
    calendar_file: FromPath[str],
    site: NamedDependency[Site],
    session_access: NamedDependency[SessionAccess],
    session_rooms: NamedDependency[SessionRooms],
    session_reads: NamedDependency[SessionReadLimits],
) -> Response[bytes]:
    """For programs that subscribe, which send no cookie: `{token}.ics` is an address with a secret of its own.

    It has the dates of the newest session of the chain and of the one before, and opens nothing else. With `?as=todo`
    what is due on a day is a task, which not every calendar shows.
    """
    token = calendar_file.removesuffix(ICS)
    session = await session_access.calendar_of(request, token)
    room = await session_rooms.find(session)
    if room is None:
        raise NotFound(Refusal.UNKNOWN_LINK)
    await session_reads.files.acquire(room.id, Person(token, {Link.CALENDAR: token}))
    document = await session_rooms.read(room, _copied)
    sessions = [_dated(request, site, room, document)]
    if document.meta.before and (before := await session_rooms.find(document.meta.before)) is not None:
        sessions.insert(0, _dated(request, site, before, await session_rooms.read(before, _copied)))
    content = await asyncio.to_thread(calendar, sessions, todo=_as_tasks(request))
    return answers.answer(request, content, CALENDAR)


@get("/api/worksessions/{session_id:str}/chain", summary="The chain of a session as one line, and its newest session")
async def session_chain(
    request: Asked,
    session_id: FromPath[str],
    session_access: NamedDependency[SessionAccess],
    session_chains: NamedDependency[SessionChains],
    session_reads: NamedDependency[SessionReadLimits],
) -> Response[dict[str, object]]:
    """For people of the chain: `line` is empty where a session stands alone, `next` is null in the newest session."""
    room, person = await session_access.enter(request, session_id)
    await session_reads.texts.acquire(room.id, person)
    told = await session_chains.find(room)
    line = [one._asdict() for one in parts(told.chain, number_of(room.id))]
    following = told.newest._asdict() if told.newest else None
    return Response({"line": line, "next": following}, headers={"cache-control": "no-store"})


async def _entered(request: Asked, id: str, access: SessionAccess, reads: SessionReadLimits) -> SessionRoom:
    room, person = await access.enter(request, id)
    await reads.files.acquire(room.id, person)
    return room


def _copied(room: SessionRoom) -> SessionDocument:
    return room.session.canvas.copied_document()


def _dated(request: Asked, site: Site, room: SessionRoom, document: SessionDocument) -> Dated:
    host = request.headers.get("host", "")
    address = site.link(f"/worksessions/{room.id}", scheme=request.scope["scheme"], host=host)
    return Dated(room.id, document, address, room.session.touched_at)


def _as_tasks(request: Asked) -> bool:
    return request.query_params.get("as") == "todo"


def _file(content: bytes, media_type: str, document: SessionDocument, ending: str) -> Response[bytes]:
    name = filename.disposition(KIND, document.meta.contract.artifact, ending)
    return Response(content, media_type=media_type, headers={"content-disposition": name})


handlers = [export_json, export_markdown, chain_calendar, session_chain]
