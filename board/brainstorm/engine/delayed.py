"""Commands that are right, and are carried out and answered when their time has come."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from board.live.commands import Answer
from board.people.cookie import Person
from board.protocol.commands import AdmitLate, BoardCommand, OpenPhase


@dataclass(frozen=True, slots=True)
class Delayed:
    """A command that is carried out and answered at `until` (Unix seconds)."""

    person: Person
    command: BoardCommand
    reply: Callable[[Answer], None]
    until: float
    held: bool
    """writing goes on meanwhile, see `crowd.HOLD`"""


class DelayedCommands:
    """At most one of each kind. Changed while a batch is judged, so a batch that fails takes its changes back."""

    def __init__(self) -> None:
        self._all: list[Delayed] = []
        self._before: list[Delayed] | None = None

    def __iter__(self) -> Iterator[Delayed]:
        return iter(list(self._all))

    def __len__(self) -> int:
        return len(self._all)

    def begin(self) -> None:
        """A batch begins: `rollback` returns to this state."""
        self._before = list(self._all)

    def commit(self) -> None:
        """The batch is stored."""
        self._before = None

    def rollback(self) -> None:
        """The batch failed."""
        if self._before is not None:
            self._all, self._before = self._before, None

    def add(self, one: Delayed) -> None:
        self._all.append(one)

    def remove(self, one: Delayed) -> None:
        self._all.remove(one)

    def take(self, due: Callable[[Delayed], bool]) -> list[Delayed]:
        """Removes and returns those that are due."""
        taken = [one for one in self._all if due(one)]
        for one in taken:
            self._all.remove(one)
        return taken

    def of(self, kind: type[BoardCommand]) -> Delayed | None:
        """The one of this kind."""
        return next((one for one in self._all if isinstance(one.command, kind)), None)

    @property
    def closing(self) -> float | None:
        """When the phase changes that is over already; only its grace has to pass."""
        change = self.of(OpenPhase)
        return change.until if change and not change.held else None

    @property
    def reveal_at(self) -> float | None:
        """When a reveal that was held happens."""
        change = self.of(OpenPhase)
        return change.until if change and change.held else None

    @property
    def admit_at(self) -> float | None:
        """When the late tray, which was held, is let in."""
        admission = self.of(AdmitLate)
        return admission.until if admission else None
