"""The server's pen: the only writer of a board's document.

`Canvas` keeps a plain mirror beside the Yjs document, so rules read ordinary dictionaries. All writes of one batch
happen inside one `change()`, which yields the update to log and send. Validate first, and throw the canvas away
(`Canvas(log)`) when a batch fails.
"""

import random
from collections.abc import Iterable

from pycrdt import Map

from board.canvas import vectors
from board.canvas.document import ROOTS, Json, Root
from board.canvas.yjs import YjsDocument

_shuffle = random.SystemRandom().shuffle


class Canvas(YjsDocument):
    """One document of one epoch."""

    def __init__(self, updates: Iterable[bytes] = ()) -> None:
        super().__init__(updates)
        self._maps: dict[Root, Map[Json]] = {root: self._doc.get(root, type=Map) for root in ROOTS}
        self._mirror: dict[Root, dict[str, Json]] = {
            root: {key: whole(value) for key, value in (shared.to_py() or {}).items()}
            for root, shared in self._maps.items()
        }
        self.tombstones = sum(vectors.decode(self._doc.get_state()).values()) - sum(map(len, self._mirror.values()))
        """values that were replaced or deleted: what is left of them stays in the state for as long as the document"""

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
