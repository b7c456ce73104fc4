"""The server's pen: the only writer of a board's document.

`Canvas` keeps a plain mirror beside the Yjs document, so rules read ordinary dictionaries. All writes of one batch
happen inside one `change()`, which yields the update to log and send. pycrdt commits a transaction even when its block
raises: validate first, and throw the canvas away (`Canvas(log)`) when a batch fails.
"""

import random
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from pycrdt import Doc, Map, TransactionEvent

from board.canvas import vectors
from board.canvas.document import ROOTS, Json, Root

_shuffle = random.SystemRandom().shuffle


class Canvas:
    """One document of one epoch. The client id is random for each object, so no two histories share one."""

    def __init__(self, updates: Iterable[bytes] = ()) -> None:
        self._doc: Doc[Map[Json]] = Doc()
        self._maps: dict[Root, Map[Json]] = {root: self._doc.get(root, type=Map) for root in ROOTS}
        for update in updates:
            self._doc.apply_update(update)
        self._mirror: dict[Root, dict[str, Json]] = {
            root: {key: whole(value) for key, value in (shared.to_py() or {}).items()}
            for root, shared in self._maps.items()
        }
        self.tombstones = sum(vectors.decode(self._doc.get_state()).values()) - sum(map(len, self._mirror.values()))
        """values that were replaced or deleted: what is left of them stays in the state for as long as the document"""
        self.erased = False
        """the last change took back or replaced words: what was encoded before it must not be sent again"""
        self._vector: bytes | None = None
        self._clocks: vectors.Clocks = {}
        """the same, decoded; empty until somebody is compared with it"""

    def root(self, root: Root) -> dict[str, Json]:
        """The plain mirror of a root. Read it; write through `put` and `drop`."""
        return self._mirror[root]

    def meta(self, key: str) -> Json:
        """One field of `meta`, None when it was never set."""
        return self._mirror["meta"].get(key)

    def put(self, root: Root, key: str, value: Json) -> None:
        """Sets a key, if the value differs from what is there."""
        mirror = self._mirror[root]
        if key in mirror and mirror[key] == value and type(mirror[key]) is type(value):
            return
        self.erased |= key in mirror and root not in _WORDLESS
        self.tombstones += key in mirror
        mirror[key] = value
        self._maps[root][key] = value

    def drop(self, root: Root, key: str) -> None:
        """Removes a key, if it is there."""
        if self._mirror[root].pop(key, _MISSING) is not _MISSING:
            self.erased |= root not in _WORDLESS
            self.tombstones += 1
            del self._maps[root][key]

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

    def shuffled(self) -> "Canvas":
        """A fresh document with the same content, written in random order under a new client id."""
        fresh = Canvas()
        keys = list({key for root in ROOTS for key in self._mirror[root]})
        _shuffle(keys)
        with fresh.change():
            # All roots of one key together: an id that stands three times in a row packs well.
            for key in keys:
                for root in ROOTS:
                    if key in self._mirror[root]:
                        fresh.put(root, key, self._mirror[root][key])
        return fresh


def whole(value: Json) -> Json:
    """Undoes the float that every number becomes in the CRDT: a board holds integers only."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: whole(item) for key, item in value.items()}
    if isinstance(value, list):
        return [whole(item) for item in value]
    return value


_MISSING = object()
_WORDLESS = frozenset[Root]({"numbers", "places"})
_NOTHING = b"\0\0"
