"""Fixtures of every journey: the real server on its own database, one Chromium, and as many people as it needs."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from e2e.api import Api, Table
from e2e.axe import Look
from e2e.chromium import QUIET, find_chromium, find_shell
from e2e.people import Facilitator, Participant, Watcher
from e2e.server import Server
from e2e.trouble import SERVER_GONE, Trouble

# Two cores are shared by two browsers and two servers; what is waited for is waited for, never slept.
PATIENCE = 20_000
DESKTOP = {"width": 1440, "height": 900}


def pytest_configure(config: pytest.Config) -> None:
    expect.set_options(timeout=PATIENCE)
    if config.option.screenshot == "off":
        config.option.screenshot = "only-on-failure"
    if config.option.tracing == "off" and os.environ.get("TRACES"):
        config.option.tracing = "retain-on-failure"


@pytest.fixture(scope="session")
def base_url() -> None:
    """Tests pass each person's browser the address of its server, so there is no base URL."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return browser_type_launch_args | {"executable_path": find_shell(), "args": list(QUIET)}


@pytest.fixture(scope="session")
def with_windows(launch_browser: Callable[..., Browser]) -> Iterator[Browser]:
    browser = launch_browser(executable_path=find_chromium())
    yield browser
    browser.close()


@pytest.fixture
def browser(request: pytest.FixtureRequest, browser: Browser) -> Browser:
    """A whole Chromium for tests that are marked with `windows`, else one without them."""
    if request.node.get_closest_marker("windows") is None:
        return browser
    whole: Browser = request.getfixturevalue("with_windows")
    return whole


@pytest.fixture(scope="session")
def shared_server(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(pytestconfig.rootpath, tmp_path_factory.mktemp("server"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def server(shared_server: Server) -> Iterator[Server]:
    """One for all tests: each has a board of its own. Fails the test during which the server logs an error."""
    before = len(shared_server.log)
    yield shared_server
    _assert_no_fault(shared_server.log[before:])


@pytest.fixture
def mortal(pytestconfig: pytest.Config, tmp_path: Path) -> Iterator[Server]:
    """One for a single test, which may kill it and start it again."""
    server = Server(pytestconfig.rootpath, tmp_path)
    server.start()
    yield server
    server.stop()
    _assert_no_fault(server.log)


@pytest.fixture(scope="session")
def shared_played(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(pytestconfig.rootpath, tmp_path_factory.mktemp("played"), played=True)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def played(shared_played: Server) -> Iterator[Server]:
    """One for all tests, whose time `advance` moves. Fails the test during which the server logs an error."""
    before = len(shared_played.log)
    yield shared_played
    _assert_no_fault(shared_played.log[before:])


def _assert_no_fault(log: str) -> None:
    assert not [line for line in log.splitlines() if "ERROR" in line or "Traceback" in line], log


@pytest.fixture
def trouble() -> Iterator[Trouble]:
    """Fails the test when any page logged an error."""
    seen = Trouble()
    yield seen
    assert not seen.left, "\n".join(seen.left)


@pytest.fixture
def look(pytestconfig: pytest.Config) -> Iterator[Look]:
    """Fails the test at its end with everything that axe found."""
    look = Look(pytestconfig.rootpath)
    yield look
    look.verdict()


class People:
    """Lets people in: each has a browser of their own."""

    def __init__(self, new_context: Callable[..., BrowserContext], trouble: Trouble) -> None:
        self._new_context = new_context
        self._trouble = trouble
        self.open: list[BrowserContext] = []

    def browser(self, server: Server | Table, **options: Any) -> BrowserContext:  # noqa: ANN401 the options are Playwright's
        context = self._new_context(**({"base_url": server.address, "viewport": DESKTOP} | options))
        context.set_default_timeout(PATIENCE)
        self._trouble.watch(context)
        self.open.append(context)
        return context

    def facilitator(self, server: Server | Table, **options: Any) -> Facilitator:  # noqa: ANN401
        return Facilitator(self.browser(server, **options).new_page())

    def participant(self, server: Server | Table, **options: Any) -> Participant:  # noqa: ANN401
        return Participant(self.browser(server, **options).new_page())

    def watcher(self, server: Server | Table, **options: Any) -> Watcher:  # noqa: ANN401
        return Watcher(self.browser(server, **options).new_page())

    def leads(self, table: Table) -> Facilitator:
        """The facilitator, with the board open."""
        mara = self.facilitator(table)
        mara.opens(table.links["facilitate"])
        return mara

    def takes_part(self, table: Table, **options: Any) -> Participant:  # noqa: ANN401
        """A participant with the board open."""
        ben = self.participant(table, **options)
        ben.opens(table.links["participate"])
        return ben


@pytest.fixture
def people(trouble: Trouble, new_context: Callable[..., BrowserContext]) -> People:
    return People(new_context, trouble)


@pytest.fixture
def tables() -> Iterator[Callable[..., Table]]:
    """Boards without browsers: a facilitator and people who speak to the server directly, to set a scene quickly."""
    opened: list[Api] = []

    def open_table(server: Server, **settings: object) -> Table:
        return Table.open(server.address, opened, **settings)

    yield open_table
    for one in opened:
        one.close()


@pytest.fixture
def table(server: Server, tables: Callable[..., Table]) -> Table:
    """A board in the lobby."""
    return tables(server)


@pytest.fixture
def mortal_table(mortal: Server, tables: Callable[..., Table], trouble: Trouble) -> Table:
    """A board on which people write while its server may stop; the errors that their pages then log are allowed."""
    trouble.allow(SERVER_GONE)
    table = tables(mortal)
    table.go("diverge")
    return table


@pytest.fixture
def ben(people: People, table: Table) -> Participant:
    """A participant in Write with time enough."""
    table.go("diverge")
    ben = people.takes_part(table)
    expect(ben.pen).to_be_focused()
    return ben
