"""The websockets of a session's page: its document, and the text."""

from litestar.handlers import WebsocketRouteHandler

from board.live.routes import live_socket, without_upgrade
from board.live.transport.connection import Socket
from board.people.cookie import Person
from board.people.site import Site
from board.worksessions.engine.document_kind import TEXT, WORKSESSION
from board.worksessions.engine.page import SessionPage
from board.worksessions.engine.room import SessionRoom
from board.worksessions.engine.rooms import SessionRooms
from board.worksessions.engine.text_page import TextPage
from board.worksessions.http.access import SessionAccess

PATH = "/worksessions/{session_id:str}/live"
TEXT_PATH = "/worksessions/{session_id:str}/text"

handlers = without_upgrade(PATH)


def session_sockets(site: Site, rooms: SessionRooms, access: SessionAccess) -> list[WebsocketRouteHandler]:
    """The routes of the websockets."""

    async def enter(socket: Socket) -> tuple[SessionRoom, Person]:
        return await access.enter(socket, socket.path_params["session_id"])

    return [
        live_socket(PATH, SessionPage, kind=WORKSESSION, site=site, registry=rooms, enter=enter),
        live_socket(TEXT_PATH, TextPage, kind=TEXT, site=site, registry=rooms, enter=enter),
    ]
