"""The server is replaced by a newer version while people write: a calm line, nothing lost, a reload between phases."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from e2e.api import Table
from e2e.conftest import People
from e2e.newer import newer
from e2e.server import Server
from e2e.trouble import SERVER_GONE, Trouble

BACK = 30_000
READY = "A newer version of this page is ready."
OLD_PART = r"404 GET .*/static/assets/|404 \(Not Found\)|Failed to fetch dynamically imported module"


@pytest.fixture(scope="module")
def of_another_protocol(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> str:
    return newer(pytestconfig.rootpath, tmp_path_factory.mktemp("protocol"), protocol=2)


@pytest.fixture(scope="module")
def of_the_same_protocol(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> str:
    return newer(pytestconfig.rootpath, tmp_path_factory.mktemp("build"), protocol=1)


def _marked(page: Page) -> bool:
    """Whether this is still the page that was marked, not another load of it."""
    return bool(page.evaluate("window.marked === true"))


def _is_whole(page: Page) -> None:
    """Its last part is there: a page that lacks one reloads from a newer server."""
    expect(page.locator(".promise-button + dialog")).to_be_attached()


def _replace(server: Server, python: str) -> None:
    server.kill()
    server.becomes(python)
    server.start()


def test_nobody_is_reloaded_while_writing_and_everybody_between_phases(
    mortal: Server, people: People, mortal_table: Table, trouble: Trouble, of_another_protocol: str
) -> None:
    # A page fetches the parts of later phases while it is idle, and the old ones are gone.
    trouble.allow(OLD_PART)
    ben, ada = people.takes_part(mortal_table), people.takes_part(mortal_table)
    for one in (ben, ada):
        expect(one.pen).to_be_focused()
        _is_whole(one.page)
        one.page.evaluate("window.marked = true")
    ben.pen.fill("Half a thought")
    _replace(mortal, of_another_protocol)
    for one in (ben, ada):
        expect(one.page.get_by_text(READY)).to_be_visible(timeout=BACK)
    ada.writes("Written on the old page")
    assert _marked(ben.page)
    assert _marked(ada.page), "the phase goes on, and she may be about to write"
    expect(ben.pen).to_have_value("Half a thought")
    mortal_table.go("reveal")
    for one in (ben, ada):
        one.is_at("Read")
        expect(one.page.get_by_text(READY)).to_have_count(0)
        assert not _marked(one.page)
        expect(one.ideas()).to_have_count(2)
    assert sorted(idea["text"] for idea in mortal_table.lead.sees()["ideas"]) == [
        "Half a thought",
        "Written on the old page",
    ]


def test_a_newer_page_at_an_older_server_says_the_same_and_does_not_go_round_in_circles(
    mortal: Server, people: People, tables: Callable[..., Table], trouble: Trouble, of_another_protocol: str
) -> None:
    trouble.allow(SERVER_GONE)
    mortal.stop()
    mortal.becomes(of_another_protocol)
    mortal.start()
    table = tables(mortal)
    table.go("diverge")
    ben = people.takes_part(table)
    ben.pen.fill("Typed on the newer page")
    # A server that was rolled back, while something in between still serves the newer files.
    _replace(mortal, of_another_protocol.replace("PROTOCOL = 2", "PROTOCOL = 1"))
    expect(ben.page.get_by_text(READY)).to_be_visible(timeout=BACK)
    expect(ben.pen).to_have_value("Typed on the newer page")
    table.go("reveal")
    ben.is_at("Read")
    table.go("cluster")
    ben.is_at("Group")
    ben.page.evaluate("window.marked = true")
    expect(ben.page.get_by_text(READY)).to_be_visible()
    table.go("vote")
    ben.is_at("Vote")
    ben.page.wait_for_timeout(3_500)
    assert _marked(ben.page), "one reload has not helped, so there is no second one"


def test_a_part_of_the_page_that_is_not_there_any_more_breaks_nothing(
    mortal: Server, people: People, mortal_table: Table, trouble: Trouble, of_the_same_protocol: str
) -> None:
    trouble.allow(OLD_PART)
    ben = people.takes_part(mortal_table)
    ben.pen.fill("A draft of the old page")
    _is_whole(ben.page)
    ben.page.evaluate("window.marked = true")
    _replace(mortal, of_the_same_protocol)
    mortal_table.lead.do("set_timer", minutes=30)
    expect(ben.page.get_by_role("timer", name=re.compile("(29|30):"))).to_be_visible(timeout=BACK)
    expect(ben.pen).to_have_value("A draft of the old page")
    mortal_table.write(["A thought worth a card", "Another one"])
    mortal_table.go("cluster")
    ben.is_at("Group")
    expect(ben.ideas()).to_have_count(3)
    expect(ben.idea("A draft of the old page")).to_be_visible()
    # Dragging is a part of its own, wanted for the first time when ideas can be moved.
    ben.page.wait_for_function("() => window.marked !== true", timeout=BACK)
    expect(ben.page.get_by_text(READY)).to_have_count(0)
