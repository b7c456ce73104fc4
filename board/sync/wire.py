"""Uvicorn's websocket protocol with a way to write frames that are ready.

A change is framed once and the same bytes go to every reader, without a coroutine, a copy or a compression for each.
The server is told to use it (`uvicorn --ws board.sync.wire:FrameProtocol`); on any other server `outgoing.Queued` sends
the same frames through ASGI.
"""

from asyncio import BaseTransport
from collections.abc import Callable, MutableMapping
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request

from board.sync.deflate import SharedDeflate
from board.sync.frames import Frame

KEY = "shortlist.wire"


class FrameProtocol(WebSocketsSansIOProtocol):
    """Puts itself into the scope, so that the application can write to the transport."""

    on_change: Callable[[], None] | None = None
    """called when bytes begin or cease to wait, and at the end"""
    on_drained: Callable[[], None] | None = None
    packs = False
    """the browser agreed to compressed messages"""
    stuck = False
    """bytes wait that the reader has not taken"""

    def connection_made(self, transport: BaseTransport) -> None:
        super().connection_made(transport)
        self.conn.available_extensions = [SharedDeflate()]
        # Nothing is gathered: a write goes to the kernel at once, and `pause_writing` means that it left something.
        self.transport.set_write_buffer_limits(high=0)

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

    def resume_writing(self) -> None:
        super().resume_writing()
        self.stuck = False
        self._changed()
        if self.on_drained is not None:
            self.on_drained()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._changed()

    def _changed(self) -> None:
        if self.on_change is not None:
            self.on_change()

    @property
    def gone(self) -> bool:
        """Nothing can be written any more."""
        return self.disconnected or self.close_sent or self.transport.is_closing()

    def write(self, frame: Frame) -> None:
        """Hands a frame to the transport, which keeps what the reader does not take yet."""
        if self.close_sent or self.disconnected:
            return
        try:
            self.transport.write(frame.packed if self.packs and frame.heavy else frame.wire)
        except RuntimeError:
            # It is closed and has yet to say so.
            self.disconnected = True

    def waiting(self) -> int:
        """Bytes that the reader has not taken."""
        return int(self.transport.get_write_buffer_size())

    def cut(self, code: int) -> None:
        """Says why, and ends it now: a reader that takes nothing would never read a polite end."""
        if self.gone:
            return
        self.conn.send_close(code)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self._changed()
        slow = self.waiting() > 0
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code})
        if slow:
            self.transport.abort()
        else:
            self.transport.close()
