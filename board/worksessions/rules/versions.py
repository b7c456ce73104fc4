"""When the clock keeps a copy of the text, and which copy goes when there are too many."""

from collections.abc import Sequence
from itertools import pairwise

from board.protocol.worksession.document import SessionMeta, Version

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


def superfluous(versions: Sequence[Version]) -> Version:
    """The copy that goes first: of the two that were made closest together the later one, and rather one without name.

    So a burst of copies, whoever makes it, thins itself and never what was kept before. The first copy, with which the
    session began, and the last one stay. There are three copies at least.
    """
    pairs = list(pairwise(versions))
    return min(
        (one for pair in enumerate(pairs) for one in _either(*pair, last=len(pairs) - 1)),
        key=lambda found: found[:2],
    )[2]


def _either(at: int, pair: tuple[Version, Version], *, last: int) -> list[tuple[float, bool, Version]]:
    """The copies of a pair that may go, each with the seconds between the two and whether it has a name."""
    earlier, later = pair
    may_go = [one for one, stays in ((later, at == last), (earlier, at == 0)) if not stays]
    return [(later.at - earlier.at, one.reason == "name", one) for one in may_go]
