"""When a session has nobody who leads, and when it is left open. Both follow from times; nothing is stored of them."""

LEADERLESS = 120.0
"""seconds without a lead after which somebody may take the lead"""
IDLE = 3600.0
"""seconds after the planned end, or the last change, with nobody there, after which a session is left open"""
FREE = 7 * 86400.0
"""seconds after which anybody with the join link may finish a session that was left open"""


def left_open(planned_end: float, touched_at: float, *, occupied: float | None, now: float) -> float | None:
    """Since when nobody works on a running session whose time is over; None while somebody does.

    `occupied`: since when somebody has been there without a gap. Whoever comes later finds it left open.
    """
    since = max(planned_end, touched_at) + IDLE
    stayed = occupied is not None and occupied < since
    return since if now >= since and not stayed else None


def is_free(since: float | None, now: float) -> bool:
    """Whether it has been left open for so long that anybody may finish it."""
    return since is not None and now - since >= FREE
