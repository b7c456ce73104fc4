"""The live board over HTTP and websocket: commands, the socket, new boards, drafts of the record."""

import asyncio
import json
from typing import Any

from litestar import MediaType, Request, Response, WebSocket, get, post
from litestar.di import NamedDependency
from litestar.handlers import WebsocketRouteHandler
from litestar.params import FromPath, JSONBody
from sqlalchemy.ext.asyncio import AsyncEngine

from board.brainstorm.commands.contract import parse, refuse, request_id
from board.brainstorm.commands.deciding import material
from board.brainstorm.engine.document_kind import BOARD
from board.brainstorm.engine.page import serve
from board.brainstorm.engine.rooms import Rooms
from board.brainstorm.http.access import address_of, check_head, check_origin, enter, identify
from board.brainstorm.lifecycle.opening import NewBoard, open_board
from board.brainstorm.phases.transitions import option_material
from board.db.engine import reader
from board.decisions import record
from board.decisions.exports.formats import DRAFTS, FORMATS
from board.decisions.routes import page_address
from board.errors import BoardError, Locked, NotAllowed, Refused, TooLarge
from board.facilitation.phases import Phase
from board.imports.draft import MOST_BYTES
from board.live.close_codes import Close
from board.live.connection import Socket, accept
from board.people.roles import Role, as_asked, strongest
from board.people.site import Site
from board.records import service as decisions
from board.records.exports import filename
from board.records.exports.exporter import Exporter, Requester
from board.voting import health
from board.voting.options import options_of
from board.words import live as words
from board.words import rules as rule_words

MOST_NEW = 2 * MOST_BYTES
"""bytes of a request for a board: its ideas, as JSON may write them"""

Asked = Request[Any, Any, Any]


@post("/api/boards", summary="Open a board", status_code=201, request_max_body_size=MOST_NEW)
async def create_board(
    request: Asked,
    data: JSONBody[NewBoard],
    site: NamedDependency[Site],
    rooms: NamedDependency[Rooms],
) -> dict[str, Any]:
    """The three links are told here once; the database keeps only hashes of them.

    With `ideas` the board begins with reading them, or with grouping when they come in groups. They are taken whole or
    not at all: a 422 names every idea that is wrong, counted from 1, and says why.
    """
    board, tokens = await open_board(rooms, wanted=data, address=address_of(request))
    return {"id": board, "links": {str(role): address(request, site, token) for role, token in tokens.items()}}


@post("/api/boards/{board_id:str}/commands", summary="Give one command", status_code=200)
async def give_command(
    request: Asked,
    board_id: FromPath[str],
    site: NamedDependency[Site],
    rooms: NamedDependency[Rooms],
) -> Response[bytes]:
    """The same JSON as over the socket. The answer says `ok`, `late`, `refused` or `retry`, with status 200.

    A command that is refused because a limit of the whole board is used up is answered alike with status 429.
    Who gives very many waits for their turn, and gets 429 when that would take too long.
    """
    body = await request.body()
    if len(body) > BOARD.max_frame:
        raise TooLarge(words.TOO_LARGE)
    room, person = await identify(request, board=board_id, site=site, rooms=rooms)
    await rooms.senders.acquire(room.board.id, person)
    command = parse(body)
    if isinstance(command, Refused):
        request_of, answer = request_id(body) or "", refuse(command)
    else:
        request_of, answer = command.id, await rooms.command(room, person, command)
    status = 429 if answer.at_limit else 200
    return Response(answer.encode(request_of), media_type="application/json", status_code=status)


@get(
    [f"/api/boards/{{board_id:str}}/export.{ending}" for ending in DRAFTS],
    summary="The board as it stands, as a file",
)
async def export(
    request: Asked,
    board_id: FromPath[str],
    site: NamedDependency[Site],
    rooms: NamedDependency[Rooms],
    engine: NamedDependency[AsyncEngine],
    exporter: NamedDependency[Exporter],
) -> Response[bytes]:
    """Works in every phase. What is still hidden from the others is hidden from the file too.

    A draft holds every change that was answered before it was asked for: while one waits, it comes 12 s later. A person
    who asks for very many files waits, and gets 429 when that would take too long.
    """
    room, person = await enter(request, board=board_id, site=site, rooms=rooms)
    await rooms.exports.acquire(room.board.id, person)
    await rooms.changes_released(room)
    requester = Requester(room.board.id, person.seat)
    board, ending = room.board, request.scope["path"].rpartition(".")[2]
    file_format, question = FORMATS[ending], board.meta("question")
    if board.phase is Phase.FROZEN:
        async with reader(engine).connect() as conn:
            found = await decisions.find(conn, sha256=board.meta("frozen"))
        if found is not None:
            content = found.content
            if ending != "json":
                told, link = json.loads(content), page_address(request, site, found.sha256)
                content = await exporter.make(file_format, told, requester, link=link, sha256=found.sha256)
            return Response(
                content, media_type=file_format.media_type, headers=_saved_as(question, ending, draft=False)
            )
    async with rooms.drafting:
        known = await rooms.read(room, lambda room: material(room.board, rooms.clock.now()))
        drawn = await asyncio.to_thread(record.draft, known)
    content = await exporter.make(file_format, drawn, requester)
    return Response(content, media_type=file_format.media_type, headers=_saved_as(question, ending, draft=True))


def _saved_as(question: str, ending: str, *, draft: bool) -> dict[str, str]:
    return {"content-disposition": filename.disposition(record.KIND, question, ending, draft=draft)}


@get("/api/boards/{board_id:str}/health", summary="What is worth mending on the ballot before the vote opens")
async def ballot_health(
    request: Asked,
    board_id: FromPath[str],
    site: NamedDependency[Site],
    rooms: NamedDependency[Rooms],
) -> dict[str, Any]:
    """For the facilitator: options that read alike, whether there are too many, and the dots that suit so many.

    Before the reveal there are no options yet. A page that asks very often waits, and gets 429 in the end.
    """
    room, person = await enter(request, board=board_id, site=site, rooms=rooms)
    if strongest(person.roles) is not Role.FACILITATOR:
        raise NotAllowed(rule_words.ONLY_FACILITATOR)
    await rooms.advice.acquire(room.board.id, person)
    async with rooms.drafting:
        known = await rooms.read(room, lambda room: option_material(room.board))
        return await asyncio.to_thread(lambda: health.before(options_of(**known)).as_json())


@get("/boards/{board_id:str}/live", include_in_schema=False, sync_to_thread=False)
def live_without_upgrade(request: Asked, site: NamedDependency[Site]) -> Response[str]:
    """What is left of a handshake behind a proxy that takes its Upgrade header off."""
    if "sec-websocket-key" in request.headers:
        site.proxy_log.no_upgrade()
    return Response(words.NO_UPGRADE, media_type=MediaType.TEXT, status_code=426, headers={"Upgrade": "websocket"})


@post("/boards/{board_id:str}/live", include_in_schema=False, status_code=204, sync_to_thread=False)
def live_over_http() -> None:
    """For a page whose socket does not open: 204 means that the server would take it, 403 that it refuses the page.

    The guard of HTTP routes judges the Origin just as the handshake does; nothing else is looked at.
    """


class _PageSocket(WebsocketRouteHandler):
    """Litestar asks every layer of the application for the class of each socket that opens. There is but one."""

    def resolve_websocket_class(self) -> type[Socket]:
        return WebSocket


def live(site: Site, rooms: Rooms) -> WebsocketRouteHandler:
    """The socket of a page. It gets its parts here: having them injected cost a task group for everybody who joins."""

    @_PageSocket("/boards/{board_id:str}/live")
    async def page(socket: Socket) -> None:
        """One page of one person. Another site's page is turned away before the socket opens."""
        try:
            check_head(socket)
            check_origin(socket, site, required=True)
        except BoardError:
            await socket.close(Close.NOT_A_MEMBER)
            return
        await accept(socket, BOARD)
        try:
            room, person = await enter(socket, board=socket.path_params["board_id"], site=site, rooms=rooms)
        except Locked:
            await socket.close(Close.DOOR_LOCKED)
            return
        except BoardError:
            await socket.close(Close.NOT_A_MEMBER)
            return
        role = as_asked(person.roles, socket.query_params.get("as"))
        code = await serve(socket, rooms, room, person, role)
        if code is not None:
            await socket.close(code)

    return page


def address(request: Asked, site: Site, token: str) -> str:
    """The link that opens a role."""
    return site.link(f"/join/{token}", scheme=request.scope["scheme"], host=request.headers.get("host", ""))


handlers = [create_board, give_command, export, ballot_health, live_without_upgrade, live_over_http]
