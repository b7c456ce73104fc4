"""A live document that is not a board: what its kind accepts reaches it, and everything else ends its sender."""

import asyncio
import contextlib
import socket as sockets
import time
from collections.abc import AsyncIterator

import pytest
import uvicorn
from litestar import Litestar, websocket
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from board.live import FrameProtocol
from board.live.transport.connection import PageConnection, Socket, accept, send_queue
from board.live.transport.framing import (
    AwarenessUpdate,
    CommandMessage,
    DocumentKind,
    Message,
    SyncStep1,
    SyncUpdate,
    step_2,
)
from board.live.transport.rate_limit import Rate, TokenBucket
from tests.brainstorm import wire
from tests.brainstorm.running import Uvicorn, eventually

TEXT = DocumentKind(
    subprotocol="text.",
    max_frame=64 * 1024,
    accepts=frozenset({CommandMessage, SyncStep1, SyncUpdate, AwarenessUpdate}),
)
READ_ONLY = DocumentKind(subprotocol="text.", max_frame=64 * 1024, accepts=frozenset({SyncStep1}))


class TextPage(PageConnection):
    """Writes down what it is handed."""

    __slots__ = ("seen",)

    kind = TEXT

    def __init__(self, socket: Socket, seen: list[tuple[str, bytes]], bucket: TokenBucket) -> None:
        super().__init__(socket, send_queue(socket, lambda: None), bucket)
        self.seen = seen

    def on_command(self, json: bytes) -> None:
        self.seen.append(("command", json))
        self.answer(json)

    def on_sync_step_1(self, state_vector: bytes) -> None:
        self.seen.append(("step 1", state_vector))
        self.queue.send(step_2(b"the state"), reserved=True)

    def on_update(self, update: bytes, *, whole: bool) -> None:
        self.seen.append(("step 2" if whole else "update", update))

    def on_awareness(self, update: bytes) -> None:
        self.seen.append(("awareness", update))


class ReadOnlyPage(TextPage):
    kind = READ_ONLY


class Text:
    """The document's server: its address, what reached the document, and the one bucket of everybody."""

    def __init__(self) -> None:
        self.address = ""
        self.seen: list[tuple[str, bytes]] = []
        self.bucket = TokenBucket(Rate(burst=100, per_second=1e-9), time.monotonic)
        self.uvicorn: uvicorn.Server | None = None

    @contextlib.asynccontextmanager
    async def page(self, path: str = "/text") -> AsyncIterator[ClientConnection]:
        versions = [Subprotocol("text.9"), Subprotocol("text.8")]
        # Random bytes grow a little when they are compressed, and the largest frame would be too large.
        async with connect(self.address + path, subprotocols=versions, compression=None) as page:
            yield page


@pytest.fixture
async def text() -> AsyncIterator[Text]:
    """A server whose own limit is far above that of the document."""
    text = Text()

    def page(path: str, connection: type[TextPage]) -> object:
        @websocket(path)
        async def serve(socket: Socket) -> None:
            await accept(socket, connection.kind)
            code = await connection(socket, text.seen, text.bucket).run()
            if code is not None:
                await socket.close(code)

        return serve

    app = Litestar([page("/text", TextPage), page("/read-only", ReadOnlyPage)], logging_config=None)  # type: ignore[list-item]
    listening = sockets.create_server(("127.0.0.1", 0))
    text.address = f"ws://127.0.0.1:{listening.getsockname()[1]}"
    config = uvicorn.Config(app, ws=FrameProtocol, ws_max_size=2**20, ws_per_message_deflate=False, log_config=None)
    text.uvicorn = server = Uvicorn(config)
    task = asyncio.create_task(server.serve(sockets=[listening]))
    await server.ready.wait()
    yield text
    server.should_exit = True
    await task


async def test_what_a_kind_accepts_reaches_its_document(text: Text) -> None:
    async with text.page() as page:
        assert page.subprotocol == "text.9"
        await page.send(wire.command(b"{}"))
        assert await page.recv() == bytes((wire.ANSWER,)) + wire.sized(b"{}")
        await page.send(wire.whitened(b"[]"))
        assert await page.recv() == bytes((wire.ANSWER,)) + wire.sized(b"[]")
        await page.send(wire.ask(b"\0"))
        assert wire.read(await page.recv(decode=False)).body == b"the state"
        await page.send(wire.head(wire.SYNC, wire.UPDATE) + wire.sized(b"a change"))
        await page.send(wire.head(wire.SYNC, wire.STEP_2) + wire.sized(b"a state"))
        await page.send(wire.head(1) + wire.sized(b"a name"))
        await eventually(lambda: len(text.seen) == 6)
    assert text.seen == [
        ("command", b"{}"),
        ("command", b"[]"),
        ("step 1", b"\0"),
        ("update", b"a change"),
        ("step 2", b"a state"),
        ("awareness", b"a name"),
    ]


async def test_a_kind_that_accepts_no_changes_ignores_them_and_refuses_everything_else(text: Text) -> None:
    async with text.page("/read-only") as page:
        for _ in range(5):
            await page.send(wire.head(wire.SYNC, wire.UPDATE) + wire.sized(b"a change"))
        await page.send(wire.ask(b"\0"))
        assert wire.read(await page.recv(decode=False)).body == b"the state"
        for frame in (wire.command(b"{}"), wire.whitened(b"{}"), wire.head(1) + wire.sized(b"a name")):
            await page.send(frame)
        await page.wait_closed()
        assert page.close_code == 4400
    assert text.seen == [("step 1", b"\0")]


async def test_a_change_costs_its_bytes_beside_the_token_of_its_frame(text: Text) -> None:
    async with text.page() as page:
        await page.send(wire.head(wire.SYNC, wire.UPDATE) + wire.sized(b"x" * 32 * 1024))
        await eventually(lambda: text.seen)
        assert 100 - text.bucket._tokens == pytest.approx(1.5, abs=0.01)
        await page.send(wire.command(b"{}"))
        await eventually(lambda: len(text.seen) == 2)
        assert 100 - text.bucket._tokens == pytest.approx(2.5, abs=0.01)


async def test_a_change_wakes_the_reading_task_only_when_it_has_to_wait_for_a_token(
    text: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    woken: list[Message] = []
    handle = TextPage._handle

    async def handled(page: TextPage, message: Message) -> None:
        woken.append(message)
        await handle(page, message)

    monkeypatch.setattr(TextPage, "_handle", handled)
    async with text.page() as page:
        await page.send(wire.ask(b"\0"))
        await page.recv()
        await page.send(wire.head(wire.SYNC, wire.UPDATE) + wire.sized(b"a change"))
        await page.send(wire.head(1) + wire.sized(b"a name"))
        await eventually(lambda: len(text.seen) == 3)
        assert woken == [SyncStep1(b"\0")]
        text.bucket.spend(97.5)
        text.bucket.rate = Rate(burst=100, per_second=10)
        await page.send(wire.head(wire.SYNC, wire.UPDATE) + wire.sized(b"a late change"))
        await eventually(lambda: len(text.seen) == 4)
        assert woken == [SyncStep1(b"\0"), SyncUpdate(b"a late change")]


async def test_the_transport_keeps_to_the_limit_of_the_document(text: Text) -> None:
    async with text.page() as page:
        largest = wire.whitened(b"x" * (TEXT.max_frame - 1))
        await page.send(largest)
        await page.recv()
        await page.send(largest + b"xx")
        await page.wait_closed()
        assert page.close_code == 4413, "one message is enough: the transport does not read it to its end"


async def test_a_server_that_stops_says_so(text: Text) -> None:
    async with text.page() as page:
        await page.send(wire.command(b"{}"))
        await page.recv()
        assert text.uvicorn is not None
        text.uvicorn.should_exit = True
        await page.wait_closed()
        assert page.close_code == 1012
