"""The websocket beneath our protocol: frames as bytes, sent past the library that would refuse to make them."""

import asyncio
import base64
import contextlib
import zlib

from tests.cast import Group


def masked(first: int, payload: bytes, size: int | None = None) -> bytes:
    """A client's frame as bytes (RFC 6455, section 5.2), masked with zeros. `size`: the length that it claims."""
    size = len(payload) if size is None else size
    if size < 126:
        head = bytes((first, 0x80 | size))
    elif size < 1 << 16:
        head = bytes((first, 0xFE)) + size.to_bytes(2)
    else:
        head = bytes((first, 0xFF)) + size.to_bytes(8)
    return head + bytes(4) + payload


def squeezed(size: int) -> bytes:
    """A compressed message of that size after decompression."""
    deflate = zlib.compressobj(9, wbits=-15)
    return (deflate.compress(bytes(size)) + deflate.flush(zlib.Z_SYNC_FLUSH))[:-4]


async def _until_closed(reader: asyncio.StreamReader) -> bytes:
    """All bytes up to a close frame, or the end."""
    got = b""
    while more := await reader.read(65_536):
        got += more
        if got[-4:-2] == b"\x88\x02":
            break
    return got


async def raw(group: Group, data: bytes) -> bytes:
    """Writes bytes to a socket past the handshake; everything that came back."""
    host, port = group.server.base.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    browser = group.browser("ben")
    writer.write(
        f"GET /boards/{group.board}/live HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: {group.server.base}\r\n"
        f"Cookie: {browser.cookies()}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Key: {base64.b64encode(bytes(16)).decode()}\r\n"
        f"Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover\r\n\r\n".encode()
    )
    assert b"101 Switching" in await reader.readuntil(b"\r\n\r\n")
    got = asyncio.create_task(_until_closed(reader))
    try:
        writer.write(data)
        with contextlib.suppress(ConnectionError):
            await writer.drain()
        return await got
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
