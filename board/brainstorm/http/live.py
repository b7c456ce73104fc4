"""The websocket of a board's page."""

from litestar.handlers import WebsocketRouteHandler

from board.brainstorm.engine.document_kind import BOARD
from board.brainstorm.engine.page import BoardPage
from board.brainstorm.engine.room import Room
from board.brainstorm.engine.rooms import Rooms
from board.brainstorm.http.access import Access
from board.live.routes import live_socket, without_upgrade
from board.live.transport.connection import Socket
from board.people.cookie import Person
from board.people.site import Site

PATH = "/boards/{board_id:str}/live"

handlers = without_upgrade(PATH)


def board_socket(site: Site, rooms: Rooms, access: Access) -> WebsocketRouteHandler:
    """The route of the websocket."""

    async def enter(socket: Socket) -> tuple[Room, Person]:
        return await access.enter(socket, socket.path_params["board_id"])

    return live_socket(PATH, BoardPage, kind=BOARD, site=site, registry=rooms, enter=enter)
