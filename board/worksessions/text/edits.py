"""What turns one text into another, as edits that leave alone what stays: lines first, then words in changed lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from board.canvas.co_written import Edit
from board.markdown.comparing import Budget, changed

MOST_PARTS = 4000
"""lines or words that are compared; more are replaced whole, since each edit takes its time in the shared text"""

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"\w+|\W")


def edits(before: str, after: str) -> list[Edit]:
    """The edits, ascending. Positions are code points of the text before."""
    budget = Budget()
    return [
        Edit(start + at, start + at + len(gone), came)
        for start, old, new in _changed(before, after, _LINE, budget)
        for at, gone, came in _changed(old, new, _WORD, budget)
    ]


def _changed(before: str, after: str, part: re.Pattern[str], budget: Budget) -> Iterator[tuple[int, str, str]]:
    """Where something else stands: its position, what stood there, and what stands there now."""
    old, new = part.findall(before), part.findall(after)
    same = _common(old, new)
    behind = _common(old[same:][::-1], new[same:][::-1])
    old_middle, new_middle = old[same : len(old) - behind], new[same : len(new) - behind]
    at = sum(map(len, old[:same]))
    if len(old_middle) + len(new_middle) > MOST_PARTS:
        yield at, "".join(old_middle), "".join(new_middle)
        return
    starts = list(accumulate(map(len, old_middle), initial=at))
    for i, j, k, m in changed(old_middle, new_middle, budget):
        yield starts[i], "".join(old_middle[i:j]), "".join(new_middle[k:m])


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many parts at the beginning are the same."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (mine, theirs) in enumerate(pairs) if mine != theirs), min(len(one), len(other)))
