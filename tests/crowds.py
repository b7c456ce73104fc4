"""Crowds that form at once, for all tests that are about something else."""

from collections.abc import Callable

from board.facilitation import crowd


def quick_crowd(setting: Callable[[object, str, object], None]) -> None:
    """Every connected person counts at once, and no reveal is held because few people wrote."""
    setting(crowd, "COUNTS_AFTER", 0.0)
    setting(crowd, "needs_hold", lambda ideas, people: False)
