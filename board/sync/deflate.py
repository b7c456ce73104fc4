"""permessage-deflate for bytes that many readers get: compressed once, not once a reader.

Compressing each message for each connection doubled the cost of a change and keeps a window of memory a connection.
Here the protocol compresses nothing on the way out; a large frame is packed once (`packed`) and its bytes are shared.
Without context takeover every message stands alone (RFC 7692, section 7.1.1), so both kinds may follow each other.
"""

import zlib
from collections.abc import Sequence

from websockets.exceptions import NegotiationError
from websockets.extensions.base import Extension
from websockets.extensions.permessage_deflate import PerMessageDeflate, ServerPerMessageDeflateFactory
from websockets.frames import Frame
from websockets.typing import ExtensionParameter

_WINDOW = 15
_TAIL = b"\0\0\xff\xff"


def packed(payload: bytes) -> bytes:
    """The payload of one compressed message (RFC 7692, section 7.2.1)."""
    deflate = zlib.compressobj(1, wbits=-_WINDOW)
    return (deflate.compress(payload) + deflate.flush(zlib.Z_SYNC_FLUSH)).removesuffix(_TAIL)


class Shared(PerMessageDeflate):
    """Reads compressed messages, and leaves what it sends as it is."""

    def encode(self, frame: Frame) -> Frame:
        return frame


class SharedDeflate(ServerPerMessageDeflateFactory):
    """Takes a client's offer of permessage-deflate when it needs no state between messages."""

    def __init__(self) -> None:
        super().__init__(server_no_context_takeover=True, client_no_context_takeover=True)

    def process_request_params(
        self, params: Sequence[ExtensionParameter], accepted_extensions: Sequence[Extension]
    ) -> tuple[list[ExtensionParameter], PerMessageDeflate]:
        agreed, made = super().process_request_params(params, accepted_extensions)
        if made.local_max_window_bits != _WINDOW:
            raise NegotiationError("the shared bytes need the whole window")
        return agreed, Shared(True, True, made.remote_max_window_bits, made.local_max_window_bits)
