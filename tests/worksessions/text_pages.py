"""A page that has the text of a session open, as our own pages and stock Yjs clients have it."""

import asyncio
import contextlib
import json
import secrets
from collections.abc import Iterator
from typing import Any, Self

from pycrdt import Doc, Text, TransactionEvent, write_var_uint
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from tests.brainstorm.clients import PATIENCE
from tests.brainstorm.wire import Json, head, sized
from tests.worksessions.clients import Member

SYNC, AWARENESS, COMMITTED = 0, 1, 103
STEP_1, STEP_2, UPDATE = 0, 1, 2
ROOT = "artifact"
OURS = Subprotocol("shortlist.text.1")


def state(client: int, clock: int, said: object) -> bytes:
    """One state of awareness, as an update."""
    return head(1, client, clock) + sized(json.dumps(said).encode())


class TextPage:
    """It sends each change at once, and answers every question of the server."""

    def __init__(self, socket: ClientConnection, doc: "Doc[Any] | None" = None) -> None:
        self.socket = socket
        self.doc: Doc[Any] = doc or Doc(client_id=secrets.randbelow(2**32))
        self.text = self.doc.get(ROOT, type=Text)
        self.sent = 0
        """update frames"""
        self.committed = 0
        """of those, as the server says"""
        self.cursors: dict[int, Json | None] = {}
        self.synced = False
        self._out: asyncio.Queue[bytes] = asyncio.Queue()
        self._theirs = False
        self._news = asyncio.Event()
        self._observing = self.doc.observe(self._changed)
        self._tasks = [asyncio.create_task(self._read()), asyncio.create_task(self._write())]

    @classmethod
    async def opened(
        cls, member: Member, epoch: object = 1, doc: "Doc[Any] | None" = None, *, ours: bool = True
    ) -> Self:
        """Opens the text, and waits until it is there. `ours` says how many changes are committed."""
        page = cls(await dial(member, epoch, ours=ours), doc)
        page.put(head(SYNC, STEP_1) + sized(page.doc.get_state()))
        await page.until(lambda: page.synced)
        return page

    def __str__(self) -> str:
        return str(self.text)

    @property
    def clocks(self) -> dict[int, int]:
        """How much of each client the page has."""
        return clocks(self.doc.get_state())

    @property
    def own_clock(self) -> int:
        """The next clock of this page's client."""
        return self.clocks.get(int(self.doc.client_id), 0)

    def put(self, frame: bytes) -> None:
        """Sends a frame as it is."""
        self._out.put_nowait(frame)

    def update(self, update: bytes, step: int = UPDATE) -> None:
        """Sends an update, which counts as one of this page's."""
        self.sent += 1
        self.put(head(SYNC, step) + sized(update))

    @contextlib.contextmanager
    def losing(self) -> Iterator[None]:
        """What is written meanwhile never leaves the page."""
        self._theirs = True
        yield
        self._theirs = False

    def type(self, text: str, at: int | None = None) -> None:
        """Inserts at a position in code points, or at the end."""
        whole = str(self)
        self.text.insert(len(whole[: len(whole) if at is None else at].encode()), text)

    def erase(self, start: int, end: int) -> None:
        """Deletes what stands from one position to another, in code points."""
        whole = str(self)
        del self.text[len(whole[:start].encode()) : len(whole[:end].encode())]

    def points(self, cursor: object, clock: int = 1) -> None:
        """Says where the cursor is."""
        self.put(head(AWARENESS) + sized(state(int(self.doc.client_id), clock, cursor)))

    async def saved(self) -> None:
        """Waits until everything that was sent is committed."""
        await self.until(lambda: self.committed == self.sent)

    async def until(self, condition: Any, within: float = PATIENCE) -> None:  # noqa: ANN401
        """Waits until something that the server says makes the condition true."""
        async with asyncio.timeout(within):
            while not condition():
                if self._tasks[0].done():
                    raise AssertionError(f"the page was closed: {self.socket.close_code}")
                self._news.clear()
                await self._news.wait()

    async def closed(self) -> int | None:
        """Waits for the server to close this page; returns the code."""
        async with asyncio.timeout(PATIENCE):
            await self.socket.wait_closed()
        await self.close()
        return self.socket.close_code

    async def close(self) -> None:
        """The person leaves."""
        self.doc.unobserve(self._observing)
        await self.socket.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def cut(self) -> None:
        """The network is gone, without a farewell."""
        self.socket.transport.abort()

    def _changed(self, event: TransactionEvent) -> None:
        if not self._theirs:
            self.update(event.update)

    async def _write(self) -> None:
        with contextlib.suppress(ConnectionClosed):
            while True:
                await self.socket.send(await self._out.get())

    async def _read(self) -> None:
        try:
            async for message in self.socket:
                assert isinstance(message, bytes)
                self._take(message)
                self._news.set()
        except ConnectionClosed:
            pass
        finally:
            self._news.set()

    def _take(self, message: bytes) -> None:
        kind, rest = message[0], message[1:]
        if kind == COMMITTED:
            number, _ = var_uint(rest, 0)
            assert self.committed <= number <= self.sent
            self.committed = number
        elif kind == AWARENESS:
            self._hear(body(rest))
        elif rest[0] == STEP_1:
            self.update(self.doc.get_update(body(rest[1:])), STEP_2)
        else:
            self._theirs = True
            try:
                self.doc.apply_update(body(rest[1:]))
            finally:
                self._theirs = False
            self.synced |= rest[0] == STEP_2

    def _hear(self, update: bytes) -> None:
        count, at = var_uint(update, 0)
        for _ in range(count):
            client, at = var_uint(update, at)
            _clock, at = var_uint(update, at)
            size, at = var_uint(update, at)
            self.cursors[client] = json.loads(update[at : at + size])
            at += size


async def dial(member: Member, epoch: object = 1, *, ours: bool = True) -> ClientConnection:
    """A socket as it is; `epoch` None names none."""
    address = f"ws{member.base.removeprefix('http')}/worksessions/{member.board}/text"
    return await connect(
        address + ("" if epoch is None else f"?epoch={epoch}"),
        additional_headers={"Cookie": member.cookies(), "Origin": member.base},
        subprotocols=[OURS] if ours else None,
        max_size=None,
        compression=None,
        proxy=None,
        ping_interval=None,
    )


def clocks(vector: bytes) -> dict[int, int]:
    """A state vector."""
    count, at = var_uint(vector, 0)
    found = {}
    for _ in range(count):
        client, at = var_uint(vector, at)
        found[client], at = var_uint(vector, at)
    return found


def var_uint(data: bytes, at: int) -> tuple[int, int]:
    number = shift = 0
    while True:
        byte = data[at]
        number |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return number, at


def body(data: bytes) -> bytes:
    """A sized part at the end of a frame."""
    size, at = var_uint(data, 0)
    assert at + size == len(data)
    return data[at:]


NOTHING = write_var_uint(0) * 2
"""an update without structs and deletions"""
