"""The four states of a work session. A person moves a state, never a clock."""

from enum import StrEnum


class State(StrEnum):
    """Where a session stands; members are in their order."""

    PLAN = "plan"
    RUNNING = "running"
    ENDED = "ended"
    SHARED = "shared"


ORDER: tuple[State, ...] = tuple(State)


def span(first: State, last: State | None = None) -> frozenset[State]:
    """All states from `first` to `last`, both included; `first` alone without a last."""
    return frozenset(ORDER[ORDER.index(first) : ORDER.index(last or first) + 1])
