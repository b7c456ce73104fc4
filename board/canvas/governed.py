"""A governed document: the server alone writes it, and a typed mirror stands beside the Yjs document.

Rules read ordinary values. All writes of one batch happen inside one `change()`, which yields the update to log and
send. Validate first, and throw the document away when a batch fails.
"""

import random
from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar, Generic, Self, TypeVar, cast, get_type_hints

import msgspec
from msgspec import Struct
from pycrdt import Map, MapEvent

from board.canvas import vectors
from board.canvas.yjs import YjsDocument

D = TypeVar("D", bound=Struct)
META = "meta"
"""the root that is one value and not many: its keys are fields of a struct"""

_shuffle = random.SystemRandom().shuffle


class GovernedDocument(YjsDocument, Generic[D]):
    """One document of one epoch. A kind of document names its shape, whose fields are the roots."""

    shape: ClassVar[type[Struct]]
    wordless: ClassVar[frozenset[str]] = frozenset()
    """roots that hold nothing that a person wrote: what is replaced in them need not be erased"""

    def __init__(self, updates: Iterable[bytes] = ()) -> None:
        super().__init__(updates)
        self._maps: dict[str, Map[object]] = {root: self._doc.get(root, type=Map) for root in self.roots()}
        plain = {root: _whole_values(shared) for root, shared in self._maps.items()}
        self.document = cast("D", msgspec.convert(plain, self.shape))
        """The typed mirror of all roots. Read it; write through the methods."""
        self._values = {root: self._read(self.document, plain, root) for root in self.roots()}
        self.tombstones = self._count_tombstones()
        """values that were replaced or deleted: what is left of them stays in the state for as long as the document"""

    def _count_tombstones(self) -> int:
        return sum(vectors.decode(self._doc.get_state()).values()) - sum(map(len, self._values.values()))

    @classmethod
    def _read(cls, document: Struct, plain: Mapping[str, Mapping[str, object]], root: str) -> dict[str, object]:
        """The typed values of a root, in `meta` of the fields that the shape knows."""
        if root != META:
            return cast("dict[str, object]", getattr(document, root))
        known, meta = get_type_hints(cls.shape)[META].__struct_fields__, getattr(document, META)
        return {key: getattr(meta, key) for key in plain[META] if key in known}

    @classmethod
    def roots(cls) -> tuple[str, ...]:
        """The names of the roots, in the order of declaration."""
        return cls.shape.__struct_fields__

    def plain(self, root: str) -> dict[str, object]:
        """The values of a root as JSON has them, as every replica reads them."""
        return {key: _plain(value) for key, value in self._values[root].items()}

    def write(self, root: str, key: str, value: object) -> None:
        """Sets a key of a root, if the value differs from what is there."""
        values = self._values[root]
        if key in values and values[key] == value and type(values[key]) is type(value):
            return
        self.erased |= key in values and root not in self.wordless
        self.tombstones += key in values
        values[key] = value
        self._maps[root][key] = _plain(value)

    def write_meta(self, fields: Iterable[tuple[str, object]]) -> None:
        """Sets fields of `meta`, those that differ."""
        for key, value in fields:
            self.write(META, key, value)
        setattr(self.document, META, type(getattr(self.document, META))(**self._values[META]))

    def erase(self, root: str, key: str) -> None:
        """Removes a key of a root, if it is there."""
        if self._values[root].pop(key, _MISSING) is not _MISSING:
            self.erased |= root not in self.wordless
            self.tombstones += 1
            del self._maps[root][key]

    def follow(self, updates: Iterable[bytes]) -> None:
        """Applies what another process has stored that writes the document as well, and mirrors it."""
        changed = self._apply_observed(updates)
        self._vector, self._clocks = None, {}
        for root, keys in changed.items():
            there = self._maps[root]
            plain: dict[str, dict[str, object]] = {one: {} for one in self.roots()}
            plain[root] = {key: whole(there[key]) for key in keys if key in there}
            read = self._read(msgspec.convert(plain, self.shape), plain, root)
            values = self._values[root]
            for key in keys:
                values.pop(key, None)
            values.update(read)
        self.write_meta(())
        self.tombstones = self._count_tombstones()

    def _apply_observed(self, updates: Iterable[bytes]) -> dict[str, set[str]]:
        """Root → its keys that the updates set or removed."""
        changed: dict[str, set[str]] = {root: set() for root in self._maps}
        # Not for longer than this: the library never frees a document that is observed.
        observing = [shared.observe(_noting(changed[root])) for root, shared in self._maps.items()]
        try:
            for update in updates:
                self.apply(update)
        finally:
            for shared, one in zip(self._maps.values(), observing, strict=True):
                shared.unobserve(one)
        return {root: keys for root, keys in changed.items() if keys}

    def copied_document(self) -> D:
        """A copy that a thread may read while the document changes.

        It is shallow, because a value of the document is replaced and never changed.
        """
        values = {root: getattr(self.document, root) for root in self.roots()}
        return type(self.document)(**{root: dict(of) if isinstance(of, dict) else of for root, of in values.items()})

    def shuffled(self) -> Self:
        """A fresh document with the same content, written in random order under a new client id."""
        fresh = type(self)()
        keys = list({key for values in self._values.values() for key in values})
        _shuffle(keys)
        with fresh.change():
            # All roots of one key together: an id that stands three times in a row packs well.
            for key in keys:
                for root, values in self._values.items():
                    if key in values:
                        fresh.write(root, key, values[key])
            fresh.write_meta(())
        return fresh


def _noting(keys: set[str]) -> Callable[[MapEvent], None]:
    def note(event: MapEvent) -> None:
        keys.update(event.keys)  # type: ignore[attr-defined]

    return note


def whole(value: object) -> object:
    """Undoes the float that every number becomes in the CRDT, where it is a whole one."""
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
