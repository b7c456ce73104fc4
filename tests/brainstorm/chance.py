"""Tests whether one order reveals another. The bounds are so wide that chance exceeds them once in a million."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

MOST_SUCCESSIONS = 14
"""two are to be expected of any length; an order that was kept has as many as it is long"""


def neighbours(order: Sequence[str], author: Mapping[str, str]) -> int:
    """How many neighbours have the same author."""
    return sum(author[one] == author[next_one] for one, next_one in pairwise(order))


def successions(order: Sequence[str], before: Sequence[str]) -> int:
    """How many neighbours were neighbours before, in either direction."""
    place = {key: at for at, key in enumerate(before)}
    return sum(abs(place[one] - place[next_one]) == 1 for one, next_one in pairwise(order))


def correlation(order: Sequence[str], before: Sequence[str]) -> float:
    """Spearman's rank correlation."""
    place = {key: at for at, key in enumerate(before)}
    n = len(order)
    return 1 - 6 * sum((at - place[key]) ** 2 for at, key in enumerate(order)) / (n * (n * n - 1))


def tells_nothing(order: Sequence[str], before: Sequence[str], author: Mapping[str, str]) -> bool:
    """Whether this order, of at least 24 things by people with a block each, could be any order."""
    assert sorted(order) == sorted(before)
    assert len(order) >= 24
    n, people = len(order), len(set(author.values()))
    expected = n / people - 1
    return (
        abs(correlation(order, before)) < min(5 / (n - 1) ** 0.5, 0.95)
        and neighbours(order, author) < expected + 5 * (expected * (1 - 1 / people)) ** 0.5
        and successions(order, before) < MOST_SUCCESSIONS
    )
