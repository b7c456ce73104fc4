"""The network between a browser and the server, which can fail without closing a connection."""

import contextlib
import socket
import threading
from collections.abc import Iterator

LARGEST = 65536


class Line:
    """Forwards bytes until it is stopped: then the sockets stay open and nothing arrives any more.

    It keeps what each connection sent: an eavesdropper's view without encryption.
    """

    def __init__(self, address: str) -> None:
        host, _, port = address.removeprefix("http://").partition(":")
        self._there = (host, int(port))
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._open: list[socket.socket] = []
        self._dead: set[socket.socket] = set()
        self.talks: list[tuple[bytearray, bytearray]] = []
        """of each connection the bytes from the browser, and those from the server"""
        threading.Thread(target=self._accept, daemon=True).start()

    def goes_dead(self) -> None:
        """All connections of now; those that are opened later work."""
        self._dead.update(self._open)

    def close(self) -> None:
        for one in (self._listening, *self._open):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                far = socket.create_connection(self._there)
                self._open += [near, far]
                asked, answered = bytearray(), bytearray()
                self.talks.append((asked, answered))
                for one, other, said in ((near, far, asked), (far, near, answered)):
                    threading.Thread(target=self._pass_on, args=(one, other, said), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket, said: bytearray) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(LARGEST):
                said += data
                if one not in self._dead:
                    other.sendall(data)
        if one not in self._dead:
            with contextlib.suppress(OSError):
                other.shutdown(socket.SHUT_WR)


@contextlib.contextmanager
def line_to(address: str) -> Iterator[Line]:
    """A line for as long as the block lasts."""
    line = Line(address)
    try:
        yield line
    finally:
        line.close()
