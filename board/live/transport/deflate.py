"""permessage-deflate for messages with many readers: compressed once, not once for each reader.

Compressing each message for each connection doubles the cost of a change and keeps a window of memory per connection.
Here the protocol compresses nothing that it sends; a large frame is compressed once (`compress`) and its bytes are
shared. Without context takeover every message stands alone (RFC 7692, section 7.1.1), so compressed and plain messages
may follow each other.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from websockets.exceptions import NegotiationError
from websockets.extensions.base import Extension
from websockets.extensions.permessage_deflate import PerMessageDeflate, ServerPerMessageDeflateFactory
from websockets.frames import Frame
from websockets.typing import ExtensionParameter

_WINDOW = 15
_TAIL = b"\0\0\xff\xff"
_PIECE = 32 * 1024
_PROBE = 64
"""bytes of a piece that are searched for in the next payload"""


@dataclass(frozen=True, slots=True)
class Compressed:
    """A payload that was compressed in pieces, none of which refers to another."""

    payload: bytes
    pieces: tuple[tuple[int, bytes], ...]
    """where each piece ends in the payload, and its compressed bytes"""

    @property
    def message(self) -> bytes:
        """The payload of one compressed message (RFC 7692, section 7.2.1)."""
        return b"".join(small for _, small in self.pieces).removesuffix(_TAIL)


def compress(payload: bytes, before: Compressed | None = None) -> Compressed:
    """Compresses a payload and reuses every piece of an earlier one that it still contains.

    So a large state with a small change costs little.
    """
    pieces: list[tuple[int, bytes]] = []
    at = start = 0
    for end, small in before.pieces if before else ():
        piece = before.payload[start:end] if before else b""
        start = end
        found = payload.find(piece[:_PROBE], at, at + 2 * _PIECE)
        if found >= 0 and payload.startswith(piece, found):
            pieces += _fresh(payload, at, found)
            at = found + len(piece)
            pieces.append((at, small))
    pieces += _fresh(payload, at, len(payload))
    return Compressed(payload, tuple(pieces))


def _fresh(payload: bytes, start: int, end: int) -> Iterator[tuple[int, bytes]]:
    for at in range(start, end, _PIECE):
        deflate = zlib.compressobj(1, wbits=-_WINDOW)
        until = min(at + _PIECE, end)
        yield until, deflate.compress(payload[at:until]) + deflate.flush(zlib.Z_SYNC_FLUSH)


class SharedDeflate(PerMessageDeflate):
    """Decompresses what is received, and leaves what is sent as it is."""

    def encode(self, frame: Frame) -> Frame:
        return frame


class SharedDeflateFactory(ServerPerMessageDeflateFactory):
    """Accepts a client's offer of permessage-deflate when it needs no state between messages."""

    def __init__(self) -> None:
        super().__init__(server_no_context_takeover=True, client_no_context_takeover=True)

    def process_request_params(
        self, params: Sequence[ExtensionParameter], accepted_extensions: Sequence[Extension]
    ) -> tuple[list[ExtensionParameter], PerMessageDeflate]:
        agreed, made = super().process_request_params(params, accepted_extensions)
        if made.local_max_window_bits != _WINDOW:
            raise NegotiationError("shared frames need the largest window")
        return agreed, SharedDeflate(True, True, made.remote_max_window_bits, made.local_max_window_bits)
