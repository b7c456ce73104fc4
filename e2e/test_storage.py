"""The board cannot be stored for a while: the page says so, keeps what is written, and takes it back by itself."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Person
from e2e.server import Server

BACK = 30_000
READONLY = "The board cannot save just now. Nothing you see is lost; what you write waits here."


@pytest.fixture
def stuck(pytestconfig: pytest.Config, tmp_path: Path) -> Iterator[Server]:
    """A server whose log may speak of batches that failed, and of nothing else."""
    server = Server(pytestconfig.rootpath, tmp_path)
    server.start()
    yield server
    server.stop()
    faults = [line for line in server.log.splitlines() if "ERROR" in line or "Traceback" in line]
    assert faults, "the fault was never met"
    assert {line.split(" ", 2)[1] for line in faults} == {"shortlist.journal:"}, server.log


def _readonly(person: Person) -> Locator:
    return person.page.get_by_text(READONLY).filter(visible=True)


def test_a_page_says_that_nothing_can_be_stored_and_takes_it_back(
    stuck: Server, people: People, tables: Callable[..., Table]
) -> None:
    table = tables(stuck)
    table.go("diverge")
    ben, mara = people.takes_part(table), people.leads(table)
    ben.writes("Stored before")

    with closing(sqlite3.connect(stuck.database, isolation_level=None)) as another:
        another.execute("BEGIN IMMEDIATE")
        ben.pen.fill("Written while nothing can be stored")
        ben.pen.press("Enter")
        for person in (ben, mara):
            expect(_readonly(person)).to_be_visible()
        waiting = ben.own("Written while nothing can be stored")
        expect(waiting).to_be_visible()
        expect(waiting.get_by_text("saved", exact=True)).to_have_count(0)
        expect(ben.own("Stored before").get_by_text("saved", exact=True)).to_be_visible()

    for person in (ben, mara):
        expect(_readonly(person)).to_have_count(0, timeout=BACK)
    expect(waiting.get_by_text("saved", exact=True)).to_be_visible(timeout=BACK)
    ben.reads("All saved")
    table.go("reveal")
    shown = sorted(idea["text"] for idea in table.lead.sees()["ideas"])
    assert shown == ["Stored before", "Written while nothing can be stored"]
