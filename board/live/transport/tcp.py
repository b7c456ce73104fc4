"""What is asked of the kernel for a TCP connection."""

import socket
import struct
from asyncio import BaseTransport, Transport

MAX_UNSENT = 128 * 1024
"""bytes that the kernel buffers for a reader beyond what is in flight"""
_RESET = struct.pack("ii", 1, 0)


def reset(transport: Transport) -> None:
    """Resets a connection at once and drops what was not sent.

    After a plain close the kernel would go on offering the bytes that the client does not take.
    """
    if (used := transport.get_extra_info("socket")) is not None:
        used.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
    transport.abort()


def limit_kernel_buffer(transport: BaseTransport) -> None:
    """The kernel would buffer megabytes for a reader that takes nothing, and hide that from the server."""
    used, option = transport.get_extra_info("socket"), getattr(socket, "TCP_NOTSENT_LOWAT", None)
    if option is not None and used is not None and used.family in (socket.AF_INET, socket.AF_INET6):
        used.setsockopt(socket.IPPROTO_TCP, option, MAX_UNSENT)
