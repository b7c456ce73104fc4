"""Files of a board as it stands."""

import asyncio
import json

from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath
from sqlalchemy.ext.asyncio import AsyncEngine

from board.brainstorm.commands.deciding import material
from board.brainstorm.engine.rooms import Rooms
from board.brainstorm.http.access import Access
from board.brainstorm.http.read_limits import ReadLimits
from board.db.engine import reader
from board.decisions import record
from board.decisions.exports.formats import DRAFTS, FORMATS
from board.decisions.routes import page_address
from board.people.site import Site
from board.protocol.phases import Phase
from board.records.exports import filename
from board.records.exports.exporter import Exporter, Requester
from board.records.service import decisions

Asked = Request[object, object, State]


@get(
    [f"/api/boards/{{board_id:str}}/export.{ending}" for ending in DRAFTS],
    summary="The board as it stands, as a file",
)
async def export(
    request: Asked,
    board_id: FromPath[str],
    site: NamedDependency[Site],
    access: NamedDependency[Access],
    rooms: NamedDependency[Rooms],
    read_limits: NamedDependency[ReadLimits],
    engine: NamedDependency[AsyncEngine],
    exporter: NamedDependency[Exporter],
) -> Response[bytes]:
    """Works in every phase. What is still hidden from the others is hidden from the file too.

    A draft holds every change that was answered before it was asked for: while one waits, it comes 12 s later. Requests
    for very many files are delayed, and refused with 429 when the delay would be too long.
    """
    room, person = await access.enter(request, board_id)
    await read_limits.exports.acquire(room.id, person)
    await rooms.changes_released(room)
    requester = Requester(room.id, person.seat)
    board, ending = room.board, request.scope["path"].rpartition(".")[2]
    file_format, question = FORMATS[ending], board.meta.question
    if board.phase is Phase.FROZEN and board.meta.frozen is not None:
        async with reader(engine).connect() as conn:
            found = await decisions.find(conn, sha256=board.meta.frozen)
        if found is not None:
            content = found.content
            if ending != "json":
                told, link = json.loads(content), page_address(request, site, found.sha256)
                content = await exporter.make(file_format, told, requester, link=link, sha256=found.sha256)
            return Response(
                content, media_type=file_format.media_type, headers=_saved_as(question, ending, draft=False)
            )
    async with read_limits.drafting:
        known = await rooms.read(room, lambda room: material(room.board, rooms.clock.now()))
        drawn = await asyncio.to_thread(record.draft, known)
    content = await exporter.make(file_format, drawn, requester)
    return Response(content, media_type=file_format.media_type, headers=_saved_as(question, ending, draft=True))


def _saved_as(question: str, ending: str, *, draft: bool) -> dict[str, str]:
    return {"content-disposition": filename.disposition(record.KIND.name, question, ending, draft=draft)}
