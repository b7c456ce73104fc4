"""A message that arrives as one whole frame bypasses the library's parser, and means the same as to the library."""

import asyncio
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import uvicorn
from hypothesis import example, given, settings
from hypothesis import strategies as st
from uvicorn._types import ASGIReceiveCallable, ASGISendCallable, Scope
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState
from websockets.extensions.permessage_deflate import PerMessageDeflate
from websockets.frames import Frame, Opcode

from board.live.transport import protocol as protocol_module
from board.live.transport.protocol import FrameProtocol
from board.server import wire as serving
from board.settings import Settings
from tests.brainstorm.running import passing

HANDSHAKE = (
    b"GET / HTTP/1.1\r\nHost: board\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
    b"Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover\r\n\r\n"
)
Log = list[tuple[str, Any]]


class Noting(asyncio.Transport):
    """Writes down what is done to it."""

    def __init__(self, log: Log) -> None:
        super().__init__()
        self._log = log
        self._closing = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self._log.append(("write", bytes(data)))

    def pause_reading(self) -> None:
        self._log.append(("reads", False))

    def resume_reading(self) -> None:
        self._log.append(("reads", True))

    def close(self) -> None:
        self._log.append(("close", self._closing))
        self._closing = True

    abort = close

    def is_closing(self) -> bool:
        return self._closing

    def get_write_buffer_size(self) -> int:
        return 0

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        pass


def served() -> dict[str, Any]:
    return serving(Settings()) | {"ws_ping_interval": None, "log_level": "critical"}


class Application:
    """Accepts, then takes what is queued when it is told to. What it hears of goes into the log."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._turns = asyncio.Semaphore(0)

    def go_on(self, turns: int) -> None:
        for _ in range(turns):
            self._turns.release()

    def takes(self, message: bytes) -> bool:
        """At once, as a command is: messages that begin with an even byte."""
        taken = bool(message) and message[0] % 2 == 0
        if taken:
            self._log.append(("taken", message))
        return taken

    async def __call__(self, _: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        await receive()
        await send({"type": "websocket.accept", "subprotocol": None, "headers": []})
        ended = False
        while not ended:
            await self._turns.acquire()
            event = await receive()
            self._log.append(("event", event))
            ended = event["type"] == "websocket.disconnect"


async def hear(chunks: list[bytes], reads: list[bool]) -> Log:
    """All that reaches the application or is done to the transport when these chunks come after a handshake.

    `reads`: whether the application takes what is queued, after each chunk.
    """
    log: Log = []
    application = Application(log)
    config = uvicorn.Config(application, **served())
    config.load()
    protocol = FrameProtocol(config, ServerState(), {})
    protocol.connection_made(Noting(log))
    protocol.data_received(HANDSHAKE)
    await _let_run()
    assert protocol.handshake_complete
    del log[:]
    protocol.on_message = application.takes
    for chunk, read in zip(chunks, reads, strict=True):
        protocol.data_received(chunk)
        application.go_on(8 * read)
        await _let_run()
    protocol.connection_lost(None)
    application.go_on(1000)
    await _let_run()
    return log


def heard(chunks: list[bytes], reads: list[bool]) -> Log:
    return asyncio.run(hear(chunks, reads))


async def _let_run() -> None:
    for _ in range(6):
        await passing(0)


def framed(
    first: int, payload: bytes, mask: bytes = b"\x31\x07\xc4\xf0", *, claims: int = 0, long: bool = False
) -> bytes:
    """A frame as bytes; no mask with an empty one. `claims`: so many more than there are. `long`: length in 8 bytes."""
    size, bit = len(payload) + claims, 0x80 if mask else 0
    if long:
        head = bytes((first, bit | 127)) + size.to_bytes(8)
    elif size < 126:
        head = bytes((first, bit | size))
    else:
        head = bytes((first, bit | 126)) + size.to_bytes(2)
    hidden = bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload)) if mask else payload
    return head + mask + hidden


PAYLOAD = st.one_of(st.binary(max_size=12), st.sampled_from([0, 1, 125, 126, 127, 131, 400]).map(lambda n: b"d" * n))
MASKS = st.binary(min_size=4, max_size=4)
COMMANDS = st.builds(framed, st.just(0x82), PAYLOAD, MASKS)
DATA = st.sampled_from([0x82, 0x02, 0x80, 0x00, 0x81, 0x01])
CONTROL = st.builds(framed, st.sampled_from([0x89, 0x8A]), st.binary(max_size=5), MASKS)
PACKED = PAYLOAD.map(
    lambda payload: framed(
        0xC2, bytes(PerMessageDeflate(True, True, 15, 15).encode(Frame(Opcode.BINARY, payload)).data)
    )
)
STRANGE = st.one_of(
    st.builds(framed, st.integers(0, 255), PAYLOAD, MASKS),
    st.builds(framed, st.just(0x82), PAYLOAD, st.just(b"")),
    st.builds(
        lambda n, payload: framed(0x82, payload, claims=n), st.integers(-2, 3), st.binary(min_size=3, max_size=9)
    ),
    st.builds(lambda payload: framed(0x82, payload, long=True), PAYLOAD),
    st.just(framed(0x88, b"\x03\xe8")),
    st.binary(max_size=9),
)
FRAMES = st.lists(
    st.one_of(COMMANDS, COMMANDS, CONTROL, PACKED, st.builds(framed, DATA, PAYLOAD, MASKS), STRANGE), max_size=7
)


@st.composite
def arrivals(draw: Callable[..., Any]) -> tuple[list[bytes], list[bool]]:
    """Frames, cut anywhere: most often where one ends, so that wholes come before, behind and between the halves."""
    frames: list[bytes] = draw(FRAMES)
    chunks, rest = [], b""
    for frame in frames:
        at = draw(st.one_of(st.just(len(frame)), st.integers(0, len(frame))))
        chunks.append(rest + frame[:at])
        rest = frame[at:]
        if draw(st.booleans()):
            chunks.append(rest)
            rest = b""
    chunks = [chunk for chunk in [*chunks, rest] if chunk]
    return chunks, draw(st.lists(st.booleans(), min_size=len(chunks), max_size=len(chunks)))


WHOLE = framed(0x82, b"d" * 200)


@settings(deadline=None, max_examples=400)
@given(arrivals())
@example(([WHOLE[:2], framed(0x82, b"dd")], [True, True]))  # after half a head nothing is left in the library's buffer
@example(([framed(0x02, b"d"), WHOLE, framed(0x80, b"d")], [True, True, True]))
@example(([framed(0x02, b""), WHOLE, framed(0x80, b"")], [True, True, True]))
@example(([framed(0x82, b"e"), WHOLE, WHOLE], [False, False, True]))
@example(([framed(0x88, b"\x03\xe8"), WHOLE], [False, True]))
@example(([framed(0x82, b"d" * 133, b"")], [True]))
@example(([framed(0x8A, b"d" * 126), WHOLE], [True, True]))  # a control frame may not be as long
@example(([b"\x8a\xfe\x00\x01aaaad", WHOLE], [True, True]))  # nor may its length take two bytes
@example(([framed(0x82, b"d" * 119, long=True)], [True]))  # as long as if the 127 that announces a length were one
def test_what_comes_whole_means_what_the_library_says(arrived: tuple[list[bytes], list[bool]]) -> None:
    quick = heard(*arrived)
    with patch.object(protocol_module, "_whole_frame", lambda _: None):
        assert quick == heard(*arrived)


def test_a_whole_command_never_reaches_the_parser_made_for_pieces() -> None:
    for payload in (b"d", b"d" * 125, b"d" * 126, b"d" * 3000):
        sizes: list[int] = []
        whole = WebSocketsSansIOProtocol.data_received

        def noted(self: WebSocketsSansIOProtocol, data: bytes) -> None:
            sizes.append(len(data))  # noqa: B023 used within the turn
            whole(self, data)  # noqa: B023

        with patch.object(WebSocketsSansIOProtocol, "data_received", noted):
            log = heard([framed(0x89, b"ping"), framed(0x82, payload), framed(0x82, payload)], [True, True, True])
        assert [what for what in log if what[0] == "taken"] == [("taken", payload)] * 2
        assert sizes == [len(HANDSHAKE), len(framed(0x89, b"ping"))]


def test_a_whole_pong_keeps_the_connection_alive_without_that_parser() -> None:
    assert asyncio.run(_after_a_pong(b"\1\2\3\4")) == (None, True)
    assert asyncio.run(_after_a_pong(b"late")) == (b"\1\2\3\4", False)


async def _after_a_pong(payload: bytes) -> tuple[bytes | None, bool]:
    """The ping that is still to be answered after this pong, and whether the next one is due at its time."""
    config = uvicorn.Config(Application([]), **served() | {"ws_ping_interval": 20, "ws_ping_timeout": 20})
    config.load()
    protocol = FrameProtocol(config, ServerState(), {})
    protocol.connection_made(Noting([]))
    protocol.data_received(HANDSHAKE)
    await _let_run()
    with patch("random.getrandbits", lambda _: 0x01020304):
        protocol.send_keepalive_ping()
    with patch.object(WebSocketsSansIOProtocol, "data_received", side_effect=AssertionError):
        protocol.data_received(framed(0x8A, payload))
    left = protocol.pending_ping_payload, protocol.pong_timer is None and protocol.ping_timer is not None
    protocol.connection_lost(None)
    return left
