"""After a decision is final, people correct it, a stranger checks it, the facilitator deletes it, and pages follow."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from board.decisions.exports.formats import FORMATS
from board.words import say
from e2e.api import Table
from e2e.conftest import People
from e2e.server import Server

FIRST = "We pilot council-built sections on two sites."
SECOND = "We pilot council-built sections on three sites."


@pytest.fixture
def first(table: Table) -> str:
    """The address of the board's decision."""
    table.go("diverge")
    table.write(["Council homes", "Cheaper land", "Rent caps"])
    table.go("vote")
    table.vote()
    table.lead.do("open_phase", phase="decide")
    table.decide(FIRST)
    return str(table.lead.do("freeze")["decision"])


def test_a_correction_becomes_a_record_of_its_own_and_everybody_follows(
    people: People, table: Table, first: str
) -> None:
    mara, ben = people.leads(table), people.takes_part(table)
    ben.reads(FIRST)
    ben.reads("Who decided: Mara Ellis")
    expect(ben.button("Correct the decision")).to_have_count(0)

    mara.presses("Correct the decision")
    mara.presses("Open it again", mara.dialog("Open the decision again?"))
    for person in (mara, ben):
        person.is_at("Decide")
        person.reads("Until a new record is made, that one stands.")
        record = person.page.get_by_role("link", name="Read it", exact=True)
        expect(record).to_have_attribute("href", f"/decisions/{first}")
    expect(mara.button("Step back")).to_have_count(0)

    mara.presses(re.compile("Change"))
    mara.field("The decision, in one sentence").fill(SECOND)
    mara.presses("Show it to everybody")
    ben.reads(SECOND)
    expect(ben.page.get_by_role("term").first).to_have_text("Who decides")
    mara.ends_the_check()
    mara.presses("Make it final")
    expect(mara.dialog("Make it final?").get_by_role("term").first).to_have_text("Who decided")
    address = mara.makes_it_final_from_preview()
    expect(mara.page.get_by_role("term").first).to_have_text("Who decided")
    ben.reads("The record can no longer be changed.")
    assert not address.endswith(first)
    mara.reads("This record follows an earlier one.")
    mara.page.get_by_role("link", name="Read the earlier one").click()
    expect(mara.page.get_by_role("heading", name=FIRST, level=1)).to_be_visible()
    mara.reads("A newer record exists.")
    mara.page.get_by_role("link", name="Read the newer one").click()
    expect(mara.page.get_by_role("heading", name=SECOND, level=1)).to_be_visible()


def test_a_board_offers_every_registered_file_before_and_after_the_end(
    people: People, table: Table, first: str
) -> None:
    mara = people.leads(table)
    files = mara.page.locator(".files a")
    expect(files).to_have_text([f".{one.ending} {say(one.label)}" for one in FORMATS.values()])
    for link, one in zip(files.all(), FORMATS.values(), strict=True):
        expect(link).to_have_attribute("href", f"/decisions/{first}.{one.ending}")
        assert (link.get_attribute("download") is None) is one.typeset
    table.lead.do("correct")
    mara.presses("Board: question, your link, door, files")
    drafts = mara.page.locator(".take-away a")
    expect(drafts).to_have_text([f".{one.ending}, {say(one.label)}" for one in FORMATS.values() if one.draft])


def test_a_stranger_checks_a_file_on_the_page_and_nothing_is_uploaded(
    server: Server, people: People, table: Table, first: str, tmp_path: Path
) -> None:
    table.lead.do("correct")
    table.decide(SECOND)
    second = table.lead.do("freeze")["decision"]
    sam = people.watcher(server)
    sam.opens(f"/decisions/{first}")
    saved = {sha256: tmp_path / f"{sha256}.json" for sha256 in (first, second)}
    for sha256, file in saved.items():
        file.write_bytes(sam.page.request.get(f"/decisions/{sha256}.json").body())
    sent: list[str] = []
    sam.page.on("request", lambda request: sent.append(f"{request.method} {request.url} {request.post_data or ''}"))
    box = sam.page.locator("[data-verify]")
    pick = box.get_by_label("Check a file")

    pick.set_input_files(saved[first])
    expect(box).to_contain_text("This file is this record. Not a byte of it was changed.")
    # Its own script and sentences come from addresses that say nothing of the file.
    assert _beyond_static(sent, server) == []
    pick.set_input_files(saved[second])
    expect(box).to_contain_text("It is another one of this server, unchanged.")
    expect(box.get_by_role("link", name="Open that record")).to_have_attribute("href", f"/decisions/{second}")
    assert _beyond_static(sent, server) == [f"GET {server.address}/decisions/{second}"]
    saved[first].write_bytes(saved[first].read_bytes() + b"\n")
    pick.set_input_files(saved[first])
    expect(box).to_contain_text("reformatted the file")


def _beyond_static(sent: list[str], server: Server) -> list[str]:
    return [line.rstrip() for line in sent if not line.startswith(f"GET {server.address}/static/")]


def test_a_board_is_deleted_by_hand_and_everybody_is_told(people: People, table: Table, first: str) -> None:
    # She does not hear that her connection was closed: who deletes a board knows it all the same.
    mara, ben = people.facilitator(table), people.takes_part(table)
    mara.page.route_web_socket(re.compile("/live"), lambda page: page.connect_to_server().on_close(lambda *_: None))
    mara.opens(table.links["facilitate"])
    ben.reads("This board is kept until it is deleted here.")
    mara.presses("Delete this board")
    asked = mara.dialog("Delete this board for good?")
    press = mara.button("Delete the board", asked)
    expect(press).to_be_disabled()
    mara.field("Type “delete” to be sure", asked).fill("delete")
    expect(press).to_be_disabled()
    asked.get_by_label("Keep the decision").check()
    press.click()
    for person in (mara, ben):
        expect(person.page.get_by_role("heading", name="The board was deleted")).to_be_focused()
        person.reads("Its decision still stands at its own link.")
    mara.page.get_by_role("link", name="Open the decision").click()
    mara.page.wait_for_url(re.compile(rf"/decisions/{first}$"))
