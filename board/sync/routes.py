"""The live board over HTTP and websocket: commands, the socket, new boards, drafts of the record."""

import asyncio
import json
from typing import Any

from litestar import Request, Response, WebSocket, get, post
from litestar.di import NamedDependency
from litestar.handlers import WebsocketRouteHandler
from litestar.params import FromPath, JSONBody
from sqlalchemy.ext.asyncio import AsyncEngine

from board.db.engine import reader
from board.decisions import record
from board.decisions import service as decisions
from board.decisions.exports import DRAFTS, FORMS, filename, making
from board.decisions.routes import page_address
from board.errors import BoardError, NotAllowed, Refused, TooLarge
from board.facilitation.phases import Phase
from board.imports.draft import MOST_BYTES
from board.people.roles import Role, as_asked, strongest
from board.people.site import Site
from board.sync import frames
from board.sync.access import check_origin, enter
from board.sync.commands import parse, refuse, request_id
from board.sync.frames import Close
from board.sync.handlers.deciding import material
from board.sync.opening import NewBoard, open_board
from board.sync.phase_changes import coming_options
from board.sync.rooms import Rooms
from board.sync.socket import Wire, serve
from board.voting import health
from board.words import live as words
from board.words import rules as rule_words

SUBPROTOCOL = "shortlist."
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
    check_origin(request, site, required=False)
    board, tokens = await open_board(rooms.writer, wanted=data, now=rooms.clock.now())
    return {"id": board, "links": {str(role): address(request, site, token) for role, token in tokens.items()}}


@post("/api/boards/{board_id:str}/commands", summary="Give one command", status_code=200)
async def give_command(
    request: Asked,
    board_id: FromPath[str],
    site: NamedDependency[Site],
    rooms: NamedDependency[Rooms],
) -> Response[bytes]:
    """The same JSON as over the socket. The answer says `ok`, `late`, `refused` or `retry`, always with status 200.

    Who gives very many waits for their turn, and gets 429 when that would take too long.
    """
    check_origin(request, site, required=False)
    body = await request.body()
    if len(body) > frames.MOST_BYTES:
        raise TooLarge(words.TOO_LARGE)
    room, person = await enter(request, board=board_id, site=site, rooms=rooms)
    await rooms.senders.take(room.board.id, person)
    command = parse(body)
    if isinstance(command, Refused):
        encoded = refuse(command).encode(request_id(body) or "")
    else:
        encoded = (await rooms.command(room, person, command)).encode(command.id)
    return Response(encoded, media_type="application/json", status_code=200)


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
) -> Response[bytes]:
    """Works in every phase. What is still hidden from the others is hidden from the file too."""
    room, _ = await enter(request, board=board_id, site=site, rooms=rooms)
    board, ending = room.board, request.scope["path"].rpartition(".")[2]
    media_type, question = FORMS[ending][0], board.meta("question")
    if board.phase is Phase.FROZEN:
        async with reader(engine).connect() as conn:
            found = await decisions.find(conn, sha256=board.meta("frozen"))
        if found is not None:
            told, link = json.loads(found.content), page_address(request, site, found.sha256)
            content = found.content
            if ending != "json":
                content = await making.make(ending, told, link=link, known_as=found.sha256)
            return Response(content, media_type=media_type, headers=_saved_as(question, ending, draft=False))
    drawn = await rooms.read(room, lambda room: record.draft(material(room.board, rooms.clock.now())))
    content = await making.make(ending, drawn)
    return Response(content, media_type=media_type, headers=_saved_as(question, ending, draft=True))


def _saved_as(question: str, ending: str, *, draft: bool) -> dict[str, str]:
    return {"content-disposition": filename.disposition(question, ending, draft=draft)}


@get("/api/boards/{board_id:str}/health", summary="What is worth mending on the ballot before the vote opens")
async def ballot_health(
    request: Asked,
    board_id: FromPath[str],
    site: NamedDependency[Site],
    rooms: NamedDependency[Rooms],
) -> dict[str, Any]:
    """For the facilitator: options that read alike, whether there are too many, and the dots that suit so many.

    Before the reveal there are no options yet.
    """
    room, person = await enter(request, board=board_id, site=site, rooms=rooms)
    if strongest(person.roles) is not Role.FACILITATOR:
        raise NotAllowed(rule_words.ONLY_FACILITATOR)
    options = await rooms.read(room, lambda room: coming_options(room.board))
    return (await asyncio.to_thread(health.before, options)).as_json()


class _PageSocket(WebsocketRouteHandler):
    """Litestar asks every layer of the application for the class of each socket that opens. There is but one."""

    def resolve_websocket_class(self) -> type[Wire]:
        return WebSocket


def live(site: Site, rooms: Rooms) -> WebsocketRouteHandler:
    """The socket of a page. It gets its parts here: having them injected cost a task group for everybody who joins."""

    @_PageSocket("/boards/{board_id:str}/live")
    async def page(socket: Wire) -> None:
        """One page of one person. Another site's page is turned away before the socket opens."""
        try:
            check_origin(socket, site, required=True)
        except BoardError:
            await socket.close(Close.NOT_A_MEMBER)
            return
        # A browser gives up when none of its versions is named; what we speak stands in the first notice.
        versions = [name for name in socket.scope["subprotocols"] if name.startswith(SUBPROTOCOL)]
        await socket.accept(subprotocols=versions[0] if versions else None)
        try:
            room, person = await enter(socket, board=socket.path_params["board_id"], site=site, rooms=rooms)
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


handlers = [create_board, give_command, export, ballot_health]
