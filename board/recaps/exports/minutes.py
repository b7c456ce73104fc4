"""Planned and real minutes of each item, as lengths that can be drawn."""

from typing import NamedTuple

from board.recaps.reading import Item


class Bar(NamedTuple):
    item: Item
    planned: int
    """in parts of a hundred of the longest"""
    took: int


def bars(items: list[Item]) -> list[Bar]:
    longest = max((max(one.planned, one.took or 0) for one in items), default=0) or 1
    return [Bar(one, one.planned * 100 // longest, (one.took or 0) * 100 // longest) for one in items]
