"""The one task that writes. What queues up while a commit runs is the next batch.

A batch is judged in memory, stored in one transaction, and only then broadcast and answered: nobody ever sees what
could still be lost. Everything that is sent about a document passes through the same queue, so clients never see a
state that is not committed.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from functools import partial

from sqlalchemy.ext.asyncio import AsyncEngine

from board.clock import pause
from board.db.engine import is_sqlite, is_storage_fault, reader
from board.db.writer import Writer
from board.live.document import AnyBatchJob, AnyJob, BatchJob, ExclusiveJob, Failure, LiveDocument, NoDocumentError
from board.live.jobs import FollowJob, SyncJob
from board.live.panics import ends_the_task
from board.live.storage_health import StorageHealth
from board.live.stored import batch
from board.live.stored.documents import OutrunError, lock, outrun
from board.people.links import mint

log = logging.getLogger("shortlist.journal")

LARGEST_BATCH = 2000
SHORTEST_TICK, LONGEST_TICK = 0.03, 0.06
"""seconds between two changes of one document that leave separately; a page that drags sends one in so long"""
RATIO = 16
"""length of a tick, as a multiple of the time that storing and broadcasting a change took"""
MAINTAIN_EVERY = 0.2
"""seconds between two looks at a storage that needs something"""
DRAIN = 5.0
"""seconds that a stopping server gives to what is queued"""


class Journal:
    """Group commit for all live documents. `submit` is synchronous; a job answers through its own callbacks."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self.writer = Writer(engine)
        self.storage = StorageHealth(engine, self.writer)
        self.run = mint()
        """which run of the server this is; after a restart the database may be an older one"""
        self.is_current: Callable[[], bool] = lambda: True
        """whether memory is as new as the database, as far as other processes write to it"""
        self._ready: asyncio.Queue[LiveDocument] = asyncio.Queue()
        self._open = 0
        self._idle = asyncio.Event()
        self._idle.set()

    def submit(self, job: AnyJob) -> None:
        """Queues it. The first change after a quiet moment leaves at once; in a busy one it joins the next tick."""
        document: LiveDocument = job.document
        inbox = document.inbox
        inbox.queued += 1
        inbox.jobs.append(job)
        self._open += 1
        self._idle.clear()
        if inbox.scheduled:
            return
        inbox.scheduled = True
        loop = asyncio.get_running_loop()
        wait = inbox.free_at - loop.time()
        if wait <= 0:
            self._ready.put_nowait(document)
        else:
            loop.call_later(wait, self._ready.put_nowait, document)

    async def drain(self) -> None:
        """Waits until nothing is queued."""
        await self._idle.wait()

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Writes until the block is left; what is queued by then is still stored."""
        stopping = asyncio.Event()
        maintaining = asyncio.create_task(self._maintain(stopping))
        tasks = [asyncio.create_task(self._write()), maintaining]
        for task in tasks:
            task.add_done_callback(log_end)
        try:
            yield
        finally:
            stopping.set()
            self.storage.wake()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(DRAIN):
                    await asyncio.shield(maintaining)
                    await self.drain()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self.writer.close()

    async def _write(self) -> None:
        while True:
            documents = [await self._ready.get()]
            while not self._ready.empty():
                documents.append(self._ready.get_nowait())
            jobs = [job for document in documents for job in self._take(document)]
            try:
                await self._batch([job for job in jobs if isinstance(job, BatchJob)])
                for job in jobs:
                    if isinstance(job, ExclusiveJob) and await job.run(self.writer):
                        self.storage.mark_unerased()
            finally:
                for job in jobs:
                    job.document.inbox.queued -= 1
                self._open -= len(jobs)
            if self._ready.empty():
                await self.storage.erase()
            if self._open == 0:
                self._idle.set()

    async def _maintain(self, stopping: asyncio.Event) -> None:
        while not stopping.is_set():
            await self.storage.needed()
            await pause(MAINTAIN_EVERY, stopping)
            await self.storage.erase()
            await self.storage.probe()

    def _take(self, document: LiveDocument) -> list[AnyJob]:
        inbox = document.inbox
        jobs, inbox.jobs = inbox.jobs[:LARGEST_BATCH], inbox.jobs[LARGEST_BATCH:]
        inbox.scheduled = bool(inbox.jobs)
        if inbox.scheduled:
            self._ready.put_nowait(document)
        return jobs

    async def _batch(self, jobs: list[AnyBatchJob]) -> None:
        by_document: batch.Jobs = {}
        for job in jobs:
            by_document.setdefault(job.document, []).append(job)
        documents, began = list(by_document), time.perf_counter()
        try:
            answers, failed, changed = await self._judge_and_store(by_document)
        except BaseException as error:
            if ends_the_task(error):
                raise
            await self._failed(documents, jobs, error)
            return
        for document, own in by_document.items():
            self._publish(document, own, changed=document in changed, began=began)
        for answer in answers:
            answer()
        for document, own, fault in failed:
            await self._failed([document], own, fault)

    async def _judge_and_store(
        self, by_document: batch.Jobs
    ) -> tuple[list[Callable[[], None]], list[batch.FailedDocument], list[LiveDocument]]:
        """What to call when it is published, what could not be judged, and where something was written.

        Documents that another process changed meanwhile are loaded and judged again; the others are not.
        """
        answers: batch.Answers = {}
        for document, jobs in by_document.items():
            if news := [job for job in jobs if isinstance(job, FollowJob) and job.is_news]:
                await self._follow(document, news)
            if not self.is_current():
                # On old memory a command may be refused, and a tick may tell, what is not so any more.
                document.inbox.stale |= not all(isinstance(job, FollowJob) for job in jobs)
        await self.settle(by_document)
        failed = batch.judge(by_document, answers)
        failed += await self._compare(by_document, answers)
        dirty = [document for document in by_document if document.committer.is_dirty(document)]
        try:
            await self._store(dirty)
        except OutrunError:
            dirty = await self._judge_again(dirty, by_document, answers, failed)
        return [answer for document in by_document for answer in answers[document]], failed, dirty

    async def _follow(self, document: LiveDocument, news: Sequence[FollowJob[LiveDocument]]) -> None:
        """Reads what was written, or lets the document be loaded again."""
        inbox, version = document.inbox, document.version
        changed = [job.changed for number, job in enumerate(news, 1) if job.version == version + number]
        named = [names for names in changed if names is not None]
        follows = len(named) == len(news)
        if follows and not (inbox.stale or document.gone or self.storage.away):
            async with reader(self._engine).connect() as conn:
                follows = await document.committer.follow(conn, document, news[-1].version, frozenset().union(*named))
        inbox.stale |= not follows

    async def settle(self, documents: Iterable[LiveDocument]) -> None:
        """Loads those again that may differ from what is stored. Raises NoDocumentError when one was deleted."""
        if stale := [document for document in documents if document.gone or document.inbox.stale]:
            if self.storage.away:
                # An attempt may take seconds, and the probe makes one.
                raise batch.DatabaseAwayError
            async with reader(self._engine).connect() as conn:
                await batch.reload(conn, stale)

    async def _compare(self, by_document: batch.Jobs, answers: batch.Answers) -> list[batch.FailedDocument]:
        """Commands that change nothing are not stored, which would show that another process was faster."""
        unchanged = batch.left_unchanged(by_document)
        if not unchanged or is_sqlite(self._engine) or self.storage.readonly:
            return []
        async with reader(self._engine).connect() as conn:
            behind = await conn.run_sync(partial(outrun, versions=batch.versions(unchanged)))
            return await batch.reload_and_judge(conn, behind, by_document, answers)

    async def _store(self, dirty: Sequence[LiveDocument]) -> None:
        """Commits what changed. Raises OutrunError when another process was faster, and has written nothing then."""
        if dirty:
            await self.writer.write(partial(batch.save, dirty))
            self._stored(dirty)

    async def _judge_again(
        self,
        documents: Sequence[LiveDocument],
        by_document: batch.Jobs,
        answers: batch.Answers,
        failed: list[batch.FailedDocument],
    ) -> list[LiveDocument]:
        """Another process was faster: now nobody else is, while those that are behind are loaded and judged again."""
        async with self._engine.begin() as conn:
            behind = await conn.run_sync(partial(lock, versions=batch.versions(documents)))
            failed += await batch.reload_and_judge(conn, behind, by_document, answers)
            dirty = [one for one in documents if one in by_document and one.committer.is_dirty(one)]
            await conn.run_sync(partial(batch.save, dirty))
        self._stored(dirty)
        return dirty

    def _stored(self, dirty: Sequence[LiveDocument]) -> None:
        self.storage.succeed()
        if any(document.committer.forgets(document) for document in dirty):
            self.storage.mark_unerased()

    def _publish(self, document: LiveDocument, jobs: list[AnyBatchJob], *, changed: bool, began: float) -> None:
        publish(document, jobs, changed=changed)
        if changed:
            took = time.perf_counter() - began
            tick = min(max(SHORTEST_TICK, RATIO * took), LONGEST_TICK)
            document.inbox.free_at = asyncio.get_running_loop().time() + tick

    def _cannot_store(self, documents: Sequence[LiveDocument], jobs: Sequence[AnyBatchJob]) -> None:
        self.storage.fail()
        if self.storage.away:
            for document in documents:
                document.committer.tell_trouble(document)
        for job in jobs:
            job.fail(Failure.STORAGE)

    async def _failed(
        self, documents: Sequence[LiveDocument], jobs: Sequence[AnyBatchJob], error: BaseException
    ) -> None:
        """Nothing was kept or shown. A storage fault is everybody's; any other is found by trying one by one."""
        for document in documents:
            batch.drop_memory(document)
            if isinstance(error, NoDocumentError) and error.args == (document.id,):
                document.vanish()
        if not isinstance(error, batch.DatabaseAwayError):
            # The text of an error may hold what a person wrote; its kind never does.
            log.error("A batch of %d failed: %s", len(jobs), type(error).__name__)
        if is_storage_fault(error):
            self._cannot_store(documents, jobs)
        elif len(jobs) == 1:
            jobs[0].fail(Failure.DELETED if jobs[0].document.gone else Failure.FAULT)
        else:
            for job in jobs:
                await self._batch([job])


def publish(document: LiveDocument, jobs: Sequence[AnyBatchJob], *, changed: bool) -> None:
    """Shows what was stored to every page of the document."""
    document.inbox.in_hand = False
    try:
        document.committer.publish(document, jobs, changed=changed)
        for job in jobs:
            if isinstance(job, SyncJob) and job.connection in document.connections:
                document.sync(job.connection, job.state_vector, job.charge)
    except Exception as error:
        # It is stored, so it is answered. The pages reconnect and sync.
        log.critical("A change could not be broadcast: %s", type(error).__name__)
        document.connections.close_all()


def log_end(task: asyncio.Task[None]) -> None:
    """A callback for a task that must not end by itself."""
    if not task.cancelled() and (error := task.exception()) is not None:
        log.critical("A task that must not end has ended: %s", type(error).__name__)
