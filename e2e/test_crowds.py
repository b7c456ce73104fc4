"""The server holds a reveal that would identify one of few authors, and the page says so; with the real times."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import PATIENCE, People
from e2e.server import Server
from e2e.trouble import Trouble

HELD = re.compile(r"^Reveal in \d+ s, so that nobody can tell who was first$")
LONGER = PATIENCE + 30_000


@pytest.fixture(scope="module")
def unhurried(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The `board` command itself."""
    server = Server(pytestconfig.rootpath, Path(tmp_path_factory.mktemp("unhurried")), hurried=False)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def writing(unhurried: Server, tables: Callable[..., Table]) -> Table:
    table = tables(unhurried)
    table.go("diverge")
    return table


def test_a_reveal_of_one_idea_counts_down_and_takes_in_what_comes_meanwhile(people: People, writing: Table) -> None:
    mara, ben, ada = people.leads(writing), people.takes_part(writing), people.takes_part(writing)
    ben.writes("Legalise fourplexes")
    mara.presses("Reveal 1 idea now")
    mara.presses("Reveal 1 idea", mara.dialog("Reveal before time is up?"))
    expect(mara.button(HELD)).to_be_visible()
    ada.reads("The reveal comes in a moment. You can still write.")
    ada.writes("Tax empty homes")
    expect(mara.page.get_by_role("heading", name="2 ideas", exact=True)).to_be_visible(timeout=LONGER)


def test_keep_writing_calls_a_held_reveal_off(people: People, writing: Table) -> None:
    mara, ben = people.leads(writing), people.takes_part(writing)
    ben.writes("Legalise fourplexes")
    mara.presses("Reveal 1 idea now")
    mara.presses("Reveal 1 idea", mara.dialog("Reveal before time is up?"))
    expect(mara.button(HELD)).to_be_visible()
    mara.presses("Keep writing")
    mara.hears("The timer was changed, so the reveal was called off.")
    expect(mara.button("Reveal 1 idea now")).to_be_visible()
    ben.writes("And one more")


def test_a_late_idea_is_let_in_a_little_later(people: People, writing: Table) -> None:
    mara, ben = people.leads(writing), people.takes_part(writing)
    writing.go("reveal")
    mara.is_at("Read")
    ben.presses("Something missing? Add an idea")
    expect(ben.pen).to_be_focused()
    ben.page.keyboard.insert_text("Came late")
    ben.page.keyboard.press("Enter")
    mara.presses("Let it in")
    mara.reads("It comes in a little later, so that nobody can tell who was first.")
    expect(ben.idea("Came late")).to_be_visible(timeout=LONGER)


def test_a_locked_door_is_seen_from_inside_and_from_outside(people: People, writing: Table, trouble: Trouble) -> None:
    trouble.allow("403")
    mara, ben = people.leads(writing), people.takes_part(writing)
    expect(ben.pen).to_be_focused()
    mara.presses("Board: question, your link, door, files")
    mara.presses("Lock the door", mara.dialog("This board"))
    ben.reads("Locked")
    eve = people.participant(writing)
    eve.opens(writing.links["participate"])
    expect(eve.page.get_by_role("heading", name="The door is locked")).to_be_visible()
    assert "housing" not in eve.page.content()
    mara.presses("Open the door", mara.dialog("This board"))
    eve.page.get_by_role("link", name="Try again").click()
    expect(eve.pen).to_be_focused()
