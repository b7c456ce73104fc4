"""The bounded way out to one reader.

Nobody waits for a slow reader: a frame is handed over and forgotten. A reader that has more than 1 MB waiting beyond
the state it asked for, or that took nothing for 10 s, is cut; it comes back and syncs.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Protocol

from board.live.close_codes import Close
from board.live.frame import Frame
from board.live.protocol import FrameProtocol

MOST_WAITING = 1024 * 1024
PATIENCE = 8.0
"""seconds without any progress; looked at once a second, so that it has ended within 10 s"""


class Outgoing(Protocol):
    """Where frames for one reader go. `offer` and `cut` never raise and never wait."""

    @property
    def ended(self) -> bool:
        """Nothing is sent any more."""

    @property
    def straight(self) -> Callable[[bytes], object] | None:
        """Takes the bytes of a light frame, None while something waits or when there is no such way."""

    def offer(self, frame: Frame, *, asked: bool = False) -> None:
        """Takes a frame. `asked`: a state the reader asked for, whatever its size."""

    async def ask(self) -> None:
        """Waits until the state that was asked for before is on the wire: one at a time, for they have no bound."""

    def cut(self, code: Close = Close.TOO_SLOW) -> None:
        """Ends the connection: nothing more can be promised to this reader."""

    def tend(self, now: float) -> None:
        """Called about once a second with the loop's time: cuts a reader that takes nothing."""

    async def serving(self, reading: Coroutine[Any, Any, Close | None]) -> Close | None:
        """Runs the reading side until either side ends; the code that is still to be said."""


class Direct:
    """Writes ready frames to the transport: no queue, no task, no copy."""

    def __init__(self, wire: FrameProtocol, changed: Callable[[], None]) -> None:
        """`changed` is called when `straight` may be another."""
        self._wire = wire
        wire.on_drained = self._drained
        wire.on_change = changed
        wire.on_lost = self._over
        self._allowed = MOST_WAITING
        self._asked = asyncio.Semaphore(1)
        self._owed = False
        self._written = 0
        """bytes written since everything was taken"""
        self._taken = 0
        self._moved_at: float | None = None

    @property
    def ended(self) -> bool:
        return self._wire.gone

    @property
    def straight(self) -> Callable[[bytes], object] | None:
        wire = self._wire
        return None if wire.stuck or wire.gone else wire.transport.write

    async def ask(self) -> None:
        if not self.ended:
            await self._asked.acquire()

    def _over(self) -> None:
        """Who still waits to ask must come to know that it ended."""
        self._asked.release()

    def offer(self, frame: Frame, *, asked: bool = False) -> None:
        wire = self._wire
        wire.write(frame)
        if wire.stuck:
            self._wait(frame, asked=asked)
        elif asked:
            self._asked.release()

    def _wait(self, frame: Frame, *, asked: bool) -> None:
        self._written += len(frame.encoded)
        if asked:
            self._owed = True
            self._allowed = MOST_WAITING + len(frame.encoded)
        if self._wire.waiting() > self._allowed:
            self.cut()

    def _drained(self) -> None:
        """The reader has taken everything: what was asked for is on its way."""
        self._allowed = MOST_WAITING
        self._written, self._taken, self._moved_at = 0, 0, None
        if self._owed:
            self._owed = False
            self._asked.release()

    def cut(self, code: Close = Close.TOO_SLOW) -> None:
        self._wire.cut(code)

    def tend(self, now: float) -> None:
        wire = self._wire
        if not wire.stuck or wire.gone:
            return
        taken = self._written - wire.waiting()
        if taken > self._taken or self._moved_at is None:
            self._taken, self._moved_at = taken, now
        elif now - self._moved_at >= PATIENCE:
            self.cut()

    async def serving(self, reading: Coroutine[Any, Any, Close | None]) -> Close | None:
        return await reading


class Queued:
    """Sends through ASGI, one frame after another in one task, on servers that offer nothing better."""

    straight = None

    def __init__(self, send: Callable[[bytes], Awaitable[object]]) -> None:
        self._send = send
        self._frames: deque[tuple[Frame, bool]] = deque()
        self._waiting = 0
        self._wake = asyncio.Event()
        self._code: Close | None = None
        self._asked = asyncio.Semaphore(1)

    @property
    def ended(self) -> bool:
        return self._code is not None

    async def ask(self) -> None:
        await self._asked.acquire()

    def offer(self, frame: Frame, *, asked: bool = False) -> None:
        if self._code is not None:
            return
        self._frames.append((frame, asked))
        self._wake.set()
        if not asked:
            self._waiting += len(frame.payload)
            if self._waiting > MOST_WAITING:
                self.cut()

    def cut(self, code: Close = Close.TOO_SLOW) -> None:
        self._code = self._code or code
        self._wake.set()

    def tend(self, now: float) -> None:
        """The sending task has its own time-out."""

    async def serving(self, reading: Coroutine[Any, Any, Close | None]) -> Close | None:
        tasks = {asyncio.ensure_future(self._run()), asyncio.ensure_future(reading)}
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            return next(iter(done)).result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self) -> Close | None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._frames and self._code is None:
                frame, asked = self._frames.popleft()
                try:
                    async with asyncio.timeout(PATIENCE):
                        await self._send(frame.payload)
                except TimeoutError:
                    self.cut()
                if asked:
                    self._asked.release()
                else:
                    self._waiting -= len(frame.payload)
            if self._code is not None:
                return self._code
