"""Recaps at their addresses, and the preview for the people of the session."""

import asyncio
import json
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from litestar import MediaType, Request, Response, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from board.db.engine import reader
from board.errors import BoardError, NotFound
from board.markdown.making import Making
from board.people.site import Site
from board.protocol.refusals import Refusal
from board.protocol.worksession.document import SessionDocument
from board.recaps import record as recap
from board.recaps.exports import html, ics
from board.recaps.exports.formats import FORMATS
from board.recaps.exports.shown import Coming, Shown
from board.recaps.naming import typed_names
from board.recaps.record import KIND
from board.records.canonical import Json
from board.records.exports import filename
from board.records.exports.exporter import Exporter, Requester
from board.records.http import answers
from board.records.http.answers import answer, neighbours
from board.records.keeping import Keep
from board.records.service import Found, recaps
from board.words import either, language
from board.worksessions.engine.room import SessionRoom
from board.worksessions.engine.rooms import SessionRooms
from board.worksessions.exports import shown as shown_now
from board.worksessions.exports.recap_chains import RecapChains
from board.worksessions.exports.recap_pages import RecapPages
from board.worksessions.exports.session_chains import SessionChains
from board.worksessions.http.access import SessionAccess
from board.worksessions.http.read_limits import SessionReadLimits
from board.worksessions.http.replies import MISSING, shown_replies
from board.worksessions.state import tables
from board.worksessions.state.recap import material

Asked = Request[object, object, State]
# Names on a page can be taken back: no browser or proxy may keep it.
NEVER_KEPT = "no-store"
TODO = "todo"
"""value of `?as` for a calendar file of tasks in place of days"""
MOST_FOLLOWED = 20
"""sessions after that of a recap in which its tasks are looked for"""


@get("/recaps/{recap_file:str}", summary="A recap as a page; with .html, .md, .json, .pdf or .ics as a file")
async def show_recap(
    request: Asked,
    recap_file: FromPath[str],
    engine: NamedDependency[AsyncEngine],
    keep: NamedDependency[Keep],
    site: NamedDependency[Site],
    exporter: NamedDependency[Exporter],
    session_rooms: NamedDependency[SessionRooms],
    recap_pages: NamedDependency[RecapPages],
    recap_chains: NamedDependency[RecapChains],
    session_access: NamedDependency[SessionAccess],
    session_chains: NamedDependency[SessionChains],
) -> Response[bytes]:
    """Answers 410 for a recap that was deleted. The header `Link` names the records before and after this one.

    The page has the names of those who show them to readers, files have numbers. With `?as=todo` a calendar
    file has tasks in place of days, which not every calendar shows.
    """
    sha256, dot, ending = recap_file.partition(".")
    found = await answers.stored(engine, recaps, sha256, MISSING)
    record: Json = json.loads(found.content)
    beside = await _beside(engine, sha256)
    headers = neighbours(found, KIND) | {"x-robots-tag": "all" if beside.public else "noindex"}
    if not dot:
        making = await _making(recap_pages, record, sha256, beside)
        shown = await _shown(found, record, beside, recap_chains, session_rooms)
        offered = tuple(one for one in FORMATS.values() if exporter.typesets or not one.typeset)
        if (room := await session_rooms.find(found.source)) is not None:
            replied = "replied" in request.query_params
            replies = shown_replies(request, sha256, room)
            shown = replace(shown, takes_replies=True, replied=replied, replies=replies)
        shown = replace(shown, coming=await _coming(request, session_access, session_chains, found.source))
        shown = replace(shown, goes=keep.record_goes(found.frozen_at), formats=offered, off=not exporter.typesets)
        key = ("page", sha256, language.get(), making is not None, repr(shown))
        draw = partial(html.page, record, sha256=sha256, shown=replace(shown, making=making))
        page = await recap_pages.shared(key, draw)
        return Response(page, media_type=MediaType.HTML, headers=headers | {"cache-control": NEVER_KEPT})
    file_format = FORMATS.get(ending)
    if file_format is None:
        raise NotFound(Refusal.NO_FORMAT, formats=either([f".{one}" for one in FORMATS]))
    address = answers.page_address(request, site, KIND, sha256)
    headers["content-disposition"] = filename.disposition(KIND.name, record["artifact"], ending)
    if ending == "json":
        return answer(request, found.content, file_format.media_type, cache=answers.FOREVER, **headers)
    if ending == "html":
        making = await _making(recap_pages, record, sha256, beside)
        # What it plays stands beside the record, and it may use the one script that it carries.
        headers["content-security-policy"] = answers.ALONE + html.script_source(making)
        file = partial(html.render, record, making)
        content = await recap_pages.shared(("file", sha256, language.get(), making is not None), file)
    elif ending == "ics":
        todo = request.query_params.get("as") == TODO
        file = partial(ics.render, record, todo=todo, link=address)
        content = await recap_pages.shared(("dates", sha256, language.get(), todo, address), file)
    else:
        link = address if file_format.typeset else None
        # Readers need no cookie here. Those who ask for the same format share one file.
        content = await exporter.make(file_format, record, Requester(sha256, ending), link=link, sha256=sha256)
    return answer(request, content, file_format.media_type, **headers)


@get("/recaps/{recap_sha256:str}/making", summary="How the text of a recap came about")
async def show_making(
    recap_sha256: FromPath[str], engine: NamedDependency[AsyncEngine], recap_pages: NamedDependency[RecapPages]
) -> Response[Making]:
    """Some of its versions, each as the lines that came and went. Answers 404 where readers may not watch it."""
    found = await answers.stored(engine, recaps, recap_sha256, MISSING)
    beside = await _beside(engine, recap_sha256)
    making = await _making(recap_pages, json.loads(found.content), recap_sha256, beside)
    if making is None:
        raise NotFound(Refusal.NO_MAKING)
    return Response(making, media_type=MediaType.JSON, headers={"cache-control": answers.ASK_AGAIN})


@get("/worksessions/{session_id:str}/recap", include_in_schema=False)
async def preview_recap(
    request: Asked,
    session_id: FromPath[str],
    session_access: NamedDependency[SessionAccess],
    session_rooms: NamedDependency[SessionRooms],
    session_reads: NamedDependency[SessionReadLimits],
    recap_pages: NamedDependency[RecapPages],
    recap_chains: NamedDependency[RecapChains],
) -> Response[bytes]:
    """The page as readers will see it, for everybody of the session, once it has ended."""
    room, draft = await _drafted(request, session_id, session_access, session_rooms, session_reads)
    chain = await recap_chains.find(room.id, draft)
    shown = Shown(names=shown_now.names(room.session.document), decision=chain.decision, chain=chain)
    page = await recap_pages.drawn(partial(html.page, draft, shown=shown))
    return Response(page, media_type=MediaType.HTML, headers={"cache-control": NEVER_KEPT})


@get("/api/worksessions/{session_id:str}/recap", summary="The recap of a session before it is shared")
async def draft_recap(
    request: Asked,
    session_id: FromPath[str],
    session_access: NamedDependency[SessionAccess],
    session_rooms: NamedDependency[SessionRooms],
    session_reads: NamedDependency[SessionReadLimits],
) -> Response[dict[str, object]]:
    """`record` is what would be frozen now. `names`: which people are named in what others typed, and how often."""
    room, draft = await _drafted(request, session_id, session_access, session_rooms, session_reads)
    people = [one.name for one in room.session.document.people.values()]
    found = await asyncio.to_thread(typed_names, draft, people)
    named = [{"name": one.name, "times": one.times} for one in found]
    return Response({"record": draft, "names": named}, headers={"cache-control": NEVER_KEPT})


class _Beside(NamedTuple):
    """What is stored beside the bytes of a recap."""

    public: bool = False
    making: bytes | None = None


async def _beside(engine: AsyncEngine, sha256: str) -> _Beside:
    columns = select(tables.recap_pages.c.public, tables.recap_pages.c.making).where(
        tables.recap_pages.c.sha256 == sha256
    )
    async with reader(engine).connect() as conn:
        row = (await conn.execute(columns)).first()
    return _Beside(row.public, row.making) if row else _Beside()


async def _making(pages: RecapPages, record: Json, sha256: str, beside: _Beside) -> Making | None:
    if beside.making is None:
        return None
    return await pages.making(sha256, beside.making, record["made"]["text"] or "")


async def _shown(found: Found, record: Json, beside: _Beside, chains: RecapChains, rooms: SessionRooms) -> Shown:
    """What may have changed since the record was made."""
    chain = await chains.find(found.source, record)
    shown = Shown(newer=found.newer, newest=found.newest, public=beside.public, decision=chain.decision, chain=chain)
    followed = await _followed(rooms, found.source)
    if not followed:
        return shown
    names = shown_now.names(followed[0])
    later = shown_now.accepted_later(record, followed[0], names)
    return replace(shown, names=names, tasks_now=shown_now.tasks_now(record, followed), accepted_later=later)


async def _coming(request: Asked, access: SessionAccess, chains: SessionChains, session: str) -> Coming | None:
    """The session that this reader can join next; None for a reader who is not in the chain."""
    if access.shown(request, session) is None:
        return None
    try:
        room, _ = await access.enter(request, session)
    except BoardError:
        return None
    newest = (await chains.find(room)).newest
    return shown_now.coming(newest) if newest else None


async def _followed(rooms: SessionRooms, session: str) -> list[SessionDocument]:
    """The session, unless it was deleted, and those that followed it."""
    found: list[SessionDocument] = []
    next_one: str | None = session
    while next_one is not None and len(found) <= MOST_FOLLOWED:
        room = await rooms.find(next_one)
        if room is None:
            break
        found.append(room.session.document)
        next_one = room.session.meta.next
    return found


async def _drafted(
    request: Asked, session_id: str, access: SessionAccess, rooms: SessionRooms, reads: SessionReadLimits
) -> tuple[SessionRoom, Json]:
    """The session, and what would be frozen now. Raises NotFound before the end."""
    room, person = await access.enter(request, session_id)
    await reads.files.acquire(room.id, person)
    told = await rooms.read(room, lambda room: material(room.session, rooms.clock.now()))
    if told.ending is None:
        raise NotFound(Refusal.NOT_ENDED)
    return room, await asyncio.to_thread(recap.draft, told)


handlers = [show_recap, show_making, preview_recap, draft_recap]
