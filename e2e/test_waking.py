"""A laptop that slept, a tab that was frozen, discarded or left, a line that died in silence: in sync at once again."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import People
from e2e.line import Line, line_to
from e2e.people import Participant
from e2e.server import Server
from e2e.trouble import SERVER_GONE, Trouble

SOON = 6_000
"""milliseconds from waking to being in sync, on a busy machine; a page that is not woken takes 16 s"""
ASLEEP = 7_500
"""milliseconds; the page stands still at its next timer, which takes up to a second of them"""
DRAFT = "half a thought, and the lid"
WAKES = {
    "focus": "window.dispatchEvent(new Event('focus'))",
    "online": "window.dispatchEvent(new Event('online'))",
    "visibility": "document.dispatchEvent(new Event('visibilitychange'))",
}
# Resolves to the milliseconds from the waking until the page shows the text.
UNTIL_SHOWN = """([how, text]) => new Promise((done) => {
  const began = performance.now();
  const look = () => document.body.innerText.includes(text) && done(performance.now() - began);
  setInterval(look, 20);
  new Function(how)();
})"""


@pytest.fixture
def line(server: Server, trouble: Trouble) -> Iterator[Line]:
    # A page goes on loading its other phases, and the line ends before it.
    trouble.allow(SERVER_GONE)
    with line_to(server.address) as line:
        yield line


@pytest.fixture
def table(table: Table) -> Table:
    table.go("diverge")
    table.write([f"A thought worth a card, number {n}" for n in range(3)])
    return table


def at_the_end_of(line: Line, people: People, server: Server, table: Table) -> Participant:
    ben = people.participant(server)
    ben.opens(table.links["participate"].replace(server.address, line.address))
    return ben


@pytest.mark.parametrize("how", WAKES)
def test_a_line_that_died_in_silence_is_found_out_on_waking(
    server: Server, people: People, table: Table, line: Line, how: str
) -> None:
    table.go("cluster")
    ben = at_the_end_of(line, people, server, table)
    ben.is_at("Group")
    expect(ben.ideas()).to_have_count(3)
    # What the page still loads would break off with the line.
    ben.page.wait_for_load_state("networkidle")
    line.goes_dead()
    table.people[0].groups(list(table.written)[:2], "Made while nobody heard")
    ben.page.wait_for_timeout(1_000)
    expect(ben.page.get_by_text("Made while nobody heard")).to_have_count(0)
    took = ben.page.evaluate(UNTIL_SHOWN, [WAKES[how], "Made while nobody heard"])
    assert took <= SOON, f"{took:.0f} ms"
    assert ben.page.get_by_text("Offline").count() == 0


def test_a_page_that_stood_still_finds_out_by_itself_and_keeps_its_draft(
    server: Server, people: People, table: Table, line: Line
) -> None:
    ben = at_the_end_of(line, people, server, table)
    ben.pen.fill(DRAFT)
    # Nothing of the page runs, as while a laptop sleeps; and nothing tells it afterwards that it did.
    seen = ben.page.context.new_cdp_session(ben.page)
    seen.send("Debugger.enable")
    seen.send("Debugger.pause")
    line.goes_dead()
    ben.page.wait_for_timeout(ASLEEP)
    table.lead.do("set_timer", paused=True)
    seen.send("Debugger.resume")
    expect(ben.page.get_by_text("Paused").filter(visible=True).first).to_be_visible(timeout=SOON)
    expect(ben.pen).to_have_value(DRAFT)
    ben.pen.press("Enter")
    expect(ben.own(DRAFT).get_by_text("saved", exact=True)).to_be_visible()


def test_a_discarded_tab_comes_back_with_its_draft(server: Server, people: People, table: Table, line: Line) -> None:
    ben = at_the_end_of(line, people, server, table)
    ben.pen.fill(DRAFT)
    ben.page.close()
    again = Participant(ben.page.context.new_page())
    again.opens(f"{line.address}/boards/{table.board}")
    expect(again.pen).to_have_value(DRAFT)
    again.pen.press("Enter")
    expect(again.own(DRAFT).get_by_text("saved", exact=True)).to_be_visible()


def test_a_page_that_was_left_and_is_come_back_to(server: Server, people: People, table: Table, line: Line) -> None:
    ben = at_the_end_of(line, people, server, table)
    ben.pen.fill(DRAFT)
    ben.page.goto(f"{line.address}/")
    table.lead.do("set_timer", paused=True)
    ben.page.go_back()
    expect(ben.page.get_by_text("Paused").filter(visible=True).first).to_be_visible()
    expect(ben.pen).to_have_value(DRAFT)
    # As a browser does that keeps the whole page: it is put away, and shown again as it was.
    ben.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    table.lead.do("set_timer", paused=False)
    ben.page.wait_for_timeout(500)
    expect(ben.page.get_by_text("Paused").filter(visible=True).first).to_be_visible()
    ben.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(ben.page.get_by_text("Paused").filter(visible=True)).to_have_count(0)
    expect(ben.pen).to_have_value(DRAFT)
