"""The websocket route of a kind of document, and what is left of its handshake when it arrives as plain HTTP."""

import logging
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Any, TypeVar

from litestar import Request, Response, WebSocket, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler, WebsocketRouteHandler
from sqlalchemy.exc import SQLAlchemyError

from board.db.engine import is_storage_fault
from board.errors import BoardError, Locked, Refused, TooLarge
from board.live.commands import refuse, request_id
from board.live.document import LiveDocument
from board.live.handshake import Access, check_handshake, upgrade_required
from board.live.page import DocumentPage
from board.live.registry import Registry
from board.live.transport.close_codes import Close
from board.live.transport.connection import PageConnection, Socket, accept
from board.live.transport.framing import DocumentKind
from board.people.cookie import Person
from board.people.roles import as_asked
from board.people.site import Site
from board.protocol.refusals import Refusal

log = logging.getLogger("shortlist.live")

D = TypeVar("D", bound=LiveDocument)
Asked = Request[object, object, State]


class _PageSocket(WebsocketRouteHandler):
    """Litestar asks every layer of the application for the class of each socket that opens. There is but one."""

    def resolve_websocket_class(self) -> type[Socket]:
        return WebSocket


def live_socket(
    path: str,
    page: Callable[[Socket, Registry[D], D, Person, StrEnum], PageConnection],
    *,
    kind: DocumentKind,
    site: Site,
    registry: Registry[D],
    enter: Callable[[Socket], Awaitable[tuple[D, Person]]],
) -> WebsocketRouteHandler:
    """The websocket of a page at `path`.

    `enter` finds the document and the person; it raises Locked at a locked door, and another BoardError when there is
    nothing that this person may read. The parts are handed in here: having them injected cost a task group for
    everybody who joins.
    """

    @_PageSocket(path)
    async def serve(socket: Socket) -> None:
        """One page of one person. Another site's page is turned away before the socket opens."""
        try:
            check_handshake(socket, site)
        except BoardError:
            await socket.close(Close.NOT_A_MEMBER)
            return
        await accept(socket, kind)
        try:
            document, person = await enter(socket)
        except Locked:
            await socket.close(Close.DOOR_LOCKED)
            return
        except BoardError:
            await socket.close(Close.NOT_A_MEMBER)
            return
        except SQLAlchemyError as error:
            if not is_storage_fault(error):
                raise
            log.error("The database did not answer a page: %s", type(error).__name__)
            await socket.close(Close.TOO_SLOW)
            return
        role = as_asked(person.roles, socket.query_params.get("as"))
        code = await page(socket, registry, document, person, role).serve()
        if code is not None:
            await socket.close(code)

    return serve


async def answer_command(
    request: Asked,
    id: str,
    *,
    page: type[DocumentPage[D]],
    access: Access[D],
    registry: Registry[D],
    parse: Callable[[bytes], Any],  # Any: each kind has commands of its own
) -> Response[bytes]:
    """A command over HTTP. Raises TooLarge, and what identifying the sender raises."""
    body = await request.body()
    if len(body) > page.kind.max_frame:
        raise TooLarge(Refusal.MESSAGE_TOO_LARGE)
    document, person = await access.identify(request, id)
    await registry.senders.acquire(document.id, person)
    command = parse(body)
    if isinstance(command, Refused):
        request_of, answer = request_id(body) or "", refuse(command)
    else:
        request_of, answer = command.id, await registry.command(document, person, command)
    status = 429 if answer.at_limit else 200
    return Response(answer.encode(request_of), media_type="application/json", status_code=status)


def without_upgrade(path: str) -> list[HTTPRouteHandler]:
    """The HTTP routes at the path of a websocket."""

    @get(path, include_in_schema=False, sync_to_thread=False)
    def live_without_upgrade(request: Request[object, object, State], site: NamedDependency[Site]) -> Response[str]:
        """What is left of a handshake behind a proxy that takes its Upgrade header off."""
        return upgrade_required(request, site)

    @post(path, include_in_schema=False, status_code=204, sync_to_thread=False)
    def live_over_http() -> None:
        """For a page whose socket does not open: 204 means that the server would take it, 403 that it refuses the page.

        The guard of HTTP routes judges the Origin just as the handshake does; nothing else is looked at.
        """

    return [live_without_upgrade, live_over_http]
