"""The words of a text as a reader counts them, for comparing two texts.

A word is letters and digits in a row; other characters stand for themselves, and so do those of scripts that put no
spaces between words. What is drawn as one character is never divided: letters with their marks, and emoji with theirs.
"""

import unicodedata
from collections.abc import Iterator

LONGEST = 100
"""code points of a word, and of a character; a longer one is several, so that a long word is not changed whole"""

_JOINER = "\u200d"
_SPACELESS = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x31FF),  # radicals, kana, bopomofo
    (0x3400, 0x9FFF),  # Han
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


def words_of(text: str) -> list[str]:
    """All parts of the text in their order; joined they are the text."""
    found: list[str] = []
    for cluster in _clusters(text):
        if found and _goes_on(found[-1], cluster):
            found[-1] += cluster
        else:
            found.append(cluster)
    return found


def is_word(part: str) -> bool:
    """Whether a reader counts this part: no space and no punctuation."""
    return part[0].isalnum()


def _goes_on(word: str, cluster: str) -> bool:
    return _letter(word[0]) and _letter(cluster[0]) and len(word) + len(cluster) <= LONGEST


def _letter(char: str) -> bool:
    return (char.isalnum() or char == "_") and not (
        char >= "\u0e00" and any(first <= ord(char) <= last for first, last in _SPACELESS)
    )


def _clusters(text: str) -> Iterator[str]:
    """What is drawn as one character."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not _belongs(text, start, at):
            yield text[start:at]
            start = at


def _belongs(text: str, start: int, at: int) -> bool:
    """Whether the character at `at` belongs to the one that began at `start`."""
    char, before = text[at], text[at - 1]
    if char < "\u0300" or at - start == LONGEST:
        return False
    if _is_flag(char):
        return _is_flag(before) and at - start == 1
    return before == _JOINER or char == _JOINER or _is_tone(char) or unicodedata.category(char)[0] == "M"


def _is_flag(char: str) -> bool:
    """Two of these are one flag."""
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _is_tone(char: str) -> bool:
    """A colour of skin, which the emoji before it has."""
    return "\U0001f3fb" <= char <= "\U0001f3ff"
