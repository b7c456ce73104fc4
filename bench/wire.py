"""A websocket client that costs little: it counts what comes in and looks only at frames that ask for it.

Hundreds of readers share one core with the clock that measures them, so a frame that begins like any other change of
the document is counted by its head and never copied. permessage-deflate is offered as every browser offers it.
"""

import asyncio
import base64
import secrets
import time
import zlib
from typing import cast

OFFER = "permessage-deflate; client_max_window_bits"
HEAD = 4096
"""bytes of a compressed frame that a light reader looks at: notices and answers are shorter"""
BINARY, CLOSE, PING, PONG = 2, 8, 9, 10
_FINAL, _DEFLATED = 0x80, 0x40


class RefusedError(Exception):
    """The server did not open the websocket."""


class Wire(asyncio.Protocol):
    """One websocket. Subclasses say what to do with a frame by `opened`, `heard` and `changed`."""

    plain = b""
    """how a frame begins that only brings a change; empty: every frame is looked at"""

    def __init__(self, host: str, path: str, headers: dict[str, str]) -> None:
        self.frames = 0
        self.changes = 0
        """frames that began like `plain`"""
        self.bytes_in = 0
        self.bytes_out = 0
        """bytes on the wire, with framing and handshake"""
        self.changed_at = 0.0
        """when the last change came, in seconds of the performance counter"""
        self.closed: int | None = None
        """the close code, once closed; 1006 when there was none"""
        self.keeps = False
        """whether changes are copied and handed on"""
        self._host, self._path, self._headers = host, path, headers
        self._ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._open = False
        self._held = bytearray()
        self._need = 0
        self._inflate: zlib._Decompress | None = None
        self._fresh_context = False

    async def connect(self, port: int) -> None:
        """Opens it. Raises RefusedError or OSError."""
        loop = asyncio.get_running_loop()
        self._headers = {"Host": f"{self._host}:{port}"} | self._headers
        await loop.create_connection(lambda: self, self._host, port)
        async with asyncio.timeout(30):
            await self._ready

    def opened(self) -> None:
        """The handshake is done."""

    def heard(self, frame: bytes) -> None:
        """Takes a frame that is not a plain change."""

    def changed(self, frame: bytes) -> None:
        """A plain change; only called when `keeps`."""

    def send(self, frame: bytes) -> None:
        """Sends one binary frame, masked with zeros: the server unmasks it all the same."""
        self._write(BINARY, frame)

    def close(self) -> None:
        """Says goodbye and does not wait for the answer."""
        if not self._transport.is_closing():
            self._write(CLOSE, b"\x03\xe8")
            self._transport.close()

    def _write(self, opcode: int, body: bytes) -> None:
        size = len(body)
        if size < 126:
            head = bytes((_FINAL | opcode, 0x80 | size))
        elif size < 65536:
            head = bytes((_FINAL | opcode, 0x80 | 126)) + size.to_bytes(2)
        else:
            head = bytes((_FINAL | opcode, 0x80 | 127)) + size.to_bytes(8)
        self.bytes_out += len(head) + 4 + size
        self._transport.write(head + b"\0\0\0\0" + body)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        lines = {
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Key": base64.b64encode(secrets.token_bytes(16)).decode(),
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Extensions": OFFER,
        } | self._headers
        head = f"GET {self._path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        asked = head.encode() + b"\r\n"
        self.bytes_out += len(asked)
        self._transport.write(asked)

    def connection_lost(self, exc: Exception | None) -> None:
        if self.closed is None:
            self.closed = 1006
        if not self._ready.done():
            self._ready.set_exception(RefusedError("the connection ended during the handshake"))

    def data_received(self, data: bytes) -> None:
        self.bytes_in += len(data)
        if self._held:
            self._held += data
            if len(self._held) < self._need:
                return
            data = bytes(self._held)
            self._held.clear()
        self._need = 0
        if not self._open:
            data = self._handshake(data)
        rest = self._frames(data)
        if rest < len(data):
            self._held += data[rest:]

    def _handshake(self, data: bytes) -> bytes:
        head, end, rest = data.partition(b"\r\n\r\n")
        if not end:
            self._held += data
            return b""
        lines = head.decode("latin-1").split("\r\n")
        if " 101 " not in f"{lines[0]} ":
            self._ready.set_exception(RefusedError(lines[0]))
            self._transport.abort()
            return b""
        agreed = [line.lower() for line in lines if line.lower().startswith("sec-websocket-extensions:")]
        if agreed:
            self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
            self._fresh_context = "server_no_context_takeover" in agreed[0]
        self._open = True
        self._ready.set_result(None)
        self.opened()
        return rest

    def _frames(self, data: bytes) -> int:
        """Takes whole frames; returns where the first incomplete one begins."""
        at, end = 0, len(data)
        while end - at >= 2:
            size, body = data[at + 1], at + 2
            if size > 125:
                body += 2 if size == 126 else 8
                if body > end:
                    break
                size = int.from_bytes(data[at + 2 : body])
            after = body + size
            if after > end:
                self._need = after - at
                break
            self.frames += 1
            first = data[at]
            if first == _FINAL | BINARY and self.plain and data.startswith(self.plain, body):
                self.changes += 1
                if self.keeps:
                    self.changed(data[body:after])
                self.changed_at = time.perf_counter()
            else:
                self._special(first, data[body:after])
            at = after
        return at

    def _special(self, first: int, body: bytes) -> None:
        if not first & _FINAL:
            raise RefusedError("a fragmented frame: no server here is known to send one")
        opcode = first & 0x0F
        if first & _DEFLATED:
            body = self._inflated(body)
        if opcode == PING:
            self._write(PONG, body)
        elif opcode == CLOSE:
            self.closed = int.from_bytes(body[:2]) if len(body) >= 2 else 1005
            self._transport.close()
        elif opcode == BINARY and self.plain and body.startswith(self.plain):
            self.changes += 1
            if self.keeps:
                self.changed(body)
            self.changed_at = time.perf_counter()
        elif opcode == BINARY:
            self.heard(body)

    def _inflated(self, body: bytes) -> bytes:
        if self._inflate is None:
            raise RefusedError("a compressed frame without an agreement")
        # A counting client needs only the head of a frame, unless later frames are compressed against all of it.
        most = HEAD if self._fresh_context and not self.keeps else 0
        plain = self._inflate.decompress(body + b"\0\0\xff\xff", most)
        if self._fresh_context:
            self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        return plain
