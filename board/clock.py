"""The only place that asks for the time."""

import asyncio
import contextlib
import time
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


class FixedClock:
    """A clock that moves only when a test advances it."""

    def __init__(self, now: float = 1_800_000_000.0) -> None:
        self._now = now

    def now(self) -> float:
        return self._now

    def advance(self, seconds: float) -> None:
        self._now += seconds
