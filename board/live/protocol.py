"""Uvicorn's websocket protocol with a way to write frames that are ready.

A change is framed once and the same bytes go to every reader, without a coroutine, a copy or a compression for each.
The server is told to use it (`uvicorn --ws board.live.protocol:FrameProtocol`); elsewhere `send_queue.Queued` sends
the same frames through ASGI.
"""

import socket
import struct
from asyncio import BaseTransport, Transport
from collections.abc import Callable, Generator, MutableMapping
from typing import Any

from uvicorn._types import ASGIReceiveEvent, ASGISendEvent
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame as Parsed
from websockets.frames import Opcode, apply_mask  # type: ignore[attr-defined] # in C where that was built
from websockets.http11 import Request
from websockets.protocol import State
from websockets.streams import StreamReader

from board.live.close_codes import Close
from board.live.deflate import SharedDeflate
from board.live.frame import Frame

KEY = "shortlist.wire"
SLICE = 4096
"""bytes that are read in one turn of the event loop: hundreds of tiny frames would else hold up everybody"""
MOST_PIECES = 64
"""pieces that one message may come in; empty ones have no bytes that a limit would count"""
WHOLE = 0x82
"""the first byte of a message in one piece that is binary and not compressed"""
MASKED, MIDDLE = 0x80, 126
"""in the second byte: a mask follows the length; the length stands in the next two bytes"""
MASK = 4
SHORTEST = 2 + MASK
"""bytes of a masked frame without any content"""
CLOSING = 0x88
"""the first byte of a close frame"""
LINGER = 2.0
"""seconds in which the other side can read why it ends; a transport that is closed under a sender is reset"""
RESET = struct.pack("ii", 1, 0)
MOST_UNSENT = 128 * 1024
"""bytes that the system keeps for a reader beyond what is on its way"""
MOST_PONGS = 64 * 1024
"""bytes that may wait for a reader who is still answered its pings"""


class FrameProtocol(WebSocketsSansIOProtocol):
    """Puts itself into the scope, so that the application can write to the transport."""

    on_change: Callable[[], None] | None = None
    """called when bytes begin or cease to wait, and at the end"""
    on_drained: Callable[[], None] | None = None
    on_lost: Callable[[], None] | None = None
    on_end: Callable[[], None] | None = None
    """called once the connection is lost, whether or not a board ever served it"""
    on_message: Callable[[bytes], bool] | None = None
    """takes a message and says so, or leaves it to whoever waits for the next one"""
    on_stopping: Callable[[], None] | None = None
    """the server stops: who is told ends the connection soon"""
    packs = False
    """the browser agreed to compressed messages"""
    stuck = False
    """bytes wait that the reader has not taken"""
    _unread = b""
    _reads = False
    _deaf = False
    """the reason of the end is on its way, and what still comes is not looked at"""

    def connection_made(self, transport: BaseTransport) -> None:
        super().connection_made(transport)
        self.conn.available_extensions = [SharedDeflate()]
        # Nothing is gathered: a write goes to the kernel at once, and `pause_writing` means that it left something.
        self.transport.set_write_buffer_limits(high=0)
        _keep_little(transport)

    def data_received(self, data: bytes) -> None:
        if self._deaf:
            return
        if self._unread or len(data) > SLICE:
            self._unread += data
            self.transport.pause_reading()
            self._read_on()
        elif (message := _one_whole(data)) is not None and self._between_messages():
            self.handle_bytes(Parsed(Opcode.BINARY, message))
        else:
            super().data_received(data)

    def _between_messages(self) -> bool:
        """Whether the library, if it got these bytes, would begin a message with them."""
        conn = self.conn
        return conn.state is State.OPEN and conn.current_size is None and _awaits_frame(conn.parser)

    def _read_on(self) -> None:
        if not self._reads:
            self._reads = True
            self.loop.call_soon(self._read_slice)

    def _read_slice(self) -> None:
        self._reads = False
        if self._deaf or self.disconnected:
            self._unread = b""
            self._resume()
            return
        data, self._unread = self._unread[:SLICE], self._unread[SLICE:]
        super().data_received(data)
        if self.queue.empty() or self.close_sent:
            self._resume()

    def _resume(self) -> None:
        if self._unread:
            self._read_on()
        elif not self.transport.is_closing():
            self.read_paused = False
            self.transport.resume_reading()

    async def receive(self) -> ASGIReceiveEvent:
        message = await self.queue.get()
        if self.queue.empty() and (self.read_paused or self._unread):
            self._resume()
        return message

    async def send(self, message: ASGISendEvent) -> None:
        await super().send(message)
        if self.close_sent and self._unread:
            # The other side's end may be in there, and it is waited for.
            self._read_on()

    def handle_cont(self, event: Parsed) -> None:
        if len(self.frames) < MOST_PIECES:
            super().handle_cont(event)
        else:
            self._refuse()

    def send_receive_event_to_app(self) -> None:
        if self.curr_msg_data_type == "text":
            # No page sends text. It stands as an empty frame, and nobody has to read it.
            self.frames = [b""]
            self.curr_msg_data_type = "bytes"
        elif self._took():
            self.frames = []
            return
        super().send_receive_event_to_app()

    def _took(self) -> bool:
        """Waking a task for each message, and stopping to read until it has run, cost more than most messages do."""
        if self.on_message is None or len(self.frames) > 1 or self.close_sent or not self.queue.empty():
            return False
        return self.on_message(bytes(self.frames[0]))

    def handle_ping(self) -> None:
        if self.waiting() < MOST_PONGS:
            super().handle_ping()
        else:
            self.conn.data_to_send()

    def handle_parser_exception(self) -> None:
        """What is no websocket message, or too long for one, ends like any other frame that no page sends."""
        self.conn.data_to_send()
        self._refuse()

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if not self.close_sent:
            self.packs = bool(self.conn.extensions)
            extensions: MutableMapping[str, Any] = self.scope["extensions"]
            extensions[KEY] = self

    def pause_writing(self) -> None:
        super().pause_writing()
        self.stuck = True
        self._changed()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._changed()
        if self.on_lost is not None:
            self.on_lost()
        if self.on_end is not None:
            self.on_end()

    def resume_writing(self) -> None:
        super().resume_writing()
        self.stuck = False
        self._changed()
        if self.on_drained is not None:
            self.on_drained()

    def _changed(self) -> None:
        if self.on_change is not None:
            self.on_change()

    def _refuse(self) -> None:
        """Ends it when the protocol has failed, and cannot say so any more."""
        if self.gone:
            return
        self._deaf = True
        if self.handshake_complete:
            self._say(Close.BAD_FRAMES)
            self.close_timer = self.loop.call_later(LINGER, self._end)
        else:
            self._end()

    def _say(self, code: int) -> None:
        self.transport.write(bytes((CLOSING, 2)) + code.to_bytes(2))
        self.close_sent = True
        self._changed()
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code})

    @property
    def gone(self) -> bool:
        """Nothing can be written any more."""
        return self.disconnected or self.close_sent or self.transport.is_closing()

    def write(self, frame: Frame) -> None:
        """Hands a frame to the transport, which keeps what the reader does not take yet."""
        if self.close_sent or self.disconnected:
            return
        try:
            self.transport.write(frame.compressed if self.packs and frame.compressible else frame.encoded)
        except RuntimeError:
            # It is closed and has yet to say so.
            self.disconnected = True

    def waiting(self) -> int:
        """Bytes that the reader has not taken."""
        return int(self.transport.get_write_buffer_size())

    def cut(self, code: int) -> None:
        """Says why, and ends it soon, whether or not the reader takes that."""
        if self.gone:
            return
        self.conn.send_close(code)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self._changed()
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code})
        self.close_timer = self.loop.call_later(LINGER, self._end)
        self._resume()

    def shutdown(self) -> None:
        """What was read is answered first."""
        if self.on_stopping is None or self.gone:
            super().shutdown()
        else:
            self.stop_keepalive()
            self.on_stopping()

    def _end(self) -> None:
        if self.waiting() > 0:
            reset(self.transport)
        else:
            self.transport.close()


def reset(transport: Transport) -> None:
    """Ends a connection at once and drops what was not sent.

    After a plain close the system would go on offering the bytes that the client does not take.
    """
    if (used := transport.get_extra_info("socket")) is not None:
        used.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    transport.abort()


def _one_whole(data: bytes) -> bytes | None:
    """The message of a chunk that is one small masked frame and no byte more, as commands come; None for all else.

    The library reads a frame in five steps, each of which could have to wait for bytes. That costs more than most
    commands do.
    """
    if len(data) < SHORTEST or data[0] != WHOLE:
        return None
    size, at = data[1] - MASKED, 2
    if size == MIDDLE:
        size, at = int.from_bytes(data[2:4]), 4
    elif size > MIDDLE:
        return None
    if at + MASK + size != len(data):
        return None
    return apply_mask(data[at + MASK :], data[at : at + MASK])


def _awaits_frame(parser: Generator[None]) -> bool:
    """Whether this generator of the library stands where the first byte of a frame is waited for."""
    inner: Any = parser
    while inner.gi_yieldfrom is not None:
        inner = inner.gi_yieldfrom
    return inner.gi_code is StreamReader.at_eof.__code__


def _keep_little(transport: BaseTransport) -> None:
    """The system would keep megabytes for a reader that takes nothing, and hide from us that it does."""
    used, option = transport.get_extra_info("socket"), getattr(socket, "TCP_NOTSENT_LOWAT", None)
    if option is not None and used is not None and used.family in (socket.AF_INET, socket.AF_INET6):
        used.setsockopt(socket.IPPROTO_TCP, option, MOST_UNSENT)
