"""The state of a document that the server alone writes: its epoch, its update log, and what the last change made."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, Self, TypeVar

from board.live.stored.update_log import UpdateLog

MOST_TOMBSTONES = 50_000
"""values that were replaced or deleted in one epoch; each leaves 12 to 50 bytes in the state that everybody loads"""


class Replaceable(Protocol):
    """A document that is written in transactions and can be made afresh."""

    tombstones: int

    def change(self) -> AbstractContextManager[list[bytes]]: ...
    def follow(self, updates: Iterable[bytes], /) -> None: ...
    def shuffled(self) -> Self: ...
    def state(self) -> bytes: ...


C = TypeVar("C", bound=Replaceable)


@dataclass(kw_only=True)
class GovernedState(Generic[C]):
    """What is stored of every governed document. A kind adds what it knows beside it."""

    id: str
    canvas: C
    epoch: int = 1
    log: UpdateLog = field(init=False)
    new_epoch: bool = False
    version: int = 0
    """how often it was stored, where several processes may store it"""
    missed: Sequence[bytes] = ()
    """updates of this epoch that other processes stored and our pages do not have"""
    made: list[bytes] = field(default_factory=list)
    """the update of the last `change()`, empty when the document did not change or the epoch did"""
    row: tuple[object, ...] = ()
    """the document's own row as it is stored"""

    def __post_init__(self) -> None:
        self.log = UpdateLog(self.id)

    @contextmanager
    def change(self) -> Iterator[None]:
        """One transaction of the document. A new epoch that was asked for inside begins at the end of it."""
        with self.canvas.change() as made:
            yield
        if self.canvas.tombstones > MOST_TOMBSTONES:
            self.begin_epoch()
        self.made = made
        if self.new_epoch:
            self.canvas = self.canvas.shuffled()
            self.epoch += 1
            self.made = []

    def succeed(self, known: Self | None, updates: Sequence[bytes]) -> None:
        """This was loaded in place of `known`, with these updates."""
        if known is not None and known.epoch == self.epoch:
            self.missed = (*known.missed, *self.log.since(known.log.committed, updates))

    def follow(self, updates: Sequence[bytes]) -> None:
        """Another process has stored these updates."""
        self.canvas.follow(updates)
        self.missed = (*self.missed, *updates)

    def begin_epoch(self) -> None:
        """Forget order and deleted texts: the document is written in random order, and the old log goes."""
        self.new_epoch = True


State = GovernedState[Any]  # Any: the document of any kind
