"""The server's pen: the only writer of a board's document.

`Canvas` keeps a typed mirror beside the Yjs document, so rules read ordinary values. All writes of one batch happen
inside one `change()`, which yields the update to log and send. Validate first, and throw the canvas away
(`Canvas(log)`) when a batch fails.
"""

import random
from collections.abc import Iterable
from typing import Literal, Unpack, overload

import msgspec
from pycrdt import Map

from board.canvas import vectors
from board.canvas.yjs import YjsDocument
from board.protocol.document import (
    MAP_ROOTS,
    WORDLESS,
    BoardDocument,
    ClusterEntry,
    MapRoot,
    MergeEntry,
    Meta,
    MetaFields,
    NumberRoot,
    Place,
    TextRoot,
)

_shuffle = random.SystemRandom().shuffle

Root = MapRoot | Literal["meta"]
ROOTS: tuple[Root, ...] = (*MAP_ROOTS, "meta")


class Canvas(YjsDocument):
    """One document of one epoch."""

    def __init__(self, updates: Iterable[bytes] = ()) -> None:
        super().__init__(updates)
        self._maps: dict[Root, Map[object]] = {root: self._doc.get(root, type=Map) for root in ROOTS}
        plain = {root: _whole_values(shared) for root, shared in self._maps.items()}
        self.document = msgspec.convert(plain, BoardDocument)
        """The typed mirror of all roots. Read it; write through `put`, `put_meta` and `drop`."""
        self._values: dict[Root, dict[str, object]] = {root: getattr(self.document, root) for root in MAP_ROOTS}
        self._values["meta"] = {
            key: getattr(self.document.meta, key) for key in plain["meta"] if key in Meta.__struct_fields__
        }
        self.tombstones = sum(vectors.decode(self._doc.get_state()).values()) - sum(map(len, self._values.values()))
        """values that were replaced or deleted: what is left of them stays in the state for as long as the document"""

    def plain(self, root: Root) -> dict[str, object]:
        """The values of a root as JSON has them, as every replica reads them."""
        return {key: _plain(value) for key, value in self._values[root].items()}

    @overload
    def put(self, root: TextRoot, key: str, value: str) -> None: ...
    @overload
    def put(self, root: NumberRoot, key: str, value: int) -> None: ...
    @overload
    def put(self, root: Literal["places"], key: str, value: Place) -> None: ...
    @overload
    def put(self, root: Literal["clusters"], key: str, value: ClusterEntry) -> None: ...
    @overload
    def put(self, root: Literal["merges"], key: str, value: MergeEntry) -> None: ...
    def put(self, root: MapRoot, key: str, value: object) -> None:
        """Sets a key, if the value differs from what is there."""
        self._put(root, key, value)

    def put_meta(self, **fields: Unpack[MetaFields]) -> None:
        """Sets fields of `meta`, those that differ."""
        for key, value in fields.items():
            self._put("meta", key, value)
        self.document.meta = Meta(**self._values["meta"])  # type: ignore[arg-type]

    def _put(self, root: Root, key: str, value: object) -> None:
        values = self._values[root]
        if key in values and values[key] == value and type(values[key]) is type(value):
            return
        self.erased |= key in values and root not in WORDLESS
        self.tombstones += key in values
        values[key] = value
        self._maps[root][key] = _plain(value)

    def drop(self, root: MapRoot, key: str) -> None:
        """Removes a key, if it is there."""
        if self._values[root].pop(key, _MISSING) is not _MISSING:
            self.erased |= root not in WORDLESS
            self.tombstones += 1
            del self._maps[root][key]

    def copied_document(self) -> BoardDocument:
        """A copy that a thread may read while the document changes.

        It is shallow, because a value of the document is replaced and never changed.
        """
        roots = {root: dict(self._values[root]) for root in MAP_ROOTS}
        return BoardDocument(**roots, meta=self.document.meta)  # type: ignore[arg-type]

    def shuffled(self) -> "Canvas":
        """A fresh document with the same content, written in random order under a new client id."""
        fresh = Canvas()
        keys = list({key for root in ROOTS for key in self._values[root]})
        _shuffle(keys)
        with fresh.change():
            # All roots of one key together: an id that stands three times in a row packs well.
            for key in keys:
                for root in ROOTS:
                    if key in self._values[root]:
                        fresh._put(root, key, self._values[root][key])
            fresh.put_meta()
        return fresh


def whole(value: object) -> object:
    """Undoes the float that every number becomes in the CRDT: a board holds integers only."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: whole(item) for key, item in value.items()}
    if isinstance(value, list):
        return [whole(item) for item in value]
    return value


def _whole_values(shared: Map[object]) -> dict[str, object]:
    return {key: whole(value) for key, value in (shared.to_py() or {}).items()}


def _plain(value: object) -> object:
    """A value as JSON has it, without shapes and tuples."""
    return value if type(value) in _SCALARS else msgspec.json.decode(msgspec.json.encode(value))


_MISSING = object()
_SCALARS = frozenset({str, int, bool, type(None)})
