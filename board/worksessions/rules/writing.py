"""Where in the text something is added. Positions are those of Python's `str`: code points, whatever they are.

A heading is a line of Markdown that begins with one to six `#`, outside fenced code. The section of a heading ends at
the next heading of any level: what is added under the title does not land under the last heading of the text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from board.canvas import text as texts
from board.errors import Refused
from board.protocol.refusals import Refusal

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")


class HeadingLine(NamedTuple):
    """A heading of the text: its line from `start` to `end`, without the line feed."""

    start: int
    end: int
    words: str
    level: int


def normalised(text: str) -> str:
    """A text with line feeds alone, and without controls: a text may be pasted from anywhere."""
    return texts.without_controls(text.replace("\r\n", "\n").replace("\r", "\n"))


def check_size(before: str, after: str, most: int) -> Refused | None:
    """Whether a text may become another one. What makes it shorter is never refused."""
    if len(after) > len(before) and len(after) > most:
        return Refused(Refusal.TOO_LONG, limit=most, length=len(after))
    # Characters alone can be wrong now: half of a surrogate pair.
    return texts.check(after, most=max(most, len(after)), empty=True)


def one_line(text: str) -> str:
    """A text as part of one line, which a heading is."""
    return " ".join(text.split())


def headings(text: str) -> list[HeadingLine]:
    """All headings, in their order."""
    return list(_headings(text))


def added(text: str, line: str, heading: str | None = None) -> str:
    """The text with something more, as a paragraph of its own: at the end of a section, or of the text.

    Where several headings have the same words, the first counts; one that is not there counts as none.
    """
    known = headings(text)
    at = next((n for n, one in enumerate(known) if one.words == heading), None) if heading is not None else None
    end = len(text) if at is None or at + 1 == len(known) else known[at + 1].start
    before, behind = text[:end].rstrip("\n"), text[end:]
    parts = [before, line.strip("\n")] if before.strip() else [line.strip("\n")]
    return "\n\n".join(parts) + ("\n\n" + behind if behind else "\n")


def with_heading(text: str, words: str) -> str:
    """The text with a heading of these words: unchanged when it has one."""
    line = one_line(words)
    return text if any(one.words == line for one in headings(text)) else added(text, f"## {line}")


def renamed(text: str, old: str, new: str) -> str:
    """The text with other words in the heading that has the old ones; unchanged when there is none."""
    found = next((one for one in headings(text) if one.words == one_line(old)), None)
    if found is None:
        return text
    marks = text[found.start : found.end].lstrip(" ").split(" ", 1)[0]
    return f"{text[: found.start]}{marks} {one_line(new)}{text[found.end :]}"


def without_empty(text: str, words: str) -> str:
    """The text without the heading of these words, if nothing stands under it."""
    known = headings(text)
    at = next((n for n, one in enumerate(known) if one.words == one_line(words)), None)
    if at is None:
        return text
    end = known[at + 1].start if at + 1 < len(known) else len(text)
    return text if text[known[at].end : end].strip() else text[: known[at].start] + text[end:]


def _headings(text: str) -> Iterator[HeadingLine]:
    fence, start = "", 0
    for line in text.split("\n"):
        end = start + len(line)
        mark = _FENCE.fullmatch(line)
        if fence:
            if mark and mark[1].startswith(fence) and not mark[2].strip():
                fence = ""
        elif mark and not (mark[1][0] == "`" and "`" in mark[2]):
            fence = mark[1]
        elif (found := _heading(line)) is not None:
            yield HeadingLine(start, end, *found)
        start = end + 1


def _heading(line: str) -> tuple[str, int] | None:
    """Words and level of a line that is a heading; None for another one. No pattern: some take n³ on a long line."""
    body = line.lstrip(" ")
    words = body.lstrip("#")
    level = len(body) - len(words)
    if len(line) - len(body) > 3 or not 1 <= level <= 6 or words[:1] not in ("", " ", "\t"):
        return None
    words = words.strip(" \t")
    # Markdown lets a heading end with marks, too.
    inner = words.rstrip("#")
    return (inner.rstrip(" \t") if not inner or inner[-1] in " \t" else words), level
