"""What changed from one text to another, as people read it: lines with the words that came and went.

Lines that stayed are folded, except one beside each change and the heading above it. What one answer takes is bounded,
whatever the texts are: where comparing would take too long, lines are shown as removed and added.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct

from board.markdown.comparing import Budget, Span, changed
from board.markdown.lines import Parts, WordCounts, changed_line, whole_line
from board.markdown.pairing import paired
from board.markdown.rows import Row, RowKind, rows_of

CONTEXT = 1
"""lines that are shown before and behind a change"""
MOST_LINES = 2000
"""lines of one answer"""

LineChange = Literal["same", "changed", "added", "removed"]


class Line(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line that is shown."""

    kind: RowKind
    level: int = 0
    change: LineChange = "same"
    reformatted: bool = False
    """the words are the same, and something about how they look is not"""
    parts: Parts
    """words in their order; of `cut`, the number of characters that are left out"""


class Fold(Struct, frozen=True, omit_defaults=True):
    """Lines that stayed and are not shown."""

    same: int


class Changes(Struct, frozen=True, kw_only=True):
    """All that changed, in the order of the text."""

    added: int
    """words"""
    removed: int
    lines: tuple[Line | Fold, ...]
    left_out: int
    """lines that changed and are not shown, since there are very many"""


def changes(before: str, after: str) -> Changes:
    """Compares two texts of any length. May take a few tenths of a second: run it in a thread."""
    old, new = rows_of(before), rows_of(after)
    counts = WordCounts()
    shown = list(_lines(old, new, counts))
    left_out = sum(isinstance(one, Line) and one.change != "same" for one in shown[MOST_LINES:])
    return Changes(added=counts.added, removed=counts.removed, lines=tuple(shown[:MOST_LINES]), left_out=left_out)


def _lines(old: list[Row], new: list[Row], counts: WordCounts) -> Iterator[Line | Fold]:
    budget = Budget()
    spans = changed([row.key for row in old], [row.key for row in new], budget)
    at = 0
    for span in spans:
        yield from _folded(new[at : span.new_start], first=at == 0, last=False)
        yield from _hunk(old, new, span, budget, counts)
        at = span.new_end
    yield from _folded(new[at:], first=not spans, last=True)


def _hunk(old: list[Row], new: list[Row], span: Span, budget: Budget, counts: WordCounts) -> Iterator[Line]:
    gone, came = old[span.start : span.end], new[span.new_start : span.new_end]
    for before, after in paired(gone, came, budget):
        if before and after:
            parts = changed_line(before.text, after.text, budget, counts)
            yield Line(
                kind=after.kind,
                level=after.level,
                change="changed",
                reformatted=before.text == after.text,
                parts=parts,
            )
        elif before:
            yield _whole(before, "removed", counts)
        elif after:
            yield _whole(after, "added", counts)


def _whole(row: Row, change: Literal["added", "removed"], counts: WordCounts) -> Line:
    return Line(kind=row.kind, level=row.level, change=change, parts=whole_line(row.text, change, counts))


def _folded(rows: Sequence[Row], *, first: bool, last: bool) -> Iterator[Line | Fold]:
    """Lines that stayed. `first`, `last`: no change stands before them, behind them."""
    shown: set[int] = set()
    if not first:
        shown |= set(range(CONTEXT))
    if not last:
        shown |= set(range(len(rows) - CONTEXT, len(rows)))
        shown |= set([at for at, row in enumerate(rows) if row.kind == "heading"][-1:])
    for is_shown, places in groupby(range(len(rows)), shown.__contains__):
        found = list(places)
        if is_shown or len(found) == 1:
            yield from (_same(rows[at]) for at in found)
        else:
            yield Fold(len(found))


def _same(row: Row) -> Line:
    return Line(kind=row.kind, level=row.level, parts=whole_line(row.text, "same"))
