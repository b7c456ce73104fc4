"""Typesetting as a service: a queue, and a child process that runs only while there are files to typeset."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import NoReturn, Protocol

from board.errors import Unavailable
from board.protocol.refusals import Refusal
from board.records.exports.fair_queue import FairQueue
from board.records.exports.typeset_process import CannotStart, Failed, TypesetProcess
from board.words import language

log = logging.getLogger("shortlist.typesetting")

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """When the process is replaced or ends. The next file starts a new one."""

    files: int = 20
    """files after which it is replaced"""
    memory: int = 400 * MIB
    """resident bytes, measured after each file, above which it is replaced"""
    seconds: float = 20.0
    """time-out for one file"""
    idle: float = 60.0
    """seconds without work after which it ends"""
    retry: float = 60.0
    """seconds between two attempts to start it after it failed to start"""


@dataclass(slots=True, eq=False)
class Job:
    """One file to typeset. `renderer` names a function as in `Format.render`; `record` is JSON."""

    renderer: str
    record: bytes
    link: str | None
    language: str = field(default_factory=language.get)
    """of the context in which the file is asked for"""
    done: asyncio.Future[bytes] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    def fail(self, error: Exception) -> None:
        if not self.done.done():
            self.done.set_exception(error)


class Typesetter(Protocol):
    """The part of `TypesetProcess` that this service uses."""

    files: int
    memory: int

    @property
    def running(self) -> bool: ...
    async def typeset(self, renderer: str, record: bytes, link: str | None, *, seconds: float) -> bytes: ...
    async def close(self) -> None: ...
    async def kill(self) -> None: ...


class Typesetting:
    """Typesets one file at a time, because a file uses every core, and serves sources in turn."""

    def __init__(
        self, limits: Limits | None = None, start: Callable[[], Awaitable[Typesetter]] = TypesetProcess.start
    ) -> None:
        self._limits = limits or Limits()
        self._start = start
        self._process: Typesetter | None = None
        self._stopped = False
        self.queue: FairQueue[Job] = FairQueue()
        self.off = find_spec("typst") is None
        """no process can be started on this machine, as far as is known"""

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Serves the queue until the block is left; then the process ends too."""
        worker = asyncio.create_task(self._work())
        try:
            yield
        finally:
            worker.cancel()
            await asyncio.wait({worker})

    async def typeset(self, source: str, renderer: str, record: bytes, link: str | None) -> bytes:
        """Returns one file when it is this source's turn. Raises Unavailable with the reason."""
        if self._stopped:
            raise Unavailable(Refusal.TYPESETTING_STOPPED)
        job = Job(renderer, record, link)
        self.queue.put(source, job)
        return await job.done

    async def _work(self) -> None:
        try:
            while True:
                job = await self._next()
                language.set(job.language)
                try:
                    job.done.set_result(await self._make(job))
                except CannotStart as error:
                    await self._stay_off(job, error)
                except Exception as error:
                    job.fail(error)
                except asyncio.CancelledError:
                    job.fail(Unavailable(Refusal.TYPESETTING_STOPPED))
                    raise
        finally:
            self._stopped = True
            for waiting in self.queue.clear():
                waiting.fail(Unavailable(Refusal.TYPESETTING_STOPPED))
            await self._kill()

    async def _next(self) -> Job:
        if self._process is not None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._limits.idle):
                    return await self.queue.get()
            await self._close()
        return await self.queue.get()

    async def _make(self, job: Job) -> bytes:
        process, limits = await self._ready(), self._limits
        try:
            content = await process.typeset(job.renderer, job.record, job.link, seconds=limits.seconds)
        except Failed as error:
            self._give_up(error, str(error))
        except TimeoutError:
            await self._kill()
            raise Unavailable(Refusal.TYPESETTING_SLOW, seconds=float(limits.seconds)) from None
        except Exception as error:
            await self._kill()
            self._give_up(error, type(error).__name__)
        finally:
            if process.files >= limits.files or process.memory > limits.memory:
                await self._close()
        return content

    def _give_up(self, error: Exception, kind: str) -> NoReturn:
        log.error("a file could not be typeset: %s", kind)
        raise Unavailable(Refusal.TYPESETTING_FAILED) from error

    async def _ready(self) -> Typesetter:
        if self._process is not None and not self._process.running:
            await self._kill()
        if self._process is None:
            self._process = await self._start()
        return self._process

    async def _stay_off(self, job: Job, error: CannotStart) -> None:
        """Rejects every file until a process starts again."""
        log.error("PDF, PNG and SVG are off, the typesetting process cannot start: %s", type(error.__cause__).__name__)
        self.off = True
        for refused in (job, *self.queue.clear()):
            refused.fail(Unavailable(Refusal.TYPESETTING_OFF))
        while self.off:
            await asyncio.sleep(self._limits.retry)
            with contextlib.suppress(CannotStart):
                await self._ready()
                self.off = False

    async def _close(self) -> None:
        if self._process is not None:
            process, self._process = self._process, None
            await process.close()

    async def _kill(self) -> None:
        if self._process is not None:
            process, self._process = self._process, None
            await process.kill()
