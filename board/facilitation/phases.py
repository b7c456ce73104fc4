"""The seven phases of a board, and which may follow which."""

from enum import StrEnum

from board.errors import Refused
from board.words import rules as words


class Phase(StrEnum):
    """Where a board stands; members are in the order in which a group meets them."""

    LOBBY = "lobby"
    DIVERGE = "diverge"
    REVEAL = "reveal"
    CLUSTER = "cluster"
    VOTE = "vote"
    DECIDE = "decide"
    FROZEN = "frozen"


ORDER: tuple[Phase, ...] = tuple(Phase)


def span(first: Phase, last: Phase) -> frozenset[Phase]:
    """All phases from `first` to `last`, both included."""
    return frozenset(ORDER[ORDER.index(first) : ORDER.index(last) + 1])


def is_back(current: Phase, target: Phase) -> bool:
    """Whether going from `current` to `target` is a step back."""
    return ORDER.index(target) < ORDER.index(current)


def may_open(current: Phase, target: Phase) -> bool:
    """Whether `open_phase` leads there: one step on, or any number back.

    The end is left out on both sides: only `freeze` leads into it, and nothing leads out of it.
    """
    if Phase.FROZEN in (current, target):
        return False
    return is_back(current, target) or ORDER.index(target) == ORDER.index(current) + 1


def check_opening(current: Phase, target: Phase, *, correcting: bool = False) -> Refused | None:
    """`may_open` with the reason for a no, for the facilitator who pressed.

    `correcting`: the board was final before. The authors' secrets went with the freeze, so nobody could change or take
    back an own idea any more, and a vote that too few come back to could not be closed: only the decision is open.
    """
    if correcting:
        return Refused(words.ONLY_THE_DECISION)
    if may_open(current, target):
        return None
    return Refused(words.cannot_open(current, target))
