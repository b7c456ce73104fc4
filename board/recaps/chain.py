"""The chain of a session, as much of it as readers of one recap may know.

The number of the record says that there were sessions before it. What came of one stands there only where its recap is
shared, and a later session does not stand there at all where its recap is not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from board.records.canonical import Json
from board.records.times import day
from board.words import listed, say

MOST = 12
"""sessions of a chain that are shown"""
MOST_AFTER = 5
"""of them after this one, where many came before"""
REACH = 100
"""numbers after that of a session among which later recaps are looked for"""


class Head(msgspec.Struct, frozen=True):
    """What is read of the record of another session."""

    verdict: str
    frozen_at: str
    ended_at: str
    finished_at: str | None = None
    artifact: str = ""


class Told(NamedTuple):
    """What readers of the chain learn of a recap that is shared."""

    verdict: str
    """ "done", "nearly" or "another" """
    at: str
    """when that was so, as a record has it"""
    sha256: str | None = None
    """its address; None where only those have it who were given the link"""


class Session(NamedTuple):
    number: int
    told: Told | None = None
    address: str | None = None
    """of its page, for those who are in the chain"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """From the question to the sessions around this one."""

    question: str | None = None
    """of the decision, where that can still be read"""
    decision: str | None = None
    """the address of the decision, where it can still be read"""
    decision_deleted: bool = False
    earlier: int = 0
    """sessions before the first that is shown"""
    sessions: Sequence[Session] = ()
    """in their order, this one among them"""
    later: int = 0
    """sessions with a recap after the last that is shown"""


class Window(NamedTuple):
    """Which sessions are shown, and how many are not."""

    earlier: int
    numbers: list[int]
    later: int


def near(number: int) -> list[int]:
    """The numbers of the sessions that may be shown beside this one, or count as more."""
    return [*range(max(1, number - MOST + 1), number), *range(number + 1, number + 1 + REACH)]


def window(number: int, shared: Iterable[int]) -> Window:
    """The sessions next to this one. `shared`: the numbers of those that have a recap."""
    before, after = range(1, number), sorted(one for one in shared if one > number)
    late = after[: max(MOST_AFTER, MOST - 1 - len(before))]
    early = before[max(0, len(before) - (MOST - 1 - len(late))) :]
    return Window(len(before) - len(early), [*early, number, *late], len(after) - len(late))


def head(content: bytes) -> Head:
    """Reads the few fields, whatever else there is in the record."""
    return msgspec.json.decode(content, type=Head)


def told(head: Head, *, sha256: str, public: bool) -> Told:
    """As the recap says it itself: what was nearly done and is finished since is done."""
    verdict = "done" if head.finished_at else head.verdict
    return Told(verdict, head.finished_at or head.ended_at, sha256 if public else None)


def place(record: Json) -> str | None:
    """Which session of its chain it is, from the second on, and what its record says of those before."""
    number, before = record["number"], record["chain"] or ()
    if number == 1:
        return None
    told = [_before(one["number"], one["verdict"], one["ended_at"]) for one in before]
    return (
        say("recap-session-after", number=number, before=listed(told)) if told else say("recap-session", number=number)
    )


def _before(number: int, verdict: str, ended_at: str) -> str:
    return say("recap-session-told", number=number, verdict=verdict, day=day(ended_at))
