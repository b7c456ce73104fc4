"""The websocket of a session's page."""

from litestar.handlers import WebsocketRouteHandler

from board.live.routes import live_socket, without_upgrade
from board.live.transport.connection import Socket
from board.people.cookie import Person
from board.people.site import Site
from board.worksessions.engine.page import SessionPage
from board.worksessions.engine.room import SessionRoom
from board.worksessions.engine.rooms import SessionRooms
from board.worksessions.http.access import SessionAccess

PATH = "/worksessions/{session_id:str}/live"

handlers = without_upgrade(PATH)


def session_socket(site: Site, rooms: SessionRooms, access: SessionAccess) -> WebsocketRouteHandler:
    """The route of the websocket."""

    async def enter(socket: Socket) -> tuple[SessionRoom, Person]:
        return await access.enter(socket, socket.path_params["session_id"])

    return live_socket(PATH, SessionPage, site=site, registry=rooms, enter=enter)
