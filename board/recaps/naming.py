"""Finds names in what people typed: the record itself has numbers, but a text may call somebody by name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from board.canvas.invisible import BLANK
from board.records.canonical import Json

_NOT_TYPED = frozenset(
    ("format", "frozen_at", "as_of", "kind", "field", "verdict", "finisher", "by", "at", "ended_at", "finished_at")
) | frozenset(("began_at", "person", "role", "outcome", "state", "task", "origin", "answer"))
"""fields whose values are chosen or counted; what stands in any other field, somebody may have typed"""

_UNDRAWN = re.compile(f"[{BLANK}]")
_JOINED_SCRIPTS = (
    r"\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
"""letters of scripts in which a name touches the next word: Thai, Lao, Tibetan, Burmese, Khmer, Japanese, Chinese, and
Korean with its particles"""
_JOINED = re.compile(f"[{_JOINED_SCRIPTS}]")
_INSIDE = re.compile(rf"[^\W_{_JOINED_SCRIPTS}]+")
"""letters and digits between which no word ends"""
_TAKEN = "\0"
"""stands in place of a name that was counted"""


class Named(NamedTuple):
    """A name, and how often it stands in what people typed."""

    name: str
    times: int


def typed_names(record: Json, names: Iterable[str]) -> list[Named]:
    """Which of these names stand in the words of a record, and how often; the longest first.

    Whole words count, in capitals or not. A longer name that holds a shorter one is counted as itself alone.
    """
    spelled: dict[str, str] = {}
    for name in names:
        if folded := _folded(name):
            spelled.setdefault(folded, name)
    # No name reaches from one text into the next.
    text = _TAKEN.join(map(_folded, typed_texts(record)))
    found = []
    for folded in sorted(spelled, key=lambda folded: (-len(folded), folded)):
        text, times = _taken_out(text, folded)
        if times:
            found.append(Named(spelled[folded], times))
    return found


def typed_texts(value: object) -> Iterator[str]:
    """Every text of a record that somebody may have typed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from typed_texts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in _NOT_TYPED:
                yield from typed_texts(one)


def _folded(text: str) -> str:
    """The text as a reader compares it: case, form, line breaks and what draws nothing tell no two names apart."""
    alike = unicodedata.normalize("NFKC", _UNDRAWN.sub("", text)).casefold()
    return " ".join(unicodedata.normalize("NFKC", alike).split())


def _taken_out(text: str, name: str) -> tuple[str, int]:
    """The text with each whole word that is this name replaced, and how many there were."""
    kept, at, begin = [], 0, text.find(name)
    while begin >= 0:
        end = begin + len(name)
        if _is_edge(text, begin) and _is_edge(text, end):
            kept += [text[at:begin], _TAKEN]
            at = end
        inside = _INSIDE.match(text, begin)
        begin = text.find(name, max(at, inside.end() if inside else begin + 1))
    return "".join([*kept, text[at:]]), len(kept) // 2


def _is_edge(text: str, at: int) -> bool:
    """Whether a word can begin or end here."""
    if at in (0, len(text)):
        return True
    before, after = text[at - 1], text[at]
    if not (_in_word(before) and _in_word(after)):
        return True
    return unicodedata.category(after)[0] != "M" and bool(_JOINED.match(before) or _JOINED.match(after))


def _in_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN"
