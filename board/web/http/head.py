"""HEAD for every address that answers GET. No route declares it."""

from collections.abc import Awaitable

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send


def answering_head(app: ASGIApp) -> ASGIApp:
    """Answers HEAD with the status and the headers of GET, and without its body (RFC 9110, section 9.3.2).

    The wrapper returns the coroutine of `app` instead of awaiting it, so that it adds no frame to an open socket.
    """

    def answer(scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if scope["type"] != ScopeType.HTTP or scope["method"] != "HEAD":
            return app(scope, receive, send)
        # A copy: the web server reads the method of its own scope to know that no body follows.
        asked: HTTPScope = scope.copy()
        asked["method"] = "GET"
        return app(asked, receive, _without_body(send))

    return answer


def _without_body(send: Send) -> Send:
    async def bare(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return bare
