"""The agenda a session begins with. DESIGN §8 has the hour of each kind; other lengths follow from it.

The first and the last item keep their length, the work between them stretches. A session together has a break in each
whole hour: 5 minutes, and 10 in a session of 90 minutes or more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["team", "brainstorming", "individual", "deep_work", "coworking"]
ItemKind = Literal["work", "break", "board", "finish"]
Step = Literal["agree", "board", "draft", "review", "work", "break", "finish"]

SHORTEST, LONGEST = 10, 240
"""minutes that a session may take"""
SUGGESTED = range(30, 121)
"""minutes that need no line of advice"""
LONG = 90
"""minutes from which on breaks are long, and required"""
ROUND = 50
"""minutes of a round side by side"""
EDGE = 5
"""minutes of the first and the last item of a session of several people, less in a very short one"""
ALONE = 2
"""minutes of the last item of one person"""


@dataclass(frozen=True, slots=True)
class Planned:
    """An item that is proposed. `step` says what it is called."""

    step: Step
    minutes: int

    @property
    def kind(self) -> ItemKind:
        """Only these three are more than work."""
        return self.step if self.step in ("break", "board", "finish") else "work"


def proposed(kind: Kind, minutes: int) -> list[Planned]:
    """The items with which a session of this kind and length begins. Their minutes add up to its length."""
    if kind in ("individual", "deep_work"):
        return [Planned("work", minutes - ALONE), Planned("finish", ALONE)]
    edge = min(EDGE, minutes // 6)
    if kind == "coworking":
        return [*_rounds(minutes - edge), Planned("finish", edge)]
    pauses = minutes // 60
    blocks = _shared(minutes - 2 * edge - pauses * pause_length(minutes), max(2, pauses + 1))
    if kind == "team":
        return [Planned("agree", edge), *_paused(blocks, ["draft", "review"], pauses, minutes), Planned("finish", edge)]
    # The board takes the place of the first item, too: it ends with what the session is about.
    blocks[0] += edge
    return [*_paused(blocks, ["board", "draft"], pauses, minutes), Planned("finish", edge)]


def pause_length(minutes: int) -> int:
    """Minutes of one break in a session of this length."""
    return 10 if minutes >= LONG else 5


def lacking(minutes: int, breaks: Iterable[int]) -> int:
    """How many minutes of breaks are missing from an agenda; only a long session has to have them."""
    required = pause_length(minutes) * (minutes // 60) if minutes >= LONG else 0
    return max(0, required - sum(breaks))


def _rounds(minutes: int) -> Iterator[Planned]:
    """Work side by side: in a long session rounds of about 50 minutes with a break before the next."""
    pause = pause_length(minutes + EDGE)
    rounds = round((minutes + pause) / (ROUND + pause)) if minutes + EDGE >= LONG else 1
    lengths = _equal(minutes - (rounds - 1) * pause, rounds)
    for at, length in enumerate(lengths):
        if at:
            yield Planned("break", pause)
        yield Planned("work", length)


def _shared(minutes: int, blocks: int) -> list[int]:
    """Minutes of each block of work: the last one, which looks over the others, gets four parts to their five."""
    last = round(minutes * 4 / (5 * blocks - 1))
    return [*_equal(minutes - last, blocks - 1), last]


def _equal(minutes: int, parts: int) -> list[int]:
    """Whole minutes, the longer parts first."""
    return [minutes // parts + (at < minutes % parts) for at in range(parts)]


def _paused(blocks: list[int], steps: list[Step], pauses: int, minutes: int) -> Iterator[Planned]:
    """The first step, then the second for the last block; a break stands after each of the first blocks."""
    first, second = steps
    middle = second if first == "board" else first
    for at, length in enumerate(blocks):
        yield Planned(first if at == 0 else second if at == len(blocks) - 1 else middle, length)
        if at < pauses:
            yield Planned("break", pause_length(minutes))
