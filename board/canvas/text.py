"""What a text may be: trimmed at both ends, otherwise kept as written; twin of `frontend/src/kit/text/rules.ts`."""

import re

from board.canvas.invisible import BLANK, FORBIDDEN
from board.errors import Refused
from board.protocol import limits
from board.protocol.refusals import Refusal

IDEA = limits.IDEA

_DRAWN = re.compile(rf"[^\s{BLANK}]")
_FORBIDDEN = re.compile(f"[{FORBIDDEN}]")
_OTHER_BREAKS = re.compile("[\v\f\x85]")


def trimmed(text: str) -> str:
    """The text without white space at both ends, or "" when it draws nothing; inner line breaks and all else stay."""
    return text.strip() if _DRAWN.search(text) else ""


def without_controls(text: str) -> str:
    """The text without the characters that `check` refuses as controls; each foreign line break becomes a line feed."""
    return _FORBIDDEN.sub("", _OTHER_BREAKS.sub("\n", text))


def check(text: str, *, most: int, empty: bool = False) -> Refused | None:
    """None when a trimmed text can be kept. Length counts Unicode code points."""
    if not text and not empty:
        return Refused(Refusal.EMPTY)
    if len(text) > most:
        return Refused(Refusal.TOO_LONG, limit=most, length=len(text))
    if found := _FORBIDDEN.search(text):
        return Refused(Refusal.CONTROL_CHARACTER, character=f"U+{ord(found.group()):04X}")
    try:
        text.encode()
    except UnicodeEncodeError:
        # A lone surrogate.
        return Refused(Refusal.BROKEN_CHARACTER)
    return None
