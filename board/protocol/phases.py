"""The seven phases of a board."""

from enum import StrEnum


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


def span(first: Phase, last: Phase | None = None) -> frozenset[Phase]:
    """All phases from `first` to `last`, both included; `first` alone without a last."""
    return frozenset(ORDER[ORDER.index(first) : ORDER.index(last or first) + 1])
