"""The growing text as a row of small pages, for readers who do not press anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil

from board.markdown.making import Frame, Making
from board.words import short_day

MOST = 8
"""pages of a row"""
WIDTH, HEIGHT = 36, 50
_EDGE, _LINE = 5, 60
"""units around the words, and characters that fill one line"""
_MOST_PITCH, _LEAST_PITCH = 3.4, 1.2
"""units from line to line: those of a long text stand closer"""

Line = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Page:
    label: str
    headings: str
    """the path of an SVG"""
    lines: str


def pages(making: Making, ended: float | None) -> list[Page]:
    """A few of the frames, always with the first and the last, which is how the text stood when the work `ended`."""
    texts = list(_texts(making.frames))
    if len(texts) < 2:
        return []
    drawn = [_drawn(lines) for _, lines in texts]
    pitch = min(_MOST_PITCH, max(_LEAST_PITCH, (HEIGHT - 2 * _EDGE) / max(map(len, drawn)))) if any(drawn) else 1
    count = min(MOST, len(texts))
    chosen = [round(at * (len(texts) - 1) / (count - 1)) for at in range(count)]
    begun = next((frame.at for frame, _ in texts if frame.at is not None), None)
    return [_page(texts[at][0].at or ended, drawn[at], pitch, begun) for at in chosen]


def _texts(frames: tuple[Frame, ...]) -> Iterator[tuple[Frame, list[Line]]]:
    """Each frame with all lines that its text had."""
    lines: list[Line] = []
    for frame in frames:
        made: list[Line] = []
        after = 0
        for at, gone, came in frame.edits:
            made += lines[after:at]
            made += came
            after = at + gone
        lines = [*made, *lines[after:]]
        yield frame, lines


def _drawn(lines: list[Line]) -> list[tuple[bool, int]]:
    """Whether a line is a heading, and how far it reaches in parts of a hundred."""
    found: list[tuple[bool, int]] = []
    for kind, _, text in lines:
        if kind == "heading":
            found.append((True, min(80, 25 + len(text))))
            continue
        full, rest = divmod(len(text), _LINE)
        found += [(False, 100)] * min(full, 40)
        found += [(False, max(12, ceil(rest * 100 / _LINE)))] if rest else []
    return found


def _page(at: float | None, drawn: list[tuple[bool, int]], pitch: float, begun: float | None) -> Page:
    paths = {True: "", False: ""}
    thick = {True: min(1.9, pitch * 0.62), False: min(1.1, pitch * 0.4)}
    for line, (heading, reach) in enumerate(drawn):
        top = _EDGE + line * pitch
        if top + thick[heading] > HEIGHT - _EDGE / 2:
            break
        wide = (WIDTH - 2 * _EDGE) * reach / 100
        paths[heading] += f"M{_EDGE} {top:.1f}h{wide:.1f}v{thick[heading]:.1f}h-{wide:.1f}z"
    return Page(_label(at, begun), paths[True], paths[False])


def _label(at: float | None, begun: float | None) -> str:
    """The time of day; on a later day, the day."""
    if at is None or begun is None:
        return ""
    moment, first = datetime.fromtimestamp(at, UTC), datetime.fromtimestamp(begun, UTC)
    return f"{moment:%H:%M}" if moment.date() == first.date() else short_day(moment.date())
