"""What a request is before any handler looks at it: its Host, and a body that may be cut off or nested very deeply."""

import re
from collections.abc import AsyncGenerator
from typing import Any

from litestar import Request
from litestar.enums import ScopeType
from litestar.exceptions import ClientException, InternalServerException, SerializationException, WebSocketException
from litestar.types import ASGIApp, Receive, Scope, Send

from board.errors import BoardError
from board.sync.frames import Close
from board.words import pages as words

_HOST = re.compile(rb"(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._-]{1,253})(:\d{1,5})?")


class CheckedRequest(Request[Any, Any, Any]):
    """Treats as the client's mistake what Litestar takes for a fault of the server."""

    async def stream(self) -> AsyncGenerator[bytes, None]:
        """The pieces of the body. Raises ClientException when the client leaves before the end."""
        try:
            async for piece in super().stream():
                yield piece
        except InternalServerException as error:
            if self.is_connected:
                raise ClientException from error
            raise

    async def json(self) -> Any:  # noqa: ANN401 - as Litestar declares it
        """The body as JSON. Raises SerializationException, also when it nests too deeply or is not UTF-8."""
        try:
            return await super().json()
        except (RecursionError, UnicodeError) as error:
            raise SerializationException from error


def well_formed(app: ASGIApp) -> ASGIApp:
    """Middleware that refuses requests which HTTP itself does not allow, before anything is made from them.

    Links and QR codes are made from the Host. The bytes of a query have to be ASCII: Litestar decodes them as such.
    """

    async def checked(scope: Scope, receive: Receive, send: Send) -> None:
        if not _has_host(scope):
            raise _refusal(scope, BoardError(words.BAD_HOST))
        if not scope["query_string"].isascii():
            raise _refusal(scope, ClientException())
        await app(scope, receive, send)

    return checked


def _has_host(scope: Scope) -> bool:
    """Whether there is exactly one Host, and it is valid. HTTP/1.0 does without one (RFC 9112, section 3.2)."""
    hosts = [value for name, value in scope["headers"] if name == b"host"]
    if not hosts:
        return scope["http_version"] == "1.0"
    return len(hosts) == 1 and _HOST.fullmatch(hosts[0]) is not None


def _refusal(scope: Scope, error: Exception) -> Exception:
    """The error of a request, or for a handshake the one that closes the socket: it has no page to show."""
    if scope["type"] == ScopeType.WEBSOCKET:
        return WebSocketException(detail="", code=Close.NOT_A_MEMBER)
    return error
