"""The only place that asks for the time."""

import asyncio
import contextlib
import time
from collections.abc import Callable
from typing import Protocol


def steady() -> float:
    """Seconds of a monotonic clock: for durations, never for points in time."""
    return time.monotonic()


async def pause(seconds: float, stopping: asyncio.Event) -> None:
    """Waits, or until the server stops: a task that is cancelled instead may be cancelled inside a statement."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stopping.wait()


class Clock(Protocol):
    """Tells the time in Unix seconds."""

    def now(self) -> float: ...


class SystemClock:
    """The wall clock of this machine."""

    def now(self) -> float:
        return time.time()


class AlignedClock:
    """The clock of another machine, which was read a moment ago, and this machine's steady clock since.

    It is right although this machine's own clock is wrong, or is set meanwhile.
    """

    FASTEST = 0.1
    """seconds by which it moves in a second, until it shows what was read: so it never runs backwards"""
    MOST = 2.0
    """seconds above which it jumps instead"""

    def __init__(self, steady: Callable[[], float] = steady) -> None:
        self._steady = steady
        self._moved_at = steady()
        # Until the other clock is read, this machine's must do.
        self._offset = self._aim = time.time() - self._moved_at
        self._read = False

    def now(self) -> float:
        at = self._steady()
        most = self.FASTEST * (at - self._moved_at)
        self._offset += max(-most, min(most, self._aim - self._offset))
        self._moved_at = at
        return at + self._offset

    def align(self, read: float, at: float) -> None:
        """The other clock showed `read` when the steady one showed `at`."""
        self.now()
        self._aim = read - at
        if not self._read or abs(self._aim - self._offset) > self.MOST:
            self._offset = self._aim
        self._read = True


class FixedClock:
    """A clock that moves only when a test advances it."""

    def __init__(self, now: float = 1_800_000_000.0) -> None:
        self._now = now

    def now(self) -> float:
        return self._now

    def advance(self, seconds: float) -> None:
        self._now += seconds
