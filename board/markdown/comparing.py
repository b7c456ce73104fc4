"""Which parts of a sequence became which others, in a bounded number of steps.

Parts that stand once in both sequences are anchors, as in patience diff: a text that was largely rewritten keeps its
order, and nothing is compared with what is far from it. Between anchors the fewest changes are searched with Myers'
algorithm, as long as the budget lasts; what is left then is replaced whole.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

MOST_STEPS = 250_000
"""comparisons of one search, which takes a few tenths of a second"""
MOST_EDITS = 500
"""parts that may go or come between two anchors: what the search remembers is the square of that"""


class Span(NamedTuple):
    """The parts `start:end` of the old sequence became the parts `new_start:new_end` of the new one."""

    start: int
    end: int
    new_start: int
    new_end: int


class Budget:
    """The comparisons that are left; several searches may share them."""

    def __init__(self, steps: int = MOST_STEPS) -> None:
        self.left = steps

    def take(self, steps: int) -> bool:
        """Whether as many were left."""
        self.left -= steps
        return self.left >= 0


def changed(old: Sequence[str], new: Sequence[str], budget: Budget | None = None) -> list[Span]:
    """Where something else stands, ascending; between two spans stands what is the same."""
    budget = budget or Budget()
    found: list[Span] = []
    for gap in _gaps(old, new):
        for span in _in_gap(old, new, _trimmed(old, new, gap), budget):
            if found and (found[-1].end, found[-1].new_end) == (span.start, span.new_start):
                span = Span(found[-1].start, span.end, found[-1].new_start, span.new_end)
                found.pop()
            found.append(span)
    return found


def _gaps(old: Sequence[str], new: Sequence[str]) -> Iterator[Span]:
    """What lies between the anchors, and before the first and behind the last."""
    whole = _trimmed(old, new, Span(0, len(old), 0, len(new)))
    ends = [(whole.start - 1, whole.new_start - 1), *_anchors(old, new, whole), (whole.end, whole.new_end)]
    for (before, new_before), (behind, new_behind) in pairwise(ends):
        yield Span(before + 1, behind, new_before + 1, new_behind)


def _trimmed(old: Sequence[str], new: Sequence[str], span: Span) -> Span:
    """The span without what is the same at its beginning and its end."""
    start, end, new_start, new_end = span
    while start < end and new_start < new_end and old[start] == new[new_start]:
        start, new_start = start + 1, new_start + 1
    while start < end and new_start < new_end and old[end - 1] == new[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    return Span(start, end, new_start, new_end)


def _anchors(old: Sequence[str], new: Sequence[str], span: Span) -> list[tuple[int, int]]:
    """Pairs of places at which the same part stands, once on each side: the longest series in one order."""
    mine, theirs = old[span.start : span.end], new[span.new_start : span.new_end]
    counts, new_counts = Counter(mine), Counter(theirs)
    places = {part: at for at, part in enumerate(theirs) if new_counts[part] == 1}
    pairs = [(at, places[part]) for at, part in enumerate(mine) if counts[part] == 1 and part in places]
    return [(span.start + one, span.new_start + other) for one, other in _ascending(pairs)]


def _ascending(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest series of pairs that ascends on both sides; the first numbers ascend already."""
    tops: list[int] = []
    at_top: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        before.append(at_top[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [place]
        at_top[pile : pile + 1] = [number]
    series: list[tuple[int, int]] = []
    number = at_top[-1] if at_top else -1
    while number >= 0:
        series.append(pairs[number])
        number = before[number]
    return series[::-1]


def _in_gap(old: Sequence[str], new: Sequence[str], gap: Span, budget: Budget) -> list[Span]:
    start, end, new_start, new_end = gap
    if start == end and new_start == new_end:
        return []
    if start == end or new_start == new_end:
        return [gap]
    matched = _myers(old[start:end], new[new_start:new_end], budget)
    if matched is None:
        return [gap]
    ends = [(-1, -1), *matched, (end - start, new_end - new_start)]
    return [
        Span(start + i + 1, start + j, new_start + k + 1, new_start + m)
        for (i, k), (j, m) in pairwise(ends)
        if j > i + 1 or m > k + 1
    ]


def _myers(old: Sequence[str], new: Sequence[str], budget: Budget) -> list[tuple[int, int]] | None:
    """Pairs of places with the same part, as many as can be; None when that takes too long."""
    furthest = {1: 0}
    trace: list[dict[int, int]] = []
    for edits in range(min(len(old) + len(new), MOST_EDITS) + 1):
        if not budget.take(edits + 1):
            return None
        trace.append(furthest.copy())
        for diagonal in range(-edits, edits + 1, 2):
            at = _step(furthest, diagonal, edits)
            start = at
            while at < len(old) and at - diagonal < len(new) and old[at] == new[at - diagonal]:
                at += 1
            if not budget.take(at - start):
                return None
            furthest[diagonal] = at
            if at >= len(old) and at - diagonal >= len(new):
                return _walked_back(trace, len(old), len(new))
    return None


def _step(furthest: dict[int, int], diagonal: int, edits: int) -> int:
    """How far into the old sequence one more edit leads on a diagonal."""
    comes = diagonal == -edits or (diagonal != edits and furthest[diagonal - 1] < furthest[diagonal + 1])
    return furthest[diagonal + 1] if comes else furthest[diagonal - 1] + 1


def _walked_back(trace: list[dict[int, int]], at: int, new_at: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for edits in range(len(trace) - 1, -1, -1):
        furthest, diagonal = trace[edits], at - new_at
        start = _step(furthest, diagonal, edits)
        pairs += [(place, place - diagonal) for place in range(at - 1, start - 1, -1)]
        comes = diagonal == -edits or (diagonal != edits and furthest[diagonal - 1] < furthest[diagonal + 1])
        came_from = diagonal + 1 if comes else diagonal - 1
        at = furthest.get(came_from, 0)
        new_at = at - came_from
    return pairs[::-1]
