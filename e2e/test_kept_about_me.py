"""“What is kept about me” of a work session names everything that it leaves in a browser."""

import re

from playwright.sync_api import Page, expect

from board.words import say
from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server

NAMED = {
    r"cookie worksession_\S+": "kept-cookie",
    r"cookie start": "kept-start",
    r"shortlist:name": "kept-name",
    r"shortlist:boards": "kept-visits",
    r"shortlist:alone": "kept-alone",
    r"shortlist/\S+/tone": "kept-settings",
    r"shortlist/\S+/draft/\S+": "kept-drafts",
}
"""what a browser holds → the sentence that names it"""


def held(page: Page) -> set[str]:
    """Cookies, and what lasts in this browser or this tab."""
    cookies = {f"cookie {one['name']}" for one in page.context.cookies()}
    return cookies | set(page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"))


def assert_named(page: Page) -> set[str]:
    """All that the browser holds is named on the page. Returns the sentences."""
    found = {one: next((say for kind, say in NAMED.items() if re.fullmatch(kind, one)), None) for one in held(page)}
    assert [one for one, sentence in found.items() if sentence is None] == []
    page.get_by_text(say("kept-title"), exact=True).click()
    for sentence in found.values():
        expect(page.get_by_text(say(str(sentence)), exact=True)).to_be_visible()
    return {str(sentence) for sentence in found.values()}


def test_all_that_a_session_leaves_in_a_browser_is_named(people: People, server: Server) -> None:
    mara = Member(people.browser(server).new_page())
    mara.opens_home()
    mara.chooses("Together")
    mara.field("What will exist at the end?").fill("A brief")
    mara.presses("Prepare and invite")
    mara.field("Your name").fill("Mara")
    mara.field("Your name").press("Enter")
    expect(mara.field("Your name")).to_be_hidden()
    link = mara.page.evaluate("JSON.parse(document.getElementById('boot').textContent).links.join")

    # At the door, before anything is given away.
    ben = Member(people.browser(server).new_page())
    ben.opens(link)
    assert "kept-cookie" in assert_named(ben.page)
    ben.field("Your name").fill("Ben")
    ben.field("Your name").press("Enter")

    # While they work, beside the people.
    mara.presses("Start 60 minutes")
    mara.presses("Task")
    mara.field("A task").fill("Call Iris")
    mara.presses(re.compile("^People"))
    mara.page.get_by_text(say("kept-title"), exact=True).scroll_into_view_if_needed()
    assert assert_named(mara.page) >= {"kept-cookie", "kept-name", "kept-start", "kept-drafts"}
