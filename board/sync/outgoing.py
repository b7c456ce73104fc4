"""The bounded way out to one reader.

A frame is only ever enqueued here and sent by one task, so nobody waits for a slow reader. One that has more than 1 MB
waiting beyond the state it asked for, or that took nothing for 10 s, is cut; it comes back and syncs.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

MOST_WAITING = 1024 * 1024
PATIENCE = 10.0


class TooSlowError(Exception):
    """The reader does not keep up."""


class Outgoing:
    """`send` writes one frame to the wire and returns when the transport takes more."""

    def __init__(self, send: Callable[[bytes], Awaitable[object]]) -> None:
        self._send = send
        self._frames: deque[tuple[bytes, bool]] = deque()
        self._waiting = 0
        self._wake = asyncio.Event()
        self._overrun = False
        self._asked = asyncio.Semaphore(1)

    async def ask(self) -> None:
        """Waits until the state that was asked for before is on the wire: one at a time, for they have no bound."""
        await self._asked.acquire()

    def offer(self, frame: bytes, *, asked: bool = False) -> None:
        """Takes a frame; never raises and never waits. `asked`: a state the reader asked for, whatever its size."""
        if self._overrun:
            return
        if not asked:
            self._waiting += len(frame)
            self._overrun = self._waiting > MOST_WAITING
        self._frames.append((frame, asked))
        self._wake.set()

    def fail(self) -> None:
        """Nothing more can be promised to this reader: cut it, so that it comes back and syncs."""
        self._overrun = True
        self._wake.set()

    async def run(self) -> None:
        """Sends until cancelled. Raises TooSlowError."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._frames and not self._overrun:
                frame, asked = self._frames.popleft()
                try:
                    async with asyncio.timeout(PATIENCE):
                        await self._send(frame)
                except TimeoutError as error:
                    raise TooSlowError from error
                if asked:
                    self._asked.release()
                else:
                    self._waiting -= len(frame)
            if self._overrun:
                raise TooSlowError
