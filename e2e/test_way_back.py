"""Nobody loses a board: the page asks to keep its link, the browser lists it, refused cookies are named first."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Playwright, expect

from e2e.api import Table
from e2e.chromium import QUIET, find_chromium
from e2e.conftest import People
from e2e.people import Facilitator, Participant
from e2e.server import Server
from e2e.trouble import Trouble

BOARD = "Board: question, your link, door, files"
QUESTION = "Which of our three markets stays open in winter?"
KEEP = "Keep this link: it is the only way back"
MAILS = """
window.mails = [];
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="mailto:"]');
  if (link) { event.preventDefault(); window.mails.push(link.href); }
}, true);
const click = HTMLAnchorElement.prototype.click;
HTMLAnchorElement.prototype.click = function () {
  if (this.protocol === "mailto:") window.mails.push(this.href);
  else click.call(this);
};
"""
"""no mail program is opened by a test"""


def above_the_fold(page: Page) -> None:
    """The heading and every button of it, clear of the bar, without scrolling."""
    keep = page.get_by_role("region", name=KEEP)
    bar = page.get_by_role("button", name="Start writing").bounding_box()
    assert bar
    for part in (keep.get_by_role("heading"), *keep.get_by_role("button").all()):
        box = part.bounding_box()
        assert box
        assert 0 <= box["y"] <= box["y"] + box["height"] < bar["y"] - 8, box


def test_whoever_opens_a_board_is_given_its_link_and_finds_it_again(
    server: Server, people: People, trouble: Trouble
) -> None:
    trouble.allow(r"410")
    mara = people.facilitator(server)
    mara.page.add_init_script(MAILS)
    mara.opens("/")
    expect(mara.page.get_by_role("heading", name="Lately, in this browser")).to_be_hidden()
    mara.opens_a_board(QUESTION)
    keep = mara.page.get_by_role("region", name=KEEP)
    for width, height in ((1440, 900), (1366, 768), (820, 1180), (390, 844)):
        mara.page.set_viewport_size({"width": width, "height": height})
        expect(keep).to_be_visible()
        above_the_fold(mara.page)
    # Nothing of the link is on a page that may be projected.
    link = mara.page.evaluate("JSON.parse(document.getElementById('boot').textContent).links.facilitate")
    assert link not in mara.page.locator("#board").inner_html()
    mara.presses("Send it to myself", keep)
    mails = mara.page.evaluate("window.mails")
    sent = parse_qs(urlsplit(mails[0]).query)
    assert (len(mails), QUESTION in sent["subject"][0], link in sent["body"][0].split("\r\n")) == (1, True, True)
    assert mara.shares_links().facilitate == link
    mara.page.reload()
    mara.presses("I kept it", keep)
    expect(keep).to_be_hidden()
    expect(mara.button(BOARD)).to_be_focused()
    mara.page.reload()
    expect(mara.button(BOARD)).to_be_visible()
    expect(keep).to_be_hidden()
    _has_the_link_in_the_dialog(mara)
    mara.starts_writing()
    _has_the_link_in_the_dialog(mara)

    _lists(mara)
    _deletes(mara)


def _has_the_link_in_the_dialog(mara: Facilitator) -> None:
    mara.presses(BOARD)
    dialog = mara.dialog("This board")
    expect(dialog.get_by_role("region", name="Your facilitator link")).to_be_visible()
    mara.presses("Close", dialog)


def _lists(mara: Facilitator) -> None:
    mara.page.wait_for_function("() => localStorage.getItem('shortlist:boards')?.includes('diverge')")
    kept = mara.page.evaluate("localStorage.getItem('shortlist:boards')")
    board = mara.page.url.rpartition("/")[2]
    assert set(json.loads(kept)[0]) == {"id", "title", "role", "phase", "at"}, "no token"
    mara.opens("/")
    listed = mara.page.get_by_role("region", name="Lately, in this browser")
    expect(listed.get_by_role("listitem")).to_have_count(1)
    expect(listed.get_by_role("listitem")).to_contain_text("You facilitate · Write · today")
    mara.presses(f"Remove: {QUESTION}", listed)
    mara.presses("Undo", listed)
    mara.presses("Don’t keep a list here", listed)
    expect(listed).to_be_hidden()
    mara.opens(f"/boards/{board}")
    mara.is_at("Write")
    mara.opens("/")
    expect(mara.button("Keep a list here")).to_be_visible()
    mara.presses("Keep a list here")
    mara.reads("What you open here will be listed here, in this browser only.")
    mara.opens(f"/boards/{board}")
    mara.is_at("Write")
    mara.page.wait_for_function("() => localStorage.getItem('shortlist:boards')?.includes('diverge')")
    mara.opens("/")
    mara.page.get_by_role("link", name="Lately", exact=True).click()
    listed.get_by_role("link", name=QUESTION).click()
    mara.is_at("Write")


def _deletes(mara: Facilitator) -> None:
    """In another tab, so that only the address tells this browser."""
    board = mara.page.url.rpartition("/")[2]
    mara.opens("/")
    mara.page.evaluate(f"fetch('/api/boards/{board}?decision=delete', {{ method: 'DELETE' }})")
    with mara.page.expect_response(re.compile(f"/boards/{board}$")) as answered:
        mara.page.get_by_role("link", name=QUESTION).click()
    assert answered.value.status == 410
    mara.reads("This board was deleted.")
    mara.opens("/")
    expect(mara.page.get_by_role("heading", name="Lately, in this browser")).to_be_hidden()
    expect(mara.page.get_by_role("link", name="Lately", exact=True)).to_be_hidden()


@pytest.fixture
def wary(playwright: Playwright, server: Server, tmp_path: Path, trouble: Trouble) -> Iterator[Page]:
    """A browser that refuses all cookies."""
    profile = tmp_path / "Default"
    profile.mkdir()
    settings = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (profile / "Preferences").write_text(json.dumps(settings))
    context = playwright.chromium.launch_persistent_context(
        tmp_path, executable_path=find_chromium(), args=list(QUIET), base_url=server.address
    )
    trouble.watch(context)
    yield context.pages[0]
    context.close()


def test_a_browser_without_cookies_is_told_so_and_nothing_is_lost(
    server: Server, table: Table, wary: Page, trouble: Trouble
) -> None:
    trouble.allow(r"404|422")
    before = _boards(server)
    lena = Participant(wary)
    lena.opens("/")
    told = wary.get_by_role("alert")
    expect(told).to_contain_text("This browser refuses cookies")
    lena.field("What is the question?").fill(QUESTION)
    lena.presses("Open the board")
    expect(told).to_be_in_viewport()
    expect(lena.field("What is the question?")).to_have_value(QUESTION)
    # As a browser without scripts does it: the server says the same, and creates nothing.
    with wary.expect_navigation():
        wary.evaluate("HTMLFormElement.prototype.submit.call(document.querySelector('form'))")
    expect(told).to_have_count(1)
    expect(lena.field("What is the question?")).to_have_value(QUESTION)
    assert _boards(server) == before

    lena.opens(table.links["participate"])
    expect(wary.get_by_role("heading", name="This browser refuses cookies", level=1)).to_be_visible()
    lena.reads("Allow cookies for this address, then open the join link again.")
    expect(wary.get_by_text("deleted")).to_have_count(0)


def _boards(server: Server) -> int:
    with closing(sqlite3.connect(f"file:{server.database}?mode=ro", uri=True)) as stored:
        return int(stored.execute("SELECT count(*) FROM boards").fetchone()[0])


def test_whoever_copied_the_address_is_told_to_ask_for_the_link(
    people: People, server: Server, table: Table, trouble: Trouble
) -> None:
    trouble.allow(r"404")
    friend = people.participant(server)
    friend.opens(f"/boards/{table.board}")
    friend.reads("This address alone does not let you in. Open the join link, or ask for it.")
    expect(friend.page.get_by_text("did not keep the cookie")).to_be_hidden()
