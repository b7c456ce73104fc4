"""One engine for each test, and what its windows looked like when a test failed."""

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from e2e.engines.firefox import firefox
from e2e.engines.installing import ENGINES, in_words, required
from e2e.engines.person import Writer
from e2e.engines.webkit import webkit
from e2e.engines.window import DESKTOP, Engine

BEGIN: dict[str, Callable[[str, Path], AbstractContextManager[Engine]]] = {"firefox": firefox, "webkit": webkit}
FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests begin first, so that no worker is left with one when the others have finished."""
    here = Path(__file__).parent
    items.sort(key=lambda item: item.path.parent != here)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if call.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture(params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A browser with nothing in it. Where it is missing, the test is skipped, or fails if it has to run here."""
    binary = ENGINES[request.param]()
    if binary is None:
        (pytest.fail if required() else pytest.skip)(in_words(request.param))
    with BEGIN[request.param](binary, tmp_path) as engine:
        yield engine


class Room:
    """Lets people in: each has a window of their own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.people: list[Writer] = []

    def person(self, name: str, size: tuple[int, int] = DESKTOP) -> Writer:
        person = Writer(name, self._engine.window(size))
        self.people.append(person)
        return person


@pytest.fixture
def room(engine: Engine, request: pytest.FixtureRequest) -> Iterator[Room]:
    """Fails the test when any page complained."""
    room = Room(engine)
    yield room
    if request.node.stash.get(FAILED, False):
        _keep_pictures(room, request)
    said = [f"{person.name}: {line}" for person in room.people for line in person.window.said]
    assert not said, "\n".join(said)


def _keep_pictures(room: Room, request: pytest.FixtureRequest) -> None:
    """Where pytest-playwright keeps those of its own."""
    name = re.sub(r"[^a-z0-9]+", "-", request.node.nodeid.lower()).strip("-")
    folder = Path(request.config.getoption("--output")) / name
    folder.mkdir(parents=True, exist_ok=True)
    for person in room.people:
        (folder / f"{person.name}.png").write_bytes(person.window.screenshot())
