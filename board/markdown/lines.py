"""The words of one line that came and went. What stayed for long, and very long words that did not, are cut."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from board.markdown.comparing import Budget, Span, changed
from board.markdown.words import is_word, words_of

MOST_SAME, MOST_CHANGED = 800, 6000
"""characters of one part; of a longer one, its beginning and its end are shown"""

Change = Literal["same", "added", "removed"]
Parts = tuple[tuple[Literal["same", "added", "removed", "cut"], str], ...]


@dataclass
class WordCounts:
    """How many words came and went."""

    added: int = 0
    removed: int = 0

    def count(self, change: Change, parts: list[str]) -> None:
        words = sum(map(is_word, parts))
        if change == "added":
            self.added += words
        elif change == "removed":
            self.removed += words


def whole_line(text: str, change: Change, counts: WordCounts | None = None) -> Parts:
    """A line that stayed, came or went as it is."""
    words = words_of(text)
    if counts:
        counts.count(change, words)
    return tuple(_cut(change, words))


def changed_line(before: str, after: str, budget: Budget, counts: WordCounts) -> Parts:
    """The words of both lines, in the order in which they are read."""
    old, new = words_of(before), words_of(after)
    spans = _joined(new, changed(old, new, budget))
    found: list[tuple[Change, list[str]]] = []
    at = 0
    for start, end, new_start, new_end in spans:
        found += [("same", new[at:new_start]), ("removed", old[start:end]), ("added", new[new_start:new_end])]
        at = new_end
    found.append(("same", new[at:]))
    for change, words in found:
        counts.count(change, words)
    return tuple(part for change, words in found if words for part in _cut(change, words))


def _joined(new: list[str], spans: list[Span]) -> list[Span]:
    """Words that were replaced one after another are read as one change: only a space stayed between them."""
    if not spans:
        return []
    joined = [spans[0]]
    for before, span in pairwise(spans):
        last = joined[-1]
        both = all(one.end > one.start and one.new_end > one.new_start for one in (before, span))
        if both and not "".join(new[before.new_end : span.new_start]).strip():
            joined[-1] = Span(last.start, span.end, last.new_start, span.new_end)
        else:
            joined.append(span)
    return joined


def _cut(change: Change, words: list[str]) -> Iterator[tuple[Literal["same", "added", "removed", "cut"], str]]:
    text, most = "".join(words), MOST_SAME if change == "same" else MOST_CHANGED
    if len(text) <= most:
        yield change, text
        return
    head, tail = _within(words, most // 2), _within(words[::-1], most // 2)[::-1]
    yield change, "".join(head)
    yield "cut", str(len(text) - sum(map(len, head)) - sum(map(len, tail)))
    yield change, "".join(tail)


def _within(words: list[str], most: int) -> list[str]:
    """As many whole words as fit."""
    found: list[str] = []
    for word in words:
        most -= len(word)
        if most < 0:
            break
        found.append(word)
    return found
