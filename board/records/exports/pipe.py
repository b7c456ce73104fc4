"""Framing on the pipes between the server and its typesetting process: a length of four bytes, then the content.

A request is two frames: `{"renderer", "link", "seconds", "language"}` and the record, both as JSON. A response is two
frames as well: `{"memory", "failed"}` as JSON and the file. A process that is ready sends one response without a file.
"""

import struct

LENGTH = struct.Struct("!I")
MOST_BYTES = 64 * 2**20
"""bytes of one frame in either direction; the largest file that was measured has 24 MB"""


def frames(*contents: bytes) -> bytes:
    """Encodes each content as a frame."""
    return b"".join(part for content in contents for part in (LENGTH.pack(len(content)), content))


def length(head: bytes) -> int:
    """Decodes the length of a frame. Raises ValueError above the limit."""
    (size,) = LENGTH.unpack(head)
    if size > MOST_BYTES:
        raise ValueError("a frame is too large")
    return int(size)
