"""What a text may be: trimmed at both ends, otherwise kept exactly as written."""

from board import limits
from board.errors import Refused
from board.words import live as words

IDEA = limits.IDEA


def trimmed(text: str) -> str:
    """The text without white space at both ends; inner line breaks and everything else stay."""
    return text.strip()


def check(text: str, *, most: int, empty: bool = False) -> Refused | None:
    """None when a trimmed text can be kept. Length counts Unicode code points."""
    if not text and not empty:
        return Refused(words.EMPTY)
    if len(text) > most:
        return Refused(words.TOO_LONG.format(length=f"{len(text):,}", most=f"{most:,}"))
    try:
        text.encode()
    except UnicodeEncodeError:
        # A lone surrogate.
        return Refused(words.UNSTORABLE)
    return Refused(words.UNSTORABLE) if "\0" in text else None
