"""The language of every answer."""

from collections.abc import Awaitable

from litestar.types import ASGIApp, Receive, Scope, Send

from board.words import language


def in_language(app: ASGIApp, spoken: str) -> ASGIApp:
    """Answers requests and websockets in this language.

    The wrapper returns the coroutine of `app` instead of awaiting it, so that it adds no frame to an open socket.
    """

    def answer(scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        language.set(spoken)
        return app(scope, receive, send)

    return answer
