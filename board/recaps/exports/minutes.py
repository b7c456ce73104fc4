"""Planned and real minutes of each item, as lengths that can be drawn, and what its board decided."""

from typing import NamedTuple

from board.recaps.decided import Decided
from board.recaps.reading import Item


class Bar(NamedTuple):
    item: Item
    planned: int
    """in parts of a hundred of the longest"""
    took: int
    decided: list[Decided]
    """of an item that was a board: it asked what the item was called"""


def bars(items: list[Item], decisions: list[Decided]) -> list[Bar]:
    longest = max((max(one.planned, one.took or 0) for one in items), default=0) or 1
    return [
        Bar(
            one,
            planned=one.planned * 100 // longest,
            took=(one.took or 0) * 100 // longest,
            decided=[found for found in decisions if found.question == one.title],
        )
        for one in items
    ]
