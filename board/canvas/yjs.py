"""A Yjs document on the server: the update that a change makes, and what a replica of it lacks."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from pycrdt import Doc, TransactionEvent

from board.canvas import vectors


class YjsDocument:
    """What every document needs, whoever writes it. The client id is random, so no two histories share one.

    pycrdt commits a transaction even when its block raises: throw the document away when that happens.
    """

    def __init__(self, updates: Iterable[bytes] = ()) -> None:
        self._doc: Doc[Any] = Doc()  # Any: each kind of document has roots of its own
        self.erased = False
        """the last change took back or replaced words: what was encoded before it must not be sent again"""
        self._vector: bytes | None = None
        self._clocks: vectors.Clocks = {}
        """the same, decoded; empty until somebody is compared with it"""
        for update in updates:
            self.apply(update)

    def apply(self, update: bytes) -> None:
        """Applies what somebody else wrote. A malformed update raises, and may make pycrdt panic."""
        self._doc.apply_update(update)

    @contextmanager
    def change(self) -> Iterator[list[bytes]]:
        """One transaction. The yielded list holds its update afterwards, or stays empty when nothing was written."""
        self.erased = False
        made: list[bytes] = []
        updates: list[bytes] = []

        def remember(event: TransactionEvent) -> None:
            updates.append(event.update)

        # Not for longer than this: the library never frees a document that is observed.
        observing = self._doc.observe(remember)
        try:
            with self._doc.transaction():
                yield made
        finally:
            self._doc.unobserve(observing)
            if updates:
                self._vector, self._clocks = None, {}
        made.extend(update for update in updates if update != _NOTHING)

    def state(self) -> bytes:
        """The whole document as one update."""
        return self._doc.get_update()

    @property
    def vector(self) -> bytes:
        """The state vector: the same object until something is written, a deletion included."""
        if self._vector is None:
            self._vector = self._doc.get_state()
        return self._vector

    def behind(self, state_vector: bytes) -> bytes | None:
        """The vector of a replica that has more than half of the document, encoded by us; None for any other."""
        self._clocks = self._clocks or vectors.decode(self.vector)
        theirs = vectors.known(state_vector, self._clocks)
        if theirs is None or 2 * sum(theirs.values()) <= sum(self._clocks.values()):
            return None
        return vectors.encode(theirs)

    def since(self, state_vector: bytes) -> bytes:
        """What a replica with this state vector lacks. Pass vectors that we encoded: others may make pycrdt panic."""
        return self._doc.get_update(state_vector)


_NOTHING = b"\0\0"
