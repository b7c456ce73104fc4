"""A client of a board, written from `docs/protocol.md` alone. It imports nothing of the product."""

import asyncio
import contextlib
import hashlib
import json
import secrets
import uuid
from collections.abc import Callable
from typing import Any

import httpx
from pycrdt import Doc, Map
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

SYNC, STEP_1, ANSWER, NOTICE, COMMAND = 0, 0, 101, 102, 104


def sized(data: bytes) -> bytes:
    """Bytes with their number in front."""
    number, head = len(data), b""
    while number > 0x7F:
        head, number = head + bytes((0x80 | number & 0x7F,)), number >> 7
    return head + bytes((number,)) + data


def body(frame: bytes, at: int) -> bytes:
    """The bytes behind a number that begins at `at`; they end the frame."""
    while frame[at] > 0x7F:
        at += 1
    return frame[at + 1 :]


def whitened(command: dict[str, Any]) -> bytes:
    """A command as a frame of the common length."""
    bare = len(json.dumps(command | {"pad": ""}))
    size = max(1280, -(-bare // 256) * 256)
    plain = json.dumps(command | {"pad": secrets.token_urlsafe(size)[: size - bare]}).encode()
    key = secrets.token_bytes(size)
    return bytes((COMMAND,)) + key + bytes(a ^ b for a, b in zip(key, plain, strict=True))


async def new_board(base: str, **settings: object) -> dict[str, str]:
    """Opens a board; returns its links by role."""
    async with httpx.AsyncClient(base_url=base) as http:
        links: dict[str, str] = (await http.post("/api/boards", json=settings)).raise_for_status().json()["links"]
    return links


class Client:
    """One person with one connection to a board: the cookie, the replica, and this person's secrets."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.http = httpx.AsyncClient(base_url=base)
        self.doc: Doc[Any] = Doc()
        self.whole = False
        self.notice: dict[str, Any] = {}
        self.answers: dict[str, dict[str, Any]] = {}
        self.own: dict[str, str] = {}
        """idea → secret"""
        self.codes: dict[int, str] = {}
        """round → vote code"""
        self._news = asyncio.Event()

    async def join(self, link: str) -> None:
        """Opens a link and connects."""
        board = (await self.http.get(link)).headers["location"]
        cookie = "; ".join(f"{name}={value}" for name, value in self.http.cookies.items())
        address = f"ws{self.base.removeprefix('http')}{board}/live"
        self.socket = await connect(address, additional_headers={"Cookie": cookie, "Origin": self.base})
        self._reading = asyncio.create_task(self._read())
        await self.until(lambda page: page.whole)

    async def leave(self) -> None:
        await self.socket.close()
        await self._reading
        await self.http.aclose()

    async def _read(self) -> None:
        with contextlib.suppress(ConnectionClosed):
            async for frame in self.socket:
                assert isinstance(frame, bytes)
                await self._take(frame)
                self._news.set()

    async def _take(self, frame: bytes) -> None:
        if frame[0] == SYNC:
            self.doc.apply_update(body(frame, 2))
            self.whole = True
        elif frame[0] == ANSWER:
            answer = json.loads(body(frame, 1))
            self.answers[answer["id"]] = answer
        elif frame[0] == NOTICE:
            before, self.notice = self.notice, self.notice | json.loads(body(frame, 1))
            if any(before.get(key) != self.notice[key] for key in ("epoch", "run")):
                self.doc, self.whole = Doc(), False
                await self.socket.send(bytes((SYNC, STEP_1)) + sized(self.doc.get_state()))

    async def until(self, condition: Callable[["Client"], object]) -> None:
        """Waits for what the server says."""
        while not condition(self):
            self._news.clear()
            await self._news.wait()

    def root(self, name: str) -> dict[str, Any]:
        return self.doc.get(name, type=Map).to_py() or {}

    def meta(self, name: str) -> Any:  # noqa: ANN401 each name has a shape of its own
        return self.root("meta").get(name)

    async def do(self, do: str, **fields: object) -> dict[str, Any]:
        """Gives a command; returns its answer."""
        request = uuid.uuid4().hex
        await self.socket.send(whitened({"id": request, "do": do} | fields))
        await self.until(lambda page: request in page.answers)
        return self.answers.pop(request)

    async def write(self, text: str) -> dict[str, Any]:
        idea = str(uuid.uuid4())
        self.own[idea] = secrets.token_urlsafe(16)
        return await self.do("add_idea", idea=idea, text=text, secret=self.own[idea])

    async def vote(self, options: list[str], bold: str | None = None) -> dict[str, Any]:
        number = int(self.meta("ballot")["round"])
        code = self.codes.setdefault(number, secrets.token_urlsafe(16))
        dots = dict.fromkeys(options, 1)
        return await self.do("cast_ballot", dots=dots, bold=bold, done=True, round=number, receipt=code)

    def own_dots(self, record: dict[str, Any]) -> list[str]:
        """The options in a record that this person gave a dot."""
        found = []
        for one in record["rounds"]:
            for option, receipts in one["receipts"].items():
                line = f"shortlist receipt\n{self.codes.get(one['round'])}\n{one['round']}\n{option}\n1"
                found += [option] if hashlib.sha256(line.encode()).hexdigest()[:20] in receipts else []
        return found
