"""The application without a server: every request that ASGI can carry, also what HTTP libraries refuse to send."""

import asyncio
import contextlib
import json
import logging
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from litestar import Litestar
from litestar.exceptions import HTTPException, WebSocketException

from board.app import create_app
from board.db.engine import create_engine
from board.errors import BoardError
from board.people import cookie
from board.records.service import decisions, recaps
from board.settings import Settings
from tests.brainstorm.running import MovableClock
from tests.decisions.kept import CONTENT
from tests.recaps import kept as recap

Headers = list[tuple[bytes, bytes]]
HOST = (b"host", b"board.example")
JSON = (b"content-type", b"application/json")
LONGEST = 40.0
"""seconds after which a request counts as unanswered"""


@dataclass(frozen=True, slots=True)
class Sent:
    """One request, or for the method WEBSOCKET a handshake with the frames of `body` behind it."""

    method: str
    path: str
    """as it stands in the request line, percent-encoded"""
    query: bytes = b""
    headers: Headers = field(default_factory=lambda: [HOST])
    body: tuple[bytes, ...] = ()
    leaves: bool = False
    """the client is gone before the end of the body"""

    @property
    def scope(self) -> dict[str, Any]:
        socket = self.method == "WEBSOCKET"
        kind = {"type": "websocket"} if socket else {"type": "http", "method": self.method}
        return kind | {
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "scheme": "ws" if socket else "http",
            # As uvicorn reads it.
            "path": unquote(self.path),
            "raw_path": self.path.encode(),
            "query_string": self.query,
            "root_path": "",
            "headers": self.headers,
            "client": ("192.0.2.1", 50_000),
            "server": ("board.example", 80),
            "subprotocols": [],
            "extensions": {},
            "state": {},
        }


@dataclass(slots=True)
class Answered:
    """`status` is that of HTTP, or the code of a closed websocket; 0 for one that the client closed."""

    status: int = 0
    body: bytes = b""


class Errors(logging.Handler):
    """Logged errors, and every exception that is not a refusal: a websocket ends the same way after both."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"{record.name}: {record.getMessage()}")

    async def raised(self, error: Exception, _: object) -> None:
        refusal = isinstance(error, BoardError | WebSocketException)
        if not refusal and not (isinstance(error, HTTPException) and error.status_code < 500):
            self.seen.append("".join(traceback.format_exception(error)))


@dataclass
class Application:
    """The running application with a board, a decision and a session, and cookies of the board's people by role."""

    app: Litestar
    runner: asyncio.Runner
    clock: MovableClock
    errors: Errors
    board: str = ""
    tokens: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, bytes] = field(default_factory=dict)
    session: str = ""
    """a work session that was just opened"""
    session_tokens: dict[str, str] = field(default_factory=dict)
    session_cookie: bytes = b""
    """of somebody with the join link"""

    def ask(self, sent: Sent) -> Answered:
        """Carries a request to its end. A minute passes, so that no rate limit answers in place of a handler."""
        self.clock.advance(60)
        return self.runner.run(self._ask(sent))

    async def _ask(self, sent: Sent) -> Answered:
        answered, coming = Answered(), list(self._coming(sent))

        async def receive() -> Any:  # noqa: ANN401 - a message of ASGI
            return coming.pop(0) if len(coming) > 1 else coming[0]

        async def send(message: Any) -> None:  # noqa: ANN401 - a message of ASGI
            if message["type"] == "http.response.start":
                answered.status = message["status"]
            elif message["type"] == "websocket.close":
                answered.status = message["code"]
            answered.body += message.get("body", b"")

        async with asyncio.timeout(LONGEST):
            await self.app(sent.scope, receive, send)  # type: ignore[arg-type]
        return answered

    def _coming(self, sent: Sent) -> Iterator[dict[str, Any]]:
        if sent.method == "WEBSOCKET":
            yield {"type": "websocket.connect"}
            for frame in sent.body:
                yield {"type": "websocket.receive", "bytes": frame}
            yield {"type": "websocket.disconnect", "code": 1005}
            return
        pieces = sent.body or (b"",)
        for at, piece in enumerate(pieces, start=1):
            yield {"type": "http.request", "body": piece, "more_body": sent.leaves or at < len(pieces)}
        yield {"type": "http.disconnect"}

    def open_board(self) -> None:
        body = json.dumps({"question": "What next?", "ideas": [{"text": "one"}, {"text": "two"}]}).encode()
        made = json.loads(self.ask(Sent("POST", "/api/boards", headers=[HOST, JSON], body=(body,))).body)
        self.board = made["id"]
        self.tokens = {role: link.rpartition("/")[2] for role, link in made["links"].items()}
        name = cookie.cookie_name(self.board, secure=False)
        self.cookies = {role: f"{name}={'p' * 24}.{token}".encode() for role, token in self.tokens.items()}

    def open_session(self) -> None:
        body = json.dumps({"artifact": "A brief", "minutes": 60}).encode()
        made = json.loads(self.ask(Sent("POST", "/api/worksessions", headers=[HOST, JSON], body=(body,))).body)
        self.session = made["id"]
        self.session_tokens = {link: address.rpartition("/")[2] for link, address in made["links"].items()}
        self.session_cookie = f"worksession_{made['id'][:24]}={'s' * 24}.{self.session_tokens['join']}".encode()


async def _keep(file: Path) -> None:
    """Puts a decision into the database."""
    engine = create_engine(f"sqlite+aiosqlite:///{file}")
    async with engine.begin() as conn:
        await conn.run_sync(partial(decisions.store, source="gone", content=CONTENT, frozen_at=1_795_265_820.0))
        await conn.run_sync(partial(recaps.store, source="gone", content=recap.CONTENT, frozen_at=1_795_265_820.0))
    await engine.dispose()


@contextlib.contextmanager
def application(file: Path) -> Iterator[Application]:
    """Runs the application on a migrated database file, in a loop that runs only during a request."""
    clock, errors = MovableClock(), Errors()
    with asyncio.Runner() as runner:
        runner.run(_keep(file))
        app = create_app(Settings(database_url=f"sqlite:///{file}"), clock)
        app.after_exception.append(errors.raised)
        started, stop = asyncio.Event(), asyncio.Event()

        async def live() -> None:
            async with app.lifespan():
                started.set()
                await stop.wait()

        async def start() -> asyncio.Task[None]:
            running = asyncio.create_task(live())
            await started.wait()
            return running

        async def end(running: asyncio.Task[None]) -> None:
            stop.set()
            await running
            # A request that its client gave up may still wait for the thread of a database connection.
            if left := asyncio.all_tasks() - {asyncio.current_task()}:
                await asyncio.wait(left, timeout=30)

        running = runner.run(start())
        logging.getLogger().addHandler(errors)
        try:
            made = Application(app, runner, clock, errors)
            made.open_board()
            made.open_session()
            yield made
        finally:
            logging.getLogger().removeHandler(errors)
            runner.run(end(running))
