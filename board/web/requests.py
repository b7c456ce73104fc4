"""What a request is before any handler looks at it: its Host, and a body that may be cut off or nested very deeply."""

import re
from collections.abc import AsyncGenerator
from typing import Any

from litestar import Request
from litestar.exceptions import ClientException, InternalServerException, SerializationException
from litestar.types import ASGIApp, Receive, Scope, Send

from board.errors import BoardError
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
        """The body as JSON. Raises SerializationException, also for one that is nested too deeply."""
        try:
            return await super().json()
        except RecursionError as error:
            raise SerializationException from error


def with_host(app: ASGIApp) -> ASGIApp:
    """Middleware that refuses requests without exactly one valid Host: links and QR codes are made from it.

    HTTP/1.0 knows no Host, so a request of that version may come without one (RFC 9112, section 3.2).
    """

    async def checked(scope: Scope, receive: Receive, send: Send) -> None:
        hosts = [value for name, value in scope["headers"] if name == b"host"]
        spared = not hosts and scope["http_version"] == "1.0"
        if not spared and (len(hosts) != 1 or not _HOST.fullmatch(hosts[0])):
            raise BoardError(words.BAD_HOST)
        await app(scope, receive, send)

    return checked
