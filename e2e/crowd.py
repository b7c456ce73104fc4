"""People without a browser who have the board open at the same time, so that they are counted."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from threading import Thread

from websockets.exceptions import ConnectionClosed
from websockets.sync.connection import Connection

from e2e.api import Api


@contextmanager
def in_the_room(people: Sequence[Api]) -> Iterator[None]:
    """They are here for as long as the block lasts, and take what the server sends as a page does."""
    with ExitStack() as stack:
        for person in people:
            # A reader that takes nothing is disconnected.
            Thread(target=_read, args=(stack.enter_context(person.attends()),), daemon=True).start()
        yield


def _read(connection: Connection) -> None:
    with suppress(ConnectionClosed):
        for _ in connection:
            pass
