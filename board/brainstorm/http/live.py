"""The websocket of a page, and what is left of its handshake when it arrives as plain HTTP."""

from typing import Any

from litestar import Request, Response, WebSocket, get, post
from litestar.di import NamedDependency
from litestar.handlers import WebsocketRouteHandler

from board.brainstorm.engine.document_kind import BOARD
from board.brainstorm.engine.page import serve
from board.brainstorm.engine.rooms import Rooms
from board.brainstorm.http.access import Access
from board.errors import BoardError, Locked
from board.live.handshake import check_handshake, upgrade_required
from board.live.transport.close_codes import Close
from board.live.transport.connection import Socket, accept
from board.people.roles import as_asked
from board.people.site import Site


@get("/boards/{board_id:str}/live", include_in_schema=False, sync_to_thread=False)
def live_without_upgrade(request: Request[Any, Any, Any], site: NamedDependency[Site]) -> Response[str]:
    """What is left of a handshake behind a proxy that takes its Upgrade header off."""
    return upgrade_required(request, site)


@post("/boards/{board_id:str}/live", include_in_schema=False, status_code=204, sync_to_thread=False)
def live_over_http() -> None:
    """For a page whose socket does not open: 204 means that the server would take it, 403 that it refuses the page.

    The guard of HTTP routes judges the Origin just as the handshake does; nothing else is looked at.
    """


class _PageSocket(WebsocketRouteHandler):
    """Litestar asks every layer of the application for the class of each socket that opens. There is but one."""

    def resolve_websocket_class(self) -> type[Socket]:
        return WebSocket


def live_socket(site: Site, rooms: Rooms, access: Access) -> WebsocketRouteHandler:
    """The socket of a page. It gets its parts here: having them injected cost a task group for everybody who joins."""

    @_PageSocket("/boards/{board_id:str}/live")
    async def page(socket: Socket) -> None:
        """One page of one person. Another site's page is turned away before the socket opens."""
        try:
            check_handshake(socket, site)
        except BoardError:
            await socket.close(Close.NOT_A_MEMBER)
            return
        await accept(socket, BOARD)
        try:
            room, person = await access.enter(socket, socket.path_params["board_id"])
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
