"""Rows in memory that know what of them is not stored yet."""

from collections.abc import ItemsView, Iterator, KeysView, MutableMapping, ValuesView
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class ChangeTracker(MutableMapping[K, V]):
    """A dictionary that remembers which keys were touched, and whether all rows have to be rewritten.

    `rewrite()` is how the order of insertion is forgotten: the rows are deleted and inserted again in random order.
    """

    def __init__(self) -> None:
        self._rows: dict[K, V] = {}
        self.changed: set[K] = set()
        self._new: set[K] = set()
        self.rewritten = False

    def load(self, rows: dict[K, V]) -> None:
        """What the database holds now."""
        self._rows = rows
        self.stored()

    def stored(self) -> None:
        """Everything is in the database."""
        self.changed.clear()
        self._new.clear()
        self.rewritten = False

    def rewrite(self) -> None:
        """Write all rows again, in random order."""
        self.rewritten = True

    @property
    def dirty(self) -> bool:
        return self.rewritten or bool(self.changed)

    @property
    def outdated(self) -> set[K]:
        """What was touched and has a row in the table that is not right any more."""
        return self.changed - self._new

    def __getitem__(self, key: K) -> V:
        return self._rows[key]

    def __setitem__(self, key: K, value: V) -> None:
        if key not in self._rows and key not in self.changed:
            self._new.add(key)
        self._rows[key] = value
        self.changed.add(key)

    def __delitem__(self, key: K) -> None:
        del self._rows[key]
        self.changed.add(key)

    def clear(self) -> None:
        """Forgets every row, here and in the table."""
        self._rows.clear()
        self.rewritten = True

    def keys(self) -> KeysView[K]:
        return self._rows.keys()

    def values(self) -> ValuesView[V]:
        return self._rows.values()

    def items(self) -> ItemsView[K, V]:
        return self._rows.items()

    def __iter__(self) -> Iterator[K]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
