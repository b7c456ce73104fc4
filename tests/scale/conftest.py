"""PostgreSQL for the tests of this folder, which `make test-scale` runs: each worker has a server of its own."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.brainstorm.clients import Browser, Tab
from tests.brainstorm.running import MovableClock, Server, serving
from tests.cast import Group, gather
from tests.scale.cluster import Cluster, Database, cluster
from tests.scale.compared import Compared
from tests.scale.full_file import fill, play
from tests.scale.racing import Race, racing
from tests.scale.visits import Visits


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """The server. A test may stop, kill and restart it: it runs again before the next one."""
    with cluster() as one:
        yield one


@pytest.fixture
def shared(postgres: Cluster) -> Iterator[Database]:
    """A migrated database of this test's own, for as many processes as it likes."""
    postgres.start()
    with postgres.database() as one:
        yield one


@pytest.fixture
async def running(shared: Database, clock: MovableClock, front_end: Path, tmp_path: Path) -> AsyncIterator[Server]:
    """A server on this test's database."""
    async with serving(tmp_path / "unused", clock, database_url=shared.url) as server:
        yield server


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Boards in every phase and sessions in every state, and something in each table."""
    file = tmp_path_factory.mktemp("played") / "board.db"
    asyncio.run(play(f"sqlite+aiosqlite:///{file}"))
    fill(file)
    return file


@pytest.fixture
def source(played: Path, tmp_path: Path) -> Path:
    """A database of this test's own."""
    return Path(shutil.copy(played, tmp_path / "board.db"))


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str], shared: Database) -> Callable[[], list[str]]:
    """The lines that the last command printed. No password is among them."""

    def lines() -> list[str]:
        out, err = capsys.readouterr()
        assert shared.cluster.password not in out + err
        return out.splitlines()

    return lines


@dataclass
class Pair:
    """Two servers on one database, in the loop of the test and by one clock."""

    first: Server
    second: Server
    _ends: AsyncExitStack = field(default_factory=AsyncExitStack)
    """of the first"""

    async def end_first(self) -> None:
        """It stops, and nothing that it knew alone is known any more."""
        await self._ends.aclose()


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> Iterator[Compared]:
    """What servers of this test read of each other's changes. It must make them what a load would make them."""
    one = Compared()
    one.watch(monkeypatch)
    yield one
    assert not one.different


@pytest.fixture
async def pair(
    shared: Database, clock: MovableClock, front_end: Path, tmp_path: Path, compared: Compared
) -> AsyncIterator[Pair]:
    """No clock of theirs follows the database's: it is the test's."""
    async with AsyncExitStack() as ends:
        first = await ends.enter_async_context(serving(tmp_path / "first", clock, database_url=shared.url))
        async with serving(tmp_path / "second", clock, database_url=shared.url) as second:
            yield Pair(first, second, ends)


@pytest.fixture
async def group(pair: Pair) -> AsyncIterator[Group]:
    """Its pages are at the first server."""
    async with gather(pair.first) as one:
        yield one


@pytest.fixture
async def lea(pair: Pair, group: Group) -> Tab:
    """One more of the group, whose page is at the second server."""
    browser = group.browsers["lea"] = Browser(pair.second.base)
    await browser.follow(group.links["participate"])
    return await browser.open()


@pytest.fixture
async def visits() -> AsyncIterator[Visits]:
    async with Visits() as some:
        yield some


@pytest.fixture(scope="module")
async def race(postgres: Cluster, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Race]:
    """Processes take seconds to start, and each test races on documents of its own."""
    postgres.start()
    with postgres.database() as database:
        async with racing(database, tmp_path_factory.mktemp("race")) as one:
            yield one
