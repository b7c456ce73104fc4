"""How a text came about: a few of its kept versions, each as the lines that came and went. No names are in it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import Struct

from board.markdown.comparing import Budget, changed
from board.markdown.rows import Row, rows_of
from board.protocol.worksession.document import Version

MOST_FRAMES = 30
"""half a second each when they are played in fifteen"""
MOST_CHARACTERS = 1_200_000
"""of all frames together"""
MOST_LINE = 2000
"""characters of a line that are shown"""


class Chosen(NamedTuple):
    """A version that is played."""

    version: Version | None
    """None: the text as it stands"""
    text: str


class Frame(Struct, frozen=True, kw_only=True):
    """The text at one moment, as edits of the lines of the frame before."""

    number: int | None
    """of the version; null: the text as it stands"""
    at: float | None
    """Unix seconds"""
    reason: str | None
    of: str | None
    """null for a name that was given: people type names of others there, too"""
    edits: tuple[tuple[int, int, tuple[tuple[str, int, str], ...]], ...]
    """ascending, each with the line at which it begins in the frame before, how many went, and those that came"""


class Making(Struct, frozen=True):
    """A text from its first version to the last."""

    frames: tuple[Frame, ...]


def chosen(versions: Sequence[Version], text_of: Callable[[int], str | None], text: str) -> tuple[Chosen, ...]:
    """The versions that are played: as many as fit, evenly, and always the first and the text as it stands.

    `text_of` gives the text of a version by its number.
    """
    longest = max((one.characters for one in versions), default=0)
    most = max(2, min(MOST_FRAMES, MOST_CHARACTERS // max(longest, 1)))
    found = [Chosen(one, text_of(one.number) or "") for one in _evenly(versions, most)]
    if not found or found[-1].text != text:
        found.append(Chosen(None, text))
    return tuple(found)


def _evenly(versions: Sequence[Version], most: int) -> list[Version]:
    if len(versions) <= most:
        return list(versions)
    return [versions[round(at * (len(versions) - 1) / (most - 1))] for at in range(most)]


class Player:
    """Makes the frames one after another. One may take some tenths of a second: run each in a thread."""

    def __init__(self) -> None:
        self._before: list[Row] = []
        self._budget = Budget()

    def frame(self, one: Chosen) -> Frame:
        """The frame of the next text."""
        version, rows = one.version, rows_of(one.text)
        spans = changed([row.key for row in self._before], [row.key for row in rows], self._budget)
        self._before = rows
        return Frame(
            number=version.number if version else None,
            at=version.at if version else None,
            reason=version.reason if version else None,
            of=version.of if version and version.reason != "name" else None,
            edits=tuple(
                (start, end - start, tuple(map(_line, rows[new_start:new_end])))
                for start, end, new_start, new_end in spans
            ),
        )


def _line(row: Row) -> tuple[str, int, str]:
    return row.kind, row.level, row.text if len(row.text) <= MOST_LINE else row.text[:MOST_LINE] + "…"
