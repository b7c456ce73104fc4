"""Which changed line is which: lines that share half of their words are one line that was changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from board.markdown.comparing import Budget
from board.markdown.rows import Row
from board.markdown.words import is_word, words_of

ALIKE = 0.5
"""how much of their words two lines share to be one"""


def paired(old: Sequence[Row], new: Sequence[Row], budget: Budget) -> Iterator[tuple[Row | None, Row | None]]:
    """Lines that went and came, in order; both where one became the other."""
    pairs = [(-1, -1), *_pairs(old, new, budget), (len(old), len(new))]
    for (i, j), (next_i, next_j) in pairwise(pairs):
        yield from ((row, None) for row in old[i + 1 : next_i])
        yield from ((None, row) for row in new[j + 1 : next_j])
        if next_i < len(old):
            yield old[next_i], new[next_j]


def _pairs(old: Sequence[Row], new: Sequence[Row], budget: Budget) -> list[tuple[int, int]]:
    """The pairs that share most, in one order; none where looking for them would take too long."""
    if not old or not new or len(old) * len(new) > budget.left:
        return []
    mine, theirs = [_words(row) for row in old], [_words(row) for row in new]
    steps = len(new) * sum(map(len, mine)) + len(old) * len(new)
    if steps > budget.left:
        return []
    budget.take(steps)
    alike = [[_alike(one, other) for other in theirs] for one in mine]
    return _best(alike)


def _words(row: Row) -> Counter[str]:
    words = words_of(row.text)
    # A line of signs alone has no words.
    return Counter(filter(is_word, words)) or Counter(words)


def _alike(one: Counter[str], other: Counter[str]) -> float:
    both = one.total() + other.total()
    shared = sum(min(count, other[word]) for word, count in one.items())
    share = 2 * shared / both if both else 1.0
    return share if share >= ALIKE else 0.0


def _best(alike: list[list[float]]) -> list[tuple[int, int]]:
    """The pairs of one order with the highest sum."""
    rows, columns = len(alike), len(alike[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            both = best[i + 1][j + 1] + alike[i][j]
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    found, i, j = list[tuple[int, int]](), 0, 0
    while i < rows and j < columns:
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
