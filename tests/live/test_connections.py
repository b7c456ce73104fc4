"""The connections of one document: who is looked at once a second."""

from collections.abc import Callable

from board.live.connections import NEVER_ASKED, Connection, Connections
from board.live.transport.close_codes import Close
from board.live.transport.frame import Frame
from board.live.transport.send_queue import Reading
from board.people.cookie import Person
from board.protocol.roles import Role


class Queue:
    """Notes when it is looked at, and has a fast path while the reader takes everything."""

    def __init__(self) -> None:
        self.looks = 0
        self.blocked = False
        self.closed = False

    @property
    def fast_path(self) -> Callable[[bytes], object] | None:
        return None if self.blocked or self.closed else self._write

    def _write(self, _: bytes) -> None:
        """Takes everything."""

    def send(self, frame: Frame, *, reserved: bool = False) -> None:
        """Takes everything."""

    async def reserve(self) -> None:
        """There is always a place."""

    def close(self, code: Close = Close.TOO_SLOW) -> None:
        self.closed = True

    def check_timeout(self, now: float) -> None:
        self.looks += 1

    def run(self, reading: Reading) -> Reading:
        return reading


def opened(connections: Connections, name: str) -> tuple[Connection, Queue]:
    queue = Queue()
    connection = Connection(Person(name, {}), Role.PARTICIPANT, queue)
    connections.enter(connection)
    return connection, queue


def synced(connections: Connections, name: str) -> Queue:
    connection, queue = opened(connections, name)
    connection.asked = True
    connections.sync(connection)
    return queue


def test_a_reader_that_takes_everything_is_not_looked_at() -> None:
    connections = Connections()
    quick, slow = synced(connections, "quick"), synced(connections, "slow")
    connections.check_timeouts(1.0)
    slow.blocked = True
    connections.reroute()
    connections.check_timeouts(2.0)
    connections.check_timeouts(3.0)
    assert (quick.looks, slow.looks) == (0, 2)
    slow.blocked = False
    connections.reroute()
    connections.check_timeouts(4.0)
    assert (quick.looks, slow.looks) == (0, 2)


def test_whoever_comes_and_never_asks_is_disconnected_beside_readers_that_take_everything() -> None:
    connections = Connections()
    quick = synced(connections, "quick")
    connections.check_timeouts(1.0)
    _, silent = opened(connections, "silent")
    connections.check_timeouts(NEVER_ASKED)
    assert not silent.closed
    connections.check_timeouts(NEVER_ASKED + 0.1)
    assert (silent.closed, quick.closed) == (True, False)


def test_who_has_yet_to_ask_for_a_new_epoch_is_looked_at() -> None:
    connections = Connections()
    reader = synced(connections, "reader")
    connections.check_timeouts(1.0)
    connections.unsync()
    connections.check_timeouts(NEVER_ASKED + 1)
    assert (reader.looks, reader.closed) == (1, False)
