"""The journal with documents that store one number, on a real database."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from board.canvas.writer import Canvas
from board.clock import FixedClock
from board.db.engine import create_engine
from board.live import journal as journal_module
from board.live import registry
from board.live.connections import Connection as Page
from board.live.document import BatchJob, Committer, Failure, LiveDocument
from board.live.jobs import ReadJob, SyncJob
from board.live.journal import Journal
from board.live.registry import Registry
from board.live.snapshot_cache import Replicated
from board.live.storage_health import StorageHealth
from board.live.transport.rate_limit import Rate
from board.live.transport.send_queue import AsgiSendQueue
from board.people.cookie import Person
from board.protocol.roles import Role
from tests.brainstorm.running import eventually, passing


class Number(LiveDocument):
    """A document that is one number."""

    def __init__(self, id: str, committer: "NumberCommitter") -> None:
        super().__init__(id, committer)
        self.value = 0
        self.reloads = 0
        self.published: list[int] = []
        self.synced: list[Page] = []

    @property
    def version(self) -> int:
        return 0

    @property
    def replica(self) -> Replicated:
        return Canvas()

    @property
    def links(self) -> dict[bytes, Role]:
        return {}

    def people(self, now: float) -> None:
        return None

    def people_moved(self, now: float) -> None:
        raise AssertionError

    def receive_cursors(self, process: str, content: bytes | None) -> None:
        raise AssertionError

    def sync(self, connection: Page, state_vector: bytes, charge: Callable[[int], None]) -> None:
        assert self.published == [self.value]
        self.synced.append(connection)


@dataclass(eq=False)
class Add(BatchJob[Number]):
    amount: int
    answers: list[str]

    def fail(self, why: Failure) -> None:
        self.answers.append(why.name)


Job = Add | ReadJob[Number] | SyncJob[Number]


class NumberCommitter(Committer[Number, Job]):
    """Knows nothing but numbers to add, and cannot add 13."""

    async def reload(self, conn: AsyncConnection, document: Number) -> None:
        document.value = 0
        document.reloads += 1

    def tell_trouble(self, document: Number) -> None:
        pass

    def judge(self, document: Number, jobs: Sequence[Job]) -> list[Callable[[], None]]:
        added = [job for job in jobs if isinstance(job, Add)]
        for job in added:
            if job.amount == 13:
                raise ZeroDivisionError
            document.value += job.amount
        return [partial(job.answers.append, "added") for job in added]

    def is_dirty(self, document: Number) -> bool:
        return True

    def save(self, conn: Connection, document: Number) -> None:
        conn.execute(text("SELECT 1"))

    def forgets(self, document: Number) -> bool:
        return False

    def publish(self, document: Number, jobs: Sequence[Job], *, changed: bool) -> None:
        document.published.append(document.value)


@asynccontextmanager
async def journal(file: Path) -> AsyncIterator[Journal]:
    engine = create_engine(f"sqlite+aiosqlite:///{file}")
    one = Journal(engine)
    async with one.running():
        yield one
    await engine.dispose()


@pytest.mark.parametrize("position", [0, 1, 2])
async def test_a_document_that_cannot_be_judged_fails_alone(database: Path, position: int) -> None:
    committer, answers = NumberCommitter(), dict[str, list[str]]()
    documents = [Number(name, committer) for name in ("first", "second", "third")]
    async with journal(database) as one:
        for at, document in enumerate(documents):
            answers[document.id] = []
            one.submit(Add(document, 13 if at == position else 5, answers[document.id]))
        await eventually(lambda: all(answers.values()))
    failed = documents.pop(position)
    assert answers.pop(failed.id) == ["FAULT"]
    assert failed.inbox.stale
    assert failed.published == []
    for document in documents:
        assert answers[document.id] == ["added"]
        assert (document.reloads, document.published, document.inbox.stale) == (0, [5], False)


async def test_the_other_jobs_of_its_document_are_done_again(database: Path) -> None:
    document, answers = Number("only", NumberCommitter()), list[list[str]]()
    async with journal(database) as one:
        for amount in (3, 13, 4):
            answers.append([])
            one.submit(Add(document, amount, answers[-1]))
        await eventually(lambda: all(answers))
    assert answers == [["added"], ["FAULT"], ["added"]]
    # Each fault loads the document again; this one forgets what it had.
    assert document.published == [3, 4]


async def test_what_is_queued_when_the_server_stops_is_stored(database: Path) -> None:
    document, answers = Number("only", NumberCommitter()), list[str]()
    async with journal(database) as one:
        one.submit(Add(document, 1, answers))
        one.submit(Add(document, 2, answers))
    assert answers == ["added", "added"]
    assert document.published == [3]


async def test_replicas_and_reads_are_answered_when_what_was_queued_before_is_stored(database: Path) -> None:
    document, answers, seen = Number("only", NumberCommitter()), list[str](), list[int | None]()

    async def send(_: bytes) -> None:
        """Takes everything."""

    here, gone = (Page(Person("person", {}), Role.PARTICIPANT, AsgiSendQueue(send)) for _ in range(2))
    document.enter(here, 0.0)
    async with journal(database) as one:
        one.submit(SyncJob(document, here, b"\0", lambda _: None))
        one.submit(SyncJob(document, gone, b"\0", lambda _: None))
        one.submit(Add(document, 5, answers))
        one.submit(ReadJob(document, lambda read: seen.append(read and read.value)))
    assert (document.synced, answers, seen) == ([here], ["added"], [5])


async def test_storage_that_needs_nothing_is_not_looked_at(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks, erase = 0, StorageHealth.erase

    async def noted(storage: StorageHealth) -> None:
        nonlocal looks
        looks += 1
        await erase(storage)

    monkeypatch.setattr(journal_module, "MAINTAIN_EVERY", 0.001)
    monkeypatch.setattr(journal_module, "DRAIN", 1000.0)
    monkeypatch.setattr(StorageHealth, "erase", noted)
    async with asyncio.timeout(20):
        async with journal(database) as one:
            await eventually(lambda: not one.storage.unerased)
            before = looks
            await passing(0.1)
            assert looks <= before + 1, "one look was under way"
            one.storage.mark_unerased()
            await eventually(lambda: not one.storage.unerased)


class Numbers(Registry[Number]):
    """Notes how often it ticks and tends."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal, FixedClock(), Rate(burst=1, per_second=1))
        self.ticks = 0
        self.tended = 0

    async def load(self, id: str) -> Number:
        return Number(id, NumberCommitter())

    def tend(self, document: Number) -> None:
        self.tended += 1

    def has_tended(self, times: int) -> bool:
        return self.tended >= times

    async def tick(self) -> None:
        self.ticks += 1
        await super().tick()


async def test_a_registry_without_an_open_document_rests(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "TICK", 0.001)
    # A stopping server would wait for so long if it could not be woken.
    monkeypatch.setattr(registry, "DRAIN", 1000.0)
    async with asyncio.timeout(20), journal(database) as one:
        numbers = Numbers(one)
        async with numbers.running():
            await passing(0.1)
            assert numbers.ticks == 0
            for _ in range(2):
                before = numbers.tended
                document = await numbers.find("only")
                assert document is not None
                await eventually(partial(numbers.has_tended, before + 1))
                numbers.evict(document)
                before = numbers.ticks
                await passing(0.1)
                assert numbers.ticks <= before + 1, "one tick was under way"
