"""Rows in memory that know what of them is not stored yet."""

from collections.abc import ItemsView, Iterator, MutableMapping, ValuesView
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Ledger(MutableMapping[K, V]):
    """A dictionary that remembers which keys were touched, and whether the table has to be written anew.

    `rewrite()` is how the order of insertion is forgotten: the rows are deleted and inserted again in random order.
    """

    def __init__(self) -> None:
        self._rows: dict[K, V] = {}
        self.touched: set[K] = set()
        self.anew = False

    def load(self, rows: dict[K, V]) -> None:
        """What the database holds now."""
        self._rows = rows
        self.stored()

    def stored(self) -> None:
        """Everything is in the database."""
        self.touched.clear()
        self.anew = False

    def rewrite(self) -> None:
        """Write all rows again, in random order."""
        self.anew = True

    @property
    def dirty(self) -> bool:
        return self.anew or bool(self.touched)

    def __getitem__(self, key: K) -> V:
        return self._rows[key]

    def __setitem__(self, key: K, value: V) -> None:
        self._rows[key] = value
        self.touched.add(key)

    def __delitem__(self, key: K) -> None:
        del self._rows[key]
        self.touched.add(key)

    def clear(self) -> None:
        """Forgets every row, here and in the table."""
        self._rows.clear()
        self.anew = True

    def values(self) -> ValuesView[V]:
        return self._rows.values()

    def items(self) -> ItemsView[K, V]:
        return self._rows.items()

    def __iter__(self) -> Iterator[K]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
