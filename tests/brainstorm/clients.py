"""What a person has: a browser with a cookie, and pages of the board open in it. Both keep every byte they get."""

import asyncio
import contextlib
import json
import secrets
import uuid
from collections.abc import AsyncIterator, Callable
from typing import Any, NamedTuple

import httpx
from pycrdt import Doc, Map
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from board.protocol.document import BoardDocument
from tests.brainstorm import wire
from tests.brainstorm.wire import Json, Value

ROOTS = BoardDocument.__struct_fields__
PATIENCE = 20.0
"""seconds that a test waits for something that has to happen"""


class Written(NamedTuple):
    """An idea as its author's browser keeps it."""

    id: str
    secret: str
    text: str


def draft(text: str) -> Written:
    return Written(str(uuid.uuid4()), secrets.token_urlsafe(16), text)


class Closed(Exception):
    """The server closed the page, or was gone."""


class Tab:
    """One open page. It keeps the rules of the protocol and fails when the server breaks one.

    `before` is the same page before its connection broke: it goes on with the replica it had, if the epoch is the same.
    """

    def __init__(self, socket: ClientConnection, before: "Tab | None" = None) -> None:
        self._before = before
        self.socket = socket
        self.frames: list[bytes] = []
        self.notices: list[Json] = []
        self.answers: dict[str, Json] = {}
        self.doc: Doc[Any] = Doc()
        self.synced = False
        self.broken: AssertionError | None = None
        self._news = asyncio.Event()
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        with contextlib.suppress(ConnectionClosed, Closed):
            async for message in self.socket:
                assert isinstance(message, bytes)
                self.frames.append(message)
                try:
                    answer = self._take(wire.read(message))
                except AssertionError as error:
                    self.broken = error
                    break
                if answer is not None:
                    await self.put(answer)
                self._news.set()
        self._news.set()

    def _take(self, frame: wire.Frame) -> bytes | None:
        if frame.kind == wire.NOTICE:
            fresh = not self.notices or self.notices[-1]["epoch"] != frame.json["epoch"]
            # A notice that leaves something out says that it is as before.
            self.notices.append((self.notices[-1] if self.notices else {}) | frame.json)
            if fresh:
                self.doc, self.synced = self._kept(frame.json["epoch"]) or Doc(), False
                return wire.ask(self.doc)
            return None
        assert self.notices, "the first frame is a notice"
        if frame.kind == wire.ANSWER:
            self.answers[frame.json["id"]] = frame.json
            return None
        assert frame.kind == wire.SYNC
        assert frame.step != wire.STEP_1, "the server asks browsers for nothing"
        assert self.synced or frame.step == wire.STEP_2, "no change before the state it belongs to"
        self.doc.apply_update(frame.body)
        self.synced = True
        return None

    def _kept(self, epoch: int) -> "Doc[Any] | None":
        before, self._before = self._before, None
        return before.doc if before is not None and before.notices and before.notice["epoch"] == epoch else None

    @property
    def gone(self) -> bool:
        """The connection has ended."""
        return self._reading.done()

    @property
    def notice(self) -> Json:
        return self.notices[-1]

    @property
    def phase(self) -> str:
        return str(self.notice["phase"])

    def root(self, root: str) -> Json:
        shared: Map[Any] = self.doc.get(root, type=Map)
        plain = wire.whole(shared.to_py() or {})
        assert isinstance(plain, dict)
        return plain

    def meta(self, key: str) -> Value:
        return self.root("meta").get(key)

    def all(self) -> Json:
        """The whole document."""
        return {root: self.root(root) for root in ROOTS}

    async def until(self, condition: Callable[["Tab"], object], within: float = PATIENCE) -> None:
        """Waits until something that the server says makes the condition true."""
        async with asyncio.timeout(within):
            while not (self.notices and condition(self)):
                if self.broken is not None:
                    raise self.broken
                if self._reading.done():
                    raise Closed(self.socket.close_code)
                self._news.clear()
                await self._news.wait()

    async def send(self, do: str, **fields: object) -> str:
        """Gives a command and returns its request id."""
        request = uuid.uuid4().hex
        await self.put(wire.command({"id": request, "do": do} | fields))
        return request

    async def put(self, frame: bytes | str) -> None:
        """Sends a frame as it is."""
        try:
            await self.socket.send(frame)
        except ConnectionClosed as error:
            raise Closed(self.socket.close_code) from error

    async def answer(self, request: str) -> Json:
        await self.until(lambda tab: request in tab.answers)
        return self.answers[request]

    async def do(self, do: str, **fields: object) -> Json:
        return await self.answer(await self.send(do, **fields))

    async def ok(self, do: str, **fields: object) -> Json:
        answer = await self.do(do, **fields)
        assert answer["answer"] == "ok", answer
        return answer

    async def add(self, idea: Written) -> str:
        """Sends an idea; returns what it was answered."""
        return str((await self.do("add_idea", idea=idea.id, text=idea.text, secret=idea.secret))["answer"])

    async def write(self, text: str) -> Written:
        """Writes an idea in time."""
        idea = draft(text)
        assert await self.add(idea) == "ok"
        return idea

    async def closed(self) -> int | None:
        """Waits for the server to close this page; returns the code."""
        async with asyncio.timeout(PATIENCE):
            await self.socket.wait_closed()
            await self._reading
        return self.socket.close_code

    async def close(self) -> None:
        await self.socket.close()
        await self._reading
        if self.broken is not None:
            raise self.broken


class Browser:
    """One person's browser: a cookie jar, the pages open in it, and all that ever came in."""

    kind = "boards"
    """what of its addresses says which kind of document it opens"""

    def __init__(self, base: str, http: httpx.AsyncClient | None = None) -> None:
        self.base = base
        self.board = ""
        self.cookie: str | None = None
        """what is sent instead of the jar's"""
        self.bodies: list[bytes] = []
        self.tabs: list[Tab] = []
        self.http = http or httpx.AsyncClient(base_url=base, headers={"Origin": base}, timeout=30, trust_env=False)

    async def get(self, path: str, **how: Value) -> httpx.Response:
        response = await self.http.get(path, **how)
        self.bodies.append(response.content)
        return response

    async def post(self, path: str, **how: Value) -> httpx.Response:
        response = await self.http.post(path, **how)
        self.bodies.append(response.content)
        return response

    async def follow(self, link: str) -> None:
        """Opens a link of a board: the cookie is set and the address holds no token any more."""
        response = await self.get(link)
        assert response.status_code == 303
        self.board = response.headers["location"].removeprefix(f"/{self.kind}/")

    async def page(self, role: str | None = None) -> str:
        response = await self.get(f"/{self.kind}/{self.board}", params={"as": role} if role else {})
        assert response.status_code == 200
        return response.text

    async def boot(self, role: str | None = None) -> Json:
        text = (await self.page(role)).partition('id="boot">')[2].partition("</script>")[0]
        plain = json.loads(text)
        assert isinstance(plain, dict)
        return plain

    async def export(self, ending: str) -> httpx.Response:
        return await self.get(f"/api/{self.kind}/{self.board}/export.{ending}")

    async def command(self, do: str, **fields: object) -> Json:
        """The same commands without a page, as scripts give them."""
        response = await self.post(f"/api/{self.kind}/{self.board}/commands", json={"id": "1", "do": do} | fields)
        assert response.status_code == 200, response.status_code
        answer = response.json()
        assert isinstance(answer, dict)
        return answer

    def cookies(self) -> str:
        return self.cookie or "; ".join(f"{name}={value}" for name, value in self.http.cookies.items())

    async def dial(self, *, role: str | None = None, origin: str | None = "", board: str = "") -> ClientConnection:
        """A socket as it is; `origin` None sends none."""
        address = f"ws{self.base.removeprefix('http')}/{self.kind}/{board or self.board}/live"
        return await connect(
            address + (f"?as={role}" if role else ""),
            additional_headers={"Cookie": self.cookies()} | ({} if origin is None else {"Origin": origin or self.base}),
            max_size=None,
            compression=None,
            proxy=None,
            ping_interval=None,
        )

    async def open(self, role: str | None = None, before: Tab | None = None) -> Tab:
        """A page of the board, ready: the document is there."""
        tab = Tab(await self.dial(role=role), before)
        self.tabs.append(tab)
        await tab.until(lambda tab: tab.synced)
        return tab

    def everything(self) -> bytes:
        """All bytes that ever reached this person."""
        return b"\n".join([*self.bodies, *(frame for tab in self.tabs for frame in tab.frames)])

    async def close(self) -> None:
        for tab in self.tabs:
            await tab.close()
        await self.http.aclose()


@contextlib.asynccontextmanager
async def browser(base: str) -> AsyncIterator[Browser]:
    """A browser for as long as the block lasts."""
    made = Browser(base)
    try:
        yield made
    finally:
        await made.close()


def spellings(text: str) -> list[bytes]:
    """The ways in which a text can stand in bytes: plain, as JSON with and without escapes, in HTML."""
    in_html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return [
        text.encode(),
        json.dumps(text)[1:-1].encode(),
        json.dumps(text, ensure_ascii=False)[1:-1].encode(),
        in_html.encode(),
        text.encode("utf-16-le"),
    ]


def holds(found: bytes, text: str) -> bool:
    return any(spelling in found for spelling in spellings(text))
