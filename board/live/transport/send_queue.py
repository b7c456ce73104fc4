"""The bounded send queue of one connection.

Nobody waits for a slow reader: sending hands a frame over and returns. A reader that leaves more than 1 MB unread
beyond the state it asked for, or that takes nothing for 10 s, is disconnected; its page comes back and syncs.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from typing import Protocol

from board.live.transport.close_codes import Close
from board.live.transport.frame import Frame
from board.live.transport.protocol import FrameProtocol

MAX_BUFFERED = 1024 * 1024
TIMEOUT = 8.0
"""seconds without any progress; checked once a second, so that a connection ends within 10 s"""

Reading = Coroutine[object, None, Close | None]
"""reads a connection until one side ends it; returns the code with which the server closes it"""


class SendQueue(Protocol):
    """Where frames for one reader go. `send` and `close` never raise and never wait."""

    @property
    def closed(self) -> bool:
        """Nothing more is sent."""

    @property
    def fast_path(self) -> Callable[[bytes], object] | None:
        """Sends the bytes of an uncompressed frame. None while bytes are buffered, or if there is no such way."""

    def send(self, frame: Frame, *, reserved: bool = False) -> None:
        """Queues a frame. `reserved`: a state for which a place was reserved, whatever its size."""

    async def reserve(self) -> None:
        """Waits until the state before is on the wire: states have no bound, so only one is queued at a time."""

    def close(self, code: Close = Close.TOO_SLOW) -> None:
        """Ends the connection."""

    def check_timeout(self, now: float) -> None:
        """Called about once a second with the loop's time: closes the connection of a reader that takes nothing."""

    def run(self, reading: Reading) -> Reading:
        """Runs the reading side until either side ends; the code with which the connection has yet to be closed."""


class TransportSendQueue:
    """Writes encoded frames to the transport, which buffers them: no task and no copy."""

    __slots__ = ("_last_progress", "_limit", "_owed", "_protocol", "_state_sent", "_taken", "_written")

    def __init__(self, protocol: FrameProtocol, on_change: Callable[[], None]) -> None:
        """`on_change` is called when `fast_path` may have changed."""
        self._protocol = protocol
        protocol.on_drained = self._drained
        protocol.on_change = on_change
        protocol.on_lost = self._lost
        self._limit = MAX_BUFFERED
        self._state_sent = asyncio.Semaphore(1)
        self._owed = False
        """a state is buffered, and its place not yet released"""
        self._written = 0
        """bytes written since the reader had taken everything"""
        self._taken = 0
        self._last_progress: float | None = None

    @property
    def closed(self) -> bool:
        return self._protocol.closed

    @property
    def fast_path(self) -> Callable[[bytes], object] | None:
        protocol = self._protocol
        return None if protocol.blocked or protocol.closed else protocol.transport.write

    async def reserve(self) -> None:
        if not self.closed:
            await self._state_sent.acquire()

    def _lost(self) -> None:
        """A task that still waits in `reserve` has to learn that the connection is lost."""
        self._state_sent.release()

    def send(self, frame: Frame, *, reserved: bool = False) -> None:
        protocol = self._protocol
        protocol.write(frame)
        if protocol.blocked:
            self._buffered(frame, reserved=reserved)
        elif reserved:
            self._state_sent.release()

    def _buffered(self, frame: Frame, *, reserved: bool) -> None:
        self._written += len(frame.encoded)
        if reserved:
            self._owed = True
            self._limit = MAX_BUFFERED + len(frame.encoded)
        if self._protocol.buffered() > self._limit:
            self.close()

    def _drained(self) -> None:
        """The reader has taken everything, the state that it asked for included."""
        self._limit = MAX_BUFFERED
        self._written, self._taken, self._last_progress = 0, 0, None
        if self._owed:
            self._owed = False
            self._state_sent.release()

    def close(self, code: Close = Close.TOO_SLOW) -> None:
        self._protocol.close(code)

    def check_timeout(self, now: float) -> None:
        protocol = self._protocol
        if not protocol.blocked or protocol.closed:
            return
        taken = self._written - protocol.buffered()
        if taken > self._taken or self._last_progress is None:
            self._taken, self._last_progress = taken, now
        elif now - self._last_progress >= TIMEOUT:
            self.close()

    def run(self, reading: Reading) -> Reading:
        # Not a coroutine of its own, whose frame every open socket would keep.
        return reading


class AsgiSendQueue:
    """Sends through ASGI, one frame after another in one task, on servers with another protocol class."""

    fast_path = None

    def __init__(self, send: Callable[[bytes], Awaitable[object]]) -> None:
        self._send = send
        self._frames: deque[tuple[Frame, bool]] = deque()
        self._queued = 0
        """bytes"""
        self._wake = asyncio.Event()
        self._code: Close | None = None
        self._state_sent = asyncio.Semaphore(1)

    @property
    def closed(self) -> bool:
        return self._code is not None

    async def reserve(self) -> None:
        await self._state_sent.acquire()

    def send(self, frame: Frame, *, reserved: bool = False) -> None:
        if self._code is not None:
            return
        self._frames.append((frame, reserved))
        self._wake.set()
        if not reserved:
            self._queued += len(frame.payload)
            if self._queued > MAX_BUFFERED:
                self.close()

    def close(self, code: Close = Close.TOO_SLOW) -> None:
        self._code = self._code or code
        self._wake.set()

    def check_timeout(self, now: float) -> None:
        """The sending task has a time-out of its own."""

    async def run(self, reading: Reading) -> Close | None:
        tasks = {asyncio.ensure_future(self._send_all()), asyncio.ensure_future(reading)}
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            return next(iter(done)).result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _send_all(self) -> Close | None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._frames and self._code is None:
                frame, reserved = self._frames.popleft()
                try:
                    async with asyncio.timeout(TIMEOUT):
                        await self._send(frame.payload)
                except TimeoutError:
                    self.close()
                if reserved:
                    self._state_sent.release()
                else:
                    self._queued -= len(frame.payload)
            if self._code is not None:
                return self._code
