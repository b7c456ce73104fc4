"""What pages know of the text without having it: its headings, its length, and whether anything was written."""

import re
from typing import NamedTuple

from board.protocol.worksession import limits
from board.protocol.worksession.document import Heading
from board.worksessions.rules import writing

_LINK_TARGET = re.compile(r"\]\([^()\s]*\)")
_ADDRESS = re.compile(r"https?://\S+")
_CHARACTER = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""of Chinese and Japanese, which put no spaces between words"""


class Outline(NamedTuple):
    """Of one text."""

    headings: tuple[Heading, ...]
    characters: int
    words: int
    """outside the headings"""
    written: bool
    """whether anything but headings and empty lines stands in it"""


def outline(text: str) -> Outline:
    """Headings with words alone are places."""
    lines = writing.headings(text)
    places = [Heading(one.words, one.level) for one in lines if 0 < len(one.words) <= limits.HEADING]
    body = _without(text, lines)
    return Outline(tuple(places[: limits.HEADINGS]), len(text), words_of(body), not (not body or body.isspace()))


def words_of(text: str) -> int:
    """The number of words of a Markdown text, as word processors count: what spaces part, and each Chinese character.

    Marks alone and the addresses of links are none.
    """
    read = _ADDRESS.sub("", _LINK_TARGET.sub("]", text))
    read, characters = _CHARACTER.subn(" ", read)
    return characters + sum(any(map(str.isalnum, one)) for one in read.split())


def _without(text: str, lines: list[writing.HeadingLine]) -> str:
    kept, end = [], 0
    for one in lines:
        kept.append(text[end : one.start])
        end = one.end
    return "".join([*kept, text[end:]])
