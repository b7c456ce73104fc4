"""Pasted lines: each an idea, without the marks of its list; twin of `frontend/src/board/engine/sending/split.ts`."""

import re
from collections.abc import Iterator

from board.canvas.text import trimmed

_LINES = re.compile(r"\r\n|[\n\r\u2028\u2029]")
# A mark counts only before a space, so that "-5 degrees", "*bold*" and "3.5 litres" stay whole.
_MARK = re.compile(r"(?:[•‣◦▪●·*–—-]|[0-9]{1,3}[.)])[ \t\u00a0]+")
# A bullet with nothing behind it is an empty line of the list.
_BARE_MARK = re.compile(r"(?:[•‣◦▪●·*–—-]|[0-9]{1,3}[.)])")


def split(pasted: str) -> Iterator[tuple[int, str]]:
    """Each line with its number from 1; "" for one that holds nothing. Empty lines at the end are none."""
    lines = _LINES.split(pasted)
    while lines and not trimmed(lines[-1]):
        lines.pop()
    for at, line in enumerate(lines, start=1):
        bare = trimmed(line)
        yield (
            at,
            "" if _BARE_MARK.fullmatch(bare) else trimmed(_MARK.sub("", bare, count=1) if _MARK.match(bare) else bare),
        )
