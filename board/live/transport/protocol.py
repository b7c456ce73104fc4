"""Uvicorn's websocket protocol with a way to write frames that are encoded already.

A change is encoded once and the same bytes go to every reader, without a coroutine, a copy or a compression for each.
Uvicorn is configured to use it (`--ws board.live.transport.protocol:FrameProtocol`). With any other protocol class,
`send_queue.AsgiSendQueue` sends the same frames through ASGI.
"""

from asyncio import BaseTransport
from collections.abc import Callable, Generator, Mapping, MutableMapping
from typing import Any

from uvicorn._types import ASGIReceiveEvent, ASGISendEvent
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.exceptions import PayloadTooBig
from websockets.frames import Frame as Parsed
from websockets.frames import Opcode, apply_mask  # type: ignore[attr-defined] # in C where that was built
from websockets.http11 import Request
from websockets.protocol import State
from websockets.streams import StreamReader

from board.live.transport.close_codes import Close
from board.live.transport.deflate import SharedDeflateFactory
from board.live.transport.frame import Frame
from board.live.transport.tcp import limit_kernel_buffer, reset

EXTENSION = "shortlist.protocol"
"""the key in the extensions of an ASGI scope"""
READ_SLICE = 4096
"""bytes that are parsed in one turn of the event loop: hundreds of tiny frames would otherwise delay everybody"""
MAX_FRAGMENTS = 64
"""frames that one message may come in; empty ones have no bytes that a size limit would count"""
FINAL_BINARY, FINAL_PONG = 0x82, 0x8A
"""the first byte of an uncompressed binary message in one frame, and of the answer to a ping"""
MASK_BIT, LENGTH_16 = 0x80, 126
"""in the second byte: a mask follows the length; the length is in the next two bytes"""
MASK_SIZE = 4
MIN_FRAME = 2 + MASK_SIZE
"""bytes of a masked frame without any content"""
CLOSE_FRAME = 0x88
"""the first byte of a close frame"""
LINGER = 2.0
"""seconds in which the other side can read the close code; closing a transport under a sender resets the connection"""
MAX_UNREAD_PONGS = 64 * 1024
"""bytes that may be buffered for a reader whose pings are still answered"""


class FrameProtocol(WebSocketsSansIOProtocol):
    """Puts itself into the ASGI scope, so that the application can write to the transport."""

    on_change: Callable[[], None] | None = None
    """called when the transport begins or ceases to buffer bytes, and when the connection closes"""
    on_drained: Callable[[], None] | None = None
    """called when the reader has taken everything"""
    on_lost: Callable[[], None] | None = None
    """called when the connection is lost, for the send queue"""
    on_end: Callable[[], None] | None = None
    """the same for the HTTP connection that was upgraded, whether or not a document ever served the socket"""
    on_message: Callable[[bytes], bool] | None = None
    """handles a message at once and returns True, or leaves it to the task that waits for the next one"""
    on_stopping: Callable[[], None] | None = None
    """called when the server stops; the callback closes the connection soon after"""
    compresses = False
    """the browser negotiated compressed messages"""
    blocked = False
    """the transport buffers bytes that the reader has not taken"""
    _beyond = Close.BAD_FRAMES
    """the close code of a message that is larger than the limit"""
    _unparsed = b""
    _parse_scheduled = False
    _discards = False
    """the close code is on its way, and what still arrives is discarded"""

    def connection_made(self, transport: BaseTransport) -> None:
        super().connection_made(transport)
        self.conn.available_extensions = [SharedDeflateFactory()]
        # A write goes to the kernel at once, and `pause_writing` means that the kernel did not take all of it.
        self.transport.set_write_buffer_limits(high=0)
        limit_kernel_buffer(transport)

    def limit_messages(self, size: int, beyond: Close) -> None:
        """Sets the largest message of this socket, in bytes, and the close code of a larger one.

        Until then the limit of the server holds.
        """
        self.conn.max_message_size = size
        self._beyond = beyond

    def data_received(self, data: bytes) -> None:
        if self._discards:
            return
        if self._unparsed or len(data) > READ_SLICE:
            self._unparsed += data
            self.transport.pause_reading()
            self._schedule_parse()
        elif (frame := _whole_frame(data)) is not None and self._between_messages():
            (self.handle_bytes if frame.opcode is Opcode.BINARY else self.handle_pong)(frame)
        else:
            super().data_received(data)

    def _between_messages(self) -> bool:
        """Whether the library would begin a message with the next bytes."""
        conn = self.conn
        return conn.state is State.OPEN and conn.current_size is None and _awaits_frame(conn.parser)

    def _schedule_parse(self) -> None:
        if not self._parse_scheduled:
            self._parse_scheduled = True
            self.loop.call_soon(self._parse_slice)

    def _parse_slice(self) -> None:
        self._parse_scheduled = False
        if self._discards or self.disconnected:
            self._unparsed = b""
            self._resume()
            return
        data, self._unparsed = self._unparsed[:READ_SLICE], self._unparsed[READ_SLICE:]
        super().data_received(data)
        if self.queue.empty() or self.close_sent:
            self._resume()

    def _resume(self) -> None:
        if self._unparsed:
            self._schedule_parse()
        elif not self.transport.is_closing():
            self.read_paused = False
            self.transport.resume_reading()

    async def receive(self) -> ASGIReceiveEvent:
        message = await self.queue.get()
        if self.queue.empty() and (self.read_paused or self._unparsed):
            self._resume()
        return message

    async def send(self, message: ASGISendEvent) -> None:
        await super().send(message)
        if self.close_sent and self._unparsed:
            # The close frame of the other side, for which the library waits, may be among them.
            self._schedule_parse()

    def handle_cont(self, event: Parsed) -> None:
        if len(self.frames) < MAX_FRAGMENTS:
            super().handle_cont(event)
        else:
            self._fail()

    def send_receive_event_to_app(self) -> None:
        if self.curr_msg_data_type == "text":
            # No page sends text: the application gets an empty message, which is a bad frame to every document.
            self.frames = [b""]
            self.curr_msg_data_type = "bytes"
        elif self._handled_at_once():
            self.frames = []
            return
        super().send_receive_event_to_app()

    def _handled_at_once(self) -> bool:
        """Waking a task for each message, and pausing the transport until it has run, cost more than most messages."""
        if self.on_message is None or len(self.frames) > 1 or self.close_sent or not self.queue.empty():
            return False
        return self.on_message(bytes(self.frames[0]))

    def handle_ping(self) -> None:
        if self.buffered() < MAX_UNREAD_PONGS:
            super().handle_ping()
        else:
            self.conn.data_to_send()

    def handle_parser_exception(self) -> None:
        """A violation of the websocket protocol, or of its size limit."""
        self.conn.data_to_send()
        self._fail(self._beyond if isinstance(self.conn.parser_exc, PayloadTooBig) else Close.BAD_FRAMES)

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if not self.close_sent:
            self.compresses = bool(self.conn.extensions)
            extensions: MutableMapping[str, Any] = self.scope["extensions"]  # Any: each extension has its own
            extensions[EXTENSION] = self

    def pause_writing(self) -> None:
        super().pause_writing()
        self.blocked = True
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
        self.blocked = False
        self._changed()
        if self.on_drained is not None:
            self.on_drained()

    def _changed(self) -> None:
        if self.on_change is not None:
            self.on_change()

    def _fail(self, code: Close = Close.BAD_FRAMES) -> None:
        """Closes the connection after the library's own protocol has failed and can send nothing more."""
        if self.closed:
            return
        self._discards = True
        if self.handshake_complete:
            self._send_close(code)
            self.close_timer = self.loop.call_later(LINGER, self._disconnect)
        else:
            self._disconnect()

    def _send_close(self, code: int) -> None:
        self.transport.write(bytes((CLOSE_FRAME, 2)) + code.to_bytes(2))
        self.close_sent = True
        self._changed()
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code})

    @property
    def closed(self) -> bool:
        """Nothing more can be written."""
        return self.disconnected or self.close_sent or self.transport.is_closing()

    def write(self, frame: Frame) -> None:
        """Hands a frame to the transport, which buffers what the reader does not take yet."""
        if self.close_sent or self.disconnected:
            return
        try:
            self.transport.write(frame.compressed if self.compresses and frame.compressible else frame.encoded)
        except RuntimeError:
            # The transport is closed; `connection_lost` has not run yet.
            self.disconnected = True

    def buffered(self) -> int:
        """Bytes that the reader has not taken."""
        return int(self.transport.get_write_buffer_size())

    def close(self, code: int) -> None:
        """Sends the close code, and disconnects soon, whether or not the reader takes it."""
        if self.closed:
            return
        self.conn.send_close(code)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self._changed()
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code})
        self.close_timer = self.loop.call_later(LINGER, self._disconnect)
        self._resume()

    def shutdown(self) -> None:
        """The server stops; what was read is answered first."""
        if self.on_stopping is None or self.closed:
            super().shutdown()
        else:
            self.stop_keepalive()
            self.on_stopping()

    def _disconnect(self) -> None:
        if self.buffered() > 0:
            reset(self.transport)
        else:
            self.transport.close()


def protocol_of(scope: Mapping[str, Any]) -> FrameProtocol | None:  # Any: as ASGI has it
    """The protocol of a websocket's ASGI scope; None when the server uses another class."""
    protocol = scope.get("extensions", {}).get(EXTENSION)
    return protocol if isinstance(protocol, FrameProtocol) else None


def _whole_frame(data: bytes) -> Parsed | None:
    """The frame in a chunk that is exactly one small masked frame, as commands and pongs arrive; None for all else.

    The library reads a frame in five steps, each of which may have to wait for bytes. That costs more than most
    commands, and a thousand idle pages send fifty pongs a second.
    """
    if len(data) < MIN_FRAME or data[0] not in (FINAL_BINARY, FINAL_PONG):
        return None
    size, at = data[1] - MASK_BIT, 2
    if size == LENGTH_16 and data[0] == FINAL_BINARY:
        size, at = int.from_bytes(data[2:4]), 4
    elif size >= LENGTH_16:
        return None
    if at + MASK_SIZE + size != len(data):
        return None
    payload = apply_mask(data[at + MASK_SIZE :], data[at : at + MASK_SIZE])
    return Parsed(Opcode.BINARY if data[0] == FINAL_BINARY else Opcode.PONG, payload)


def _awaits_frame(parser: Generator[None]) -> bool:
    """Whether this generator of the library waits for the first byte of a frame."""
    inner: Any = parser  # Any: what a generator waits for has no type
    while inner.gi_yieldfrom is not None:
        inner = inner.gi_yieldfrom
    return inner.gi_code is StreamReader.at_eof.__code__
