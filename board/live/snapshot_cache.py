"""What a replica lacks, encoded once for many: the snapshot for joiners, and diffs for replicas a little behind.

Encoding a large document for each joiner is what a crowd would wait for.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Protocol

from board.clock import steady
from board.live.transport import framing
from board.live.transport.frame import Frame

LARGEST_DIFF, MOST_DIFFS = 64 * 1024, 16
"""bytes of an answer that is made for one state vector, and how many of them are kept for others with the same one"""
MOST_SINCE, SMALL, LARGE = 64, 16 * 1024, 256 * 1024
"""changes, and bytes of them, that a joiner gets one by one"""
SHARE = 100
"""at most 1/SHARE of the time goes into re-encoding snapshots that have changes behind them"""


class Replicated(Protocol):
    """A document as the cache sees it. After a new epoch it is another object."""

    erased: bool
    """the last change took back or replaced words: what was encoded before it must not be sent again"""

    @property
    def vector(self) -> bytes:
        """The state vector: the same object until something is written."""

    def state(self) -> bytes:
        """The whole document as one update."""

    def since(self, state_vector: bytes) -> bytes:
        """What a replica with this vector, as `behind` returned it, lacks."""

    def behind(self, state_vector: bytes) -> bytes | None:
        """The vector of a replica that has most of the document, normalized; None for any other or malformed one."""


@dataclass(eq=False, slots=True)
class _Snapshot:
    """The state as it was once, encoded and compressed once, and every change since."""

    document: Replicated
    base: Frame
    made_at: float
    cost: float
    """seconds that making it took"""
    since: list[Frame] = field(default_factory=list)
    size: int = 0
    """bytes of the changes since"""
    outdated: bool = False
    """to be encoded again before somebody gets it"""


class SnapshotCache:
    """The snapshot and the differences of one document."""

    def __init__(self) -> None:
        self._snapshot: _Snapshot | None = None
        self._vector = b""
        """the state vector that the differences lead to; another object after each change"""
        self._diffs: dict[bytes, Frame | None] = {}
        """vector of the replica → its answer, None where the shared snapshot serves better"""

    @property
    def outdated(self) -> bool:
        """There is a snapshot, and it has to be encoded again before somebody gets it."""
        return self._snapshot is not None and self._snapshot.outdated

    def answer(self, document: Replicated, state_vector: bytes) -> list[Frame]:
        """The frames that a replica with this vector lacks: the state, and the changes since it was encoded."""
        diff = self._diff(document, state_vector)
        return [diff] if diff else self._first(document)

    def remember(self, document: Replicated, update: Frame) -> None:
        """Joiners get it behind the state that is encoded already, until both together are better encoded again."""
        snapshot = self._snapshot
        if snapshot is None or snapshot.outdated:
            return
        if document.erased:
            snapshot.outdated = True
            return
        snapshot.since.append(update)
        snapshot.size += len(update.payload)
        if len(snapshot.since) > MOST_SINCE or snapshot.size > min(max(SMALL, len(snapshot.base.payload) // 4), LARGE):
            snapshot.outdated = True

    def prepare(self, document: Replicated) -> None:
        """Encodes the snapshot before anybody asks for it, and compresses it beside the event loop."""
        base, *_ = self._first(document)
        asyncio.get_running_loop().run_in_executor(None, lambda: base.compressed)

    def _diff(self, document: Replicated, state_vector: bytes) -> Frame | None:
        """What a replica lacks that is a little behind; None for any other, which gets what joiners get.

        Encoding and compressing a large answer for one replica takes tens of milliseconds, and a sender of made-up
        vectors could ask for a different one each time.
        """
        if self._vector is not document.vector:
            self._vector, self._diffs = document.vector, {}
        key = document.behind(state_vector)
        if key is None:
            return None
        if key not in self._diffs:
            made = framing.step_2(document.since(key))
            if len(self._diffs) >= MOST_DIFFS:
                del self._diffs[next(iter(self._diffs))]
            self._diffs[key] = made if len(made.payload) <= LARGEST_DIFF else None
        return self._diffs[key]

    def _first(self, document: Replicated) -> list[Frame]:
        """The frames that every joiner gets."""
        snapshot = self._snapshot
        if snapshot is None or snapshot.outdated or snapshot.document is not document or _is_costly(snapshot):
            previous = snapshot.base if snapshot and snapshot.document is document else None
            began = steady()
            base = framing.step_2(document.state(), previous)
            self._snapshot = snapshot = _Snapshot(document, base, made_at=began, cost=steady() - began)
        return [snapshot.base, *snapshot.since]


def _is_costly(snapshot: _Snapshot) -> bool:
    """A page draws the snapshot before it applies the changes, and then everything moves."""
    return bool(snapshot.since) and steady() - snapshot.made_at > SHARE * snapshot.cost
