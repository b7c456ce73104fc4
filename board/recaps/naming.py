"""Which people are named in what others typed: readers of a recap will see it."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from board.records.canonical import Json

_NOT_TYPED = frozenset(
    {"format", "kind", "decision", "follows", "task", "sha256", "verdict", "origin", "state", "role"}
)


class Named(NamedTuple):
    """A name, and how often it stands there."""

    name: str
    times: int


def typed_names(record: Json, names: Iterable[str]) -> list[Named]:
    """The names that stand in typed words of the record, the longest first."""
    words = "\n".join(_typed(record))
    counted = (Named(name, _times(name, words)) for name in sorted(set(names), key=lambda one: (-len(one), one)))
    return [one for one in counted if one.times]


def _typed(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for inner, one in value.items():
            yield from _typed(one, inner)
    elif isinstance(value, list):
        for one in value:
            yield from _typed(one, key)
    elif isinstance(value, str) and key not in _NOT_TYPED:
        yield value


def _times(name: str, words: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE)) if name.strip() else 0
