"""Ports for servers that are processes of their own and that start again at the same address."""

import itertools
import os
import socket

FIRST, BEYOND = 10_000, 32_768
"""Linux hands out the ports from 32768 on (ip_local_port_range), macOS and Windows those from 49152 on"""
APART = 1009
"""processes that were started one after the other begin far from each other"""

_next = itertools.count(os.getpid() * APART)


def free_port() -> int:
    """A port at which nobody listens, and that no other test gets before the server listens at it.

    The system gives a port that it chose, and that was released, to the next connection of a test beside: the server
    then fails to start while somebody else answers at its address.
    """
    for number in _next:
        port = FIRST + number % (BEYOND - FIRST)
        try:
            socket.create_server(("127.0.0.1", port)).close()
        except OSError:
            continue
        return port
    raise AssertionError
