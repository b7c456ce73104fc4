"""The frames on the pipes between the server and its typesetting process: a length of four bytes, then the content.

A request is two frames: `{"form", "link", "seconds"}` and the record, both as JSON. An answer is two frames as well:
`{"memory", "failed"}` as JSON and the file. The process sends one answer without a file when it is ready.
"""

import struct

LENGTH = struct.Struct("!I")
MOST_BYTES = 64 * 2**20
"""bytes of one frame in either direction; the largest file measured has 24 MB"""


def frames(*contents: bytes) -> bytes:
    """All contents as frames."""
    return b"".join(part for content in contents for part in (LENGTH.pack(len(content)), content))


def length(head: bytes) -> int:
    """The number of bytes that follow. Raises ValueError for more than the pipe carries."""
    (size,) = LENGTH.unpack(head)
    if size > MOST_BYTES:
        raise ValueError("a frame is too large")
    return int(size)
