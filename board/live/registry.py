"""The documents of one kind that are open in this process: loaded once, evicted when idle, watched as time passes."""

import asyncio
import contextlib
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, Generic, TypeVar

from board.clock import Clock, pause, steady
from board.errors import Unavailable
from board.live.commands import Answer
from board.live.document import Changed, LiveDocument
from board.live.jobs import CommandJob, FollowJob, ReadJob, RemovalJob
from board.live.journal import DRAIN, Journal, log_end
from board.live.transport.close_codes import Close
from board.live.transport.rate_limit import Rate, RateLimiter
from board.live.transport.send_queue import SendQueue
from board.people.cookie import Person
from board.protocol.refusals import Refusal

D = TypeVar("D", bound=LiveDocument)
T = TypeVar("T")

TICK, TICKS_PER_SECOND = 0.2, 5
QUIET = 60.0
"""seconds without a socket or a request after which a document leaves memory"""


class Registry(ABC, Generic[D]):
    """Loads a document once, keeps it while it is used, and evicts it."""

    people: type[object] = type(None)
    """the type of what is reported to other processes of who is in a document"""

    def __init__(self, journal: Journal, clock: Clock, rate: Rate) -> None:
        """`rate` limits the messages of one person on one document."""
        self.journal = journal
        self.clock = clock
        self.senders = RateLimiter(rate, clock.now)
        self._loaded: Callable[[D], None] = lambda _: None
        self.stopping = asyncio.Event()
        self._open: dict[str, D] = {}
        self._awake = asyncio.Event()
        """set while a document is open, and when the server stops: without one there is nothing to watch"""
        self._loading: dict[str, asyncio.Task[D | None]] = {}
        self._asking: Counter[str] = Counter()
        """requests that wait for a load: the document is not evicted before they have it"""

    @abstractmethod
    async def load(self, id: str) -> D | None:
        """Reads the document with this id from the database; None when there is none."""

    @abstractmethod
    def tend(self, document: D) -> None:
        """Called every `TICK`: submits what time alone brings about."""

    def command_job(
        self,
        document: D,
        person: Person,
        command: Any,  # noqa: ANN401 each kind has commands of its own
        reply: Callable[[Answer], None],
    ) -> CommandJob[D, Any]:  # Any: the command
        """The job that carries out a command and answers it once."""
        return CommandJob(document, person, command, reply)

    def __iter__(self) -> Iterator[D]:
        return iter(list(self._open.values()))

    async def find(self, id: str) -> D | None:
        """The open document, loaded when needed; None when there is none.

        It is the open one until the caller waits for something else: enter it or submit to it before.
        """
        document = self._open.get(id)
        if document is not None and document.gone:
            self.evict(document)
            document = None
        document = document or await self._ask_for(id)
        if document is not None:
            document.used_at = steady()
        return document

    def current(self, document: D) -> D:
        """The open one of the same id, if there is one: the caller may have waited since it found this one."""
        return self._open.get(document.id, document)

    def opened(self, id: str) -> D | None:
        """The document, if it is open."""
        return self._open.get(id)

    def when_loaded(self, call: Callable[[D], None]) -> None:
        """Calls this with each document that is loaded from now on."""
        self._loaded = call

    def open_ids(self) -> list[str]:
        return list(self._open)

    def heard(self, id: str, version: int, changed: Changed = None) -> None:
        """A document has this version now, or -1 when it was deleted; our own commits ring, too."""
        document = self._open.get(id)
        if document is None or document.gone:
            return
        job = FollowJob(document, version, changed)
        if job.is_news:
            self.journal.submit(job)

    def evict(self, document: D) -> None:
        """Removes it from memory."""
        self._open.pop(document.id, None)
        if not self._open:
            self._awake.clear()

    def is_idle(self, document: D) -> bool:
        """Nobody is connected or asks, nothing waits, and memory holds nothing that a load would not bring back."""
        used = document.connections or document.inbox.queued or document.id in self._asking
        return not (used or document.is_busy())

    async def command(self, document: D, person: Person, command: Any) -> Answer:  # noqa: ANN401 the same
        """Submits one command and waits for its answer."""
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()

        def reply(answer: Answer) -> None:
            if not answered.done():
                answered.set_result(answer)

        # The same holds as in `read`: what an evicted document did, the open one would not know.
        self.journal.submit(self.command_job(await self.find(document.id) or document, person, command, reply))
        return await answered

    async def read(self, document: D, look: Callable[[D], T]) -> T:
        """What `look` sees once everything that is queued now is committed. Raises Unavailable on a storage fault."""
        seen: asyncio.Future[T] = asyncio.get_running_loop().create_future()

        def see(document: D | None) -> None:
            if seen.done():
                return
            try:
                if document is None:
                    raise Unavailable(Refusal.STORAGE)
                seen.set_result(look(document))
            except Exception as error:  # it belongs to the caller, not to the journal
                seen.set_exception(error)

        # The caller may have waited for something since it found the document, which may have been evicted.
        self.journal.submit(ReadJob(await self.find(document.id) or document, see))
        return await seen

    async def remove(self, document: D, job: Callable[[D, Callable[[bool | None], None]], RemovalJob[D]]) -> bool:
        """Deletes a document by a job, which is made with what it calls when done; False when it was spared.

        Raises Unavailable on a storage fault.
        """
        removed: asyncio.Future[bool | None] = asyncio.get_running_loop().create_future()

        def done(gone: bool | None) -> None:
            if not removed.done():
                removed.set_result(gone)

        self.journal.submit(job(self.current(document), done))
        gone = await removed
        if gone is None:
            raise Unavailable(Refusal.STORAGE)
        if gone:
            self.evict(document)
        return gone

    def part(self, document: D, out: SendQueue) -> None:
        """The server stops: closes a connection once everything that was read from it is answered."""
        self.journal.submit(ReadJob(document, lambda _: out.close(Close.RESTARTING)))

    async def _ask_for(self, id: str) -> D | None:
        # Two loads at once would make two documents of one id. The first request may be cancelled meanwhile.
        loading = self._loading.get(id)
        if loading is None:
            loading = self._loading[id] = asyncio.create_task(self._load(id))
            loading.add_done_callback(lambda _: self._loading.pop(id, None))
        self._asking[id] += 1
        try:
            return await asyncio.shield(loading)
        finally:
            self._asking[id] -= 1
            if not self._asking[id]:
                del self._asking[id]

    async def _load(self, id: str) -> D | None:
        document = await self.load(id)
        if document is not None:
            self._open[id] = document
            self._loaded(document)
            self._awake.set()
        return document

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Watches the open documents until the block is left. Leave it before the journal's."""
        watching = asyncio.create_task(self._watch())
        watching.add_done_callback(log_end)
        try:
            yield
        finally:
            self.stopping.set()
            self._awake.set()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(DRAIN):
                    await asyncio.shield(watching)
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)

    async def tick(self) -> None:
        """Waits for a tick, or until the server stops."""
        await pause(TICK, self.stopping)

    async def _watch(self) -> None:
        ticks = 0
        while not self.stopping.is_set():
            await self._awake.wait()
            await self.tick()
            ticks += 1
            if ticks % TICKS_PER_SECOND == 0:
                now = asyncio.get_running_loop().time()
                for document in self:
                    document.connections.check_timeouts(now)
            for document in self:
                self.tend(document)
                if self.is_idle(document) and steady() - document.used_at > QUIET:
                    self.evict(document)
