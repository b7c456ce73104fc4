"""A page that was open while the server's store was wiped or set back: a clear word, and nothing written is lost."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import People
from e2e.people import Participant
from e2e.server import Server

BACK = 30_000
SET_BACK = "The board was put back to an earlier state."


def _files(server: Server) -> list[Path]:
    return list(server.database.parent.glob(f"{server.database.name}*"))


def _copied(server: Server, folder: Path) -> list[Path]:
    return [Path(shutil.copy(file, folder / file.name)) for file in _files(server)]


def _wipe(server: Server) -> None:
    for file in _files(server):
        file.unlink()


def _put_back(server: Server, copies: list[Path]) -> None:
    _wipe(server)
    for copy in copies:
        shutil.copy(copy, server.database.parent)


def _starts(server: Server, person: Participant) -> None:
    """The browser hears that the network is back, and does not wait for its next attempt."""
    server.start()
    person.page.evaluate("window.dispatchEvent(new Event('online'))")


def test_a_wiped_store_says_so_and_leaves_the_texts_readable(
    mortal: Server, people: People, mortal_table: Table
) -> None:
    ben = people.takes_part(mortal_table)
    ben.writes("Saved on the board that is gone")
    mortal.kill()
    ben.pen.fill("Written in the dark")
    ben.pen.press("Enter")
    ben.pen.fill("A draft that nobody sent")
    _wipe(mortal)
    _starts(mortal, ben)
    expect(ben.page.get_by_role("heading", name="This board is not here any more")).to_be_visible(timeout=BACK)
    written = ben.page.get_by_role("listitem")
    for text in ("Saved on the board that is gone", "Written in the dark", "A draft that nobody sent"):
        expect(written.filter(has_text=text)).to_be_visible()
    ben.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ben.presses("Copy")
    copied = ben.page.evaluate("navigator.clipboard.readText()")
    assert copied.split("\n") == ["Saved on the board that is gone", "Written in the dark", "A draft that nobody sent"]


def test_a_store_that_was_set_back_is_shown_as_it_is(
    mortal: Server, people: People, mortal_table: Table, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ben = people.takes_part(mortal_table)
    ben.writes("In the copy")
    mortal.kill()
    copies = _copied(mortal, tmp_path_factory.mktemp("copies"))
    _starts(mortal, ben)
    ben.reads("All saved")
    ben.writes("After the copy")
    mortal.kill()
    _put_back(mortal, copies)
    _starts(mortal, ben)
    expect(ben.own("After the copy").get_by_text("not taken")).to_be_visible(timeout=BACK)
    expect(ben.own("In the copy").get_by_text("saved", exact=True)).to_be_visible()
    expect(ben.page.get_by_text(SET_BACK).filter(visible=True).first).to_be_visible()
    mortal_table.go("reveal")
    assert [idea["text"] for idea in mortal_table.lead.sees()["ideas"]] == ["In the copy"]


def test_groups_that_an_older_copy_lacks_leave_the_screen(
    mortal: Server, people: People, mortal_table: Table, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ideas = mortal_table.write([f"A thought worth a card, number {n}" for n in range(4)])
    mortal_table.go("cluster")
    ben = people.takes_part(mortal_table)
    mortal_table.people[0].groups(ideas[:2], "In the copy")
    expect(ben.group("In the copy")).to_be_visible()
    mortal.kill()
    copies = _copied(mortal, tmp_path_factory.mktemp("copies"))
    _starts(mortal, ben)
    mortal_table.people[0].groups(ideas[2:], "After the copy")
    expect(ben.group("After the copy")).to_be_visible(timeout=BACK)
    mortal.kill()
    _put_back(mortal, copies)
    _starts(mortal, ben)
    expect(ben.group("After the copy")).to_have_count(0, timeout=BACK)
    expect(ben.group("In the copy")).to_be_visible()
    ben.reads(SET_BACK + " What you see is what is kept; newer changes are not on it any more.")
