"""How the people of a board share one of its limits: nobody uses up what everybody needs.

A participant adds at most a quarter, and participants together at most four fifths. The last fifth is kept for the
facilitator, who is bound by the limit alone.
"""

from enum import StrEnum

QUARTER, FIFTH = 4, 5


class Full(StrEnum):
    """Which part of a limit is used up."""

    LIMIT = "limit"
    """the whole of it"""
    RESERVE = "reserve"
    """all but what is kept for the facilitator"""
    SHARE = "share"
    """what one participant may add"""


def check(most: int, *, total: int, own: int, more: int, leads: bool) -> Full | None:
    """What stands against `more` beside a `total`, of which this person added `own`; None when there is room."""
    if more <= 0:
        return None
    if total + more > most:
        return Full.LIMIT
    if leads:
        return None
    if total + more > most - most // FIFTH:
        return Full.RESERVE
    return Full.SHARE if own + more > quarter(most) else None


def quarter(most: int) -> int:
    """What one participant may add. Rounded up: a very small limit lets everybody add one."""
    return -(-most // QUARTER)
