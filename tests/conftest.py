"""What tests of the whole application share: one event loop, a migrated database, a server that runs, a group."""

import asyncio
import contextlib
import functools
import inspect
import shutil
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from board.db.base import metadata
from board.db.migrate import migrate
from board.facilitation import crowd
from board.live import connections
from board.live.transport.rate_limit import Rate
from board.web import assets
from tests import crowds
from tests.brainstorm.running import MovableClock, Server, serving
from tests.cast import Group, gather
from tests.databases import ON_POSTGRESQL, databases
from tests.front_end import build

# They need PostgreSQL, and `make test-scale` runs them.
collect_ignore = ["scale"]

COUNTS_AFTER, NEEDS_HOLD = crowd.COUNTS_AFTER, crowd.needs_hold
LONGEST = 150.0
"""seconds for an asynchronous test without a `timeout` of its own"""
_broken: list[str] = []


def pytest_internalerror(excrepr: object) -> None:
    _broken.append(str(excrepr))


def pytest_unconfigure() -> None:
    """Of a long output often only the end is kept, so what broke the run itself is printed last, once more."""
    for error in _broken:
        print("\n".join(error.splitlines()[-12:]), file=sys.stderr)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """uvloop swallows the signal that ends a test which waits for ever, so each such test has a bound of its own."""
    for item in items:
        if isinstance(item, pytest.Function) and inspect.iscoroutinefunction(item.obj):
            own = item.get_closest_marker("timeout")
            item.obj = _bounded(item.obj, own.args[0] if own else LONGEST)


def _bounded(test: Callable[..., Awaitable[None]], seconds: float) -> Callable[..., Awaitable[None]]:
    @functools.wraps(test)
    async def bounded(*args: object, **kwargs: object) -> None:
        async with asyncio.timeout(seconds):
            await test(*args, **kwargs)

    return bounded


@pytest.fixture(scope="session")
def anyio_backend() -> tuple[str, dict[str, bool]]:
    """The loop that the server runs on."""
    return "asyncio", {"use_uvloop": True}


@pytest.fixture(scope="session", autouse=True)
def postgresql_runs() -> Iterator[None]:
    """For as long as tests need it, and only when they are to run on it."""
    with databases.running() if ON_POSTGRESQL else contextlib.nullcontext():
        yield


@pytest.fixture(autouse=True)
def own_databases() -> Iterator[None]:
    """No test sees those of another. It comes before every server, and so ends after it."""
    yield
    databases.drop()


@pytest.fixture(autouse=True)
def quick_crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    """`patient_crowd` brings the times of the product back."""
    crowds.quick_crowd(monkeypatch.setattr)


@pytest.fixture
def patient_crowd(quick_crowd: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """People count after 30 s, and small reveals are held. Ask for it before the server and the group."""
    monkeypatch.setattr(crowd, "COUNTS_AFTER", COUNTS_AFTER)
    monkeypatch.setattr(crowd, "needs_hold", NEEDS_HOLD)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file that tests copy."""
    file = tmp_path_factory.mktemp("migrated") / "board.db"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{file}", metadata))
    return file


@pytest.fixture
def database(empty_database: Path, tmp_path: Path) -> Path:
    """A migrated database of this test's own."""
    folder = tmp_path / "data"
    folder.mkdir()
    return Path(shutil.copy(empty_database, folder / "board.db"))


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def front_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built front end as far as pages need one, so that no test waits for a real build."""
    static = tmp_path / "static"
    build(
        static, {f"src/pages/{name}": {"file": f"assets/{name}.js", "name": name, "isEntry": True} for name in ENTRIES}
    )
    monkeypatch.setattr(assets, "STATIC", static)
    return static


ENTRIES = ("home", "recap-list", "news-list", "accept", "board", "decision", "session")


@pytest.fixture
async def server(database: Path, clock: MovableClock, front_end: Path) -> AsyncIterator[Server]:
    async with serving(database, clock) as server:
        yield server


@pytest.fixture
async def group(server: Server) -> AsyncIterator[Group]:
    """A hidden board with its people, in the lobby."""
    async with gather(server) as group:
        yield group


@pytest.fixture
async def grouping(group: Group, monkeypatch: pytest.MonkeyPatch) -> Group:
    """A board in the grouping phase, without the limits on rate and sockets that other tests cover."""
    await group.goes("diverge")
    await group.pia.write("the only idea")
    await group.goes("cluster")
    monkeypatch.setattr(group.server.rooms.senders, "rate", Rate(burst=10**6, per_second=10**6))
    monkeypatch.setattr(group.server.rooms.senders, "_buckets", {})
    monkeypatch.setattr(connections, "MAX_SOCKETS", 1000)
    return group
