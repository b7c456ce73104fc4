"""Checks a request before any handler: its Host, its query, and a body that may be cut off or nested very deeply."""

from collections.abc import AsyncGenerator
from typing import Any

from litestar import Request
from litestar.datastructures import State
from litestar.exceptions import ClientException, InternalServerException, SerializationException
from litestar.types import ASGIApp, Receive, Scope, Send

from board.errors import BoardError
from board.people.site import names_host
from board.protocol.refusals import Refusal


class CheckedRequest(Request[object, object, State]):
    """Reports as the client's error what Litestar reports as a fault of the server."""

    async def stream(self) -> AsyncGenerator[bytes, None]:
        """The pieces of the body. Raises ClientException when the client leaves before the end."""
        try:
            async for piece in super().stream():
                yield piece
        except InternalServerException as error:
            if self.is_connected:
                raise ClientException from error
            raise

    async def json(self) -> Any:  # noqa: ANN401 as Litestar declares it
        """The body as JSON. Raises SerializationException, also when it nests too deeply or is not UTF-8."""
        try:
            return await super().json()
        except (RecursionError, UnicodeError) as error:
            raise SerializationException from error


def well_formed(app: ASGIApp) -> ASGIApp:
    """Middleware that refuses requests which HTTP does not allow.

    Links and QR codes are built from the Host. A query must be ASCII, since Litestar decodes it as such. Sockets make
    these checks themselves: each layer around their handler costs memory for as long as they are open.
    """

    async def checked(scope: Scope, receive: Receive, send: Send) -> None:
        if not names_host(scope["headers"], scope["http_version"]):
            raise BoardError(Refusal.BAD_HOST)
        if not scope["query_string"].isascii():
            raise ClientException
        await app(scope, receive, send)

    return checked
