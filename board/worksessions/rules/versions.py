"""When the clock keeps a copy of the text."""

from board.protocol.worksession.document import SessionMeta

EVERY, AT_FIRST = 240.0, 60.0
"""seconds between two copies while the text changes, and in the first minutes"""
FIRST = 300.0
"""seconds after the start that count as the first minutes"""


def is_due(meta: SessionMeta, now: float) -> bool:
    """Whether the text of a running session has stood for long enough without a copy, changed or not."""
    if meta.clock is None:
        return False
    last = meta.versions[-1].at if meta.versions else meta.clock.began
    return now - last >= (AT_FIRST if now - meta.clock.began < FIRST else EVERY)
