"""A message to any number of readers, encoded once as a websocket frame and compressed at most once."""

from board.live.transport.deflate import Compressed, compress

MIN_COMPRESSIBLE = 4096
"""bytes from which compression is worth its time"""
_BINARY, _COMPRESSED, _LENGTH_16, _LENGTH_64 = 0x82, 0x40, 126, 127


class Frame:
    """One binary message: its payload, and the same behind a websocket header, plain and compressed."""

    __slots__ = ("_compressed", "_pieces", "_previous", "compressible", "encoded", "payload")

    def __init__(self, payload: bytes, previous: "Frame | None" = None, *, compressible: bool = True) -> None:
        """`previous`: an earlier frame with mostly the same payload, whose compressed pieces are reused.

        `compressible`: False keeps a large payload plain, because its compressed length would give it away.
        """
        self.payload = payload
        self.encoded = _header(_BINARY, len(payload)) + payload
        self.compressible = compressible and len(payload) >= MIN_COMPRESSIBLE
        self._previous = previous._pieces if previous else None
        self._pieces: Compressed | None = None
        self._compressed: bytes | None = None

    @property
    def compressed(self) -> bytes:
        """The frame for a reader that negotiated compression, made once; the plain one when it would gain little."""
        if self._compressed is None:
            self._compressed = self._compress() if self.compressible else self.encoded
        return self._compressed

    def _compress(self) -> bytes:
        self._pieces = compress(self.payload, self._previous)
        self._previous = None
        message = self._pieces.message
        return _header(_BINARY | _COMPRESSED, len(message)) + message


def _header(first: int, size: int) -> bytes:
    """RFC 6455, section 5.2: final, binary, not masked; the first reserved bit marks a compressed message."""
    if size < _LENGTH_16:
        return bytes((first, size))
    if size < 1 << 16:
        return bytes((first, _LENGTH_16)) + size.to_bytes(2)
    return bytes((first, _LENGTH_64)) + size.to_bytes(8)
