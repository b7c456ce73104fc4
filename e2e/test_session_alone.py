"""Deep work of one person: two fields and two presses between the bookmark and the finished page."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from e2e.axe import violations
from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_person_makes_something_and_says_that_it_is_done(
    people: People, server: Server, pytestconfig: pytest.Config, scheme: str
) -> None:
    me = Member(people.browser(server, color_scheme=scheme).new_page())
    me.opens_home()
    me.field("What will exist at the end?").fill("Outline of chapter 3")
    assert violations(me.page, pytestconfig.rootpath) == []
    me.presses("Start 50 minutes")
    expect(me.page.get_by_role("timer")).to_have_text(re.compile("^4[78]:"))
    me.writes_into_the_text("# Outline\n\n## One\n\nShe leaves the house.\n")
    expect(me.page.get_by_role("heading", name="One", exact=True)).to_be_visible()
    me.ticks("Outline of chapter 3 exists")
    assert violations(me.page, pytestconfig.rootpath) == []
    me.presses(re.compile("^Next"))
    expect(me.page.get_by_role("heading", name="Is it done?")).to_be_visible()
    me.chooses("It’s done.")
    assert violations(me.page, pytestconfig.rootpath) == []
    me.presses("Finish")
    expect(me.page.get_by_role("heading", name="Done.", exact=True)).to_be_visible()
    me.reads("She leaves the house.")
    assert violations(me.page, pytestconfig.rootpath) == []


def test_what_is_typed_at_once_stands_under_the_title(people: People, server: Server) -> None:
    me = Member(people.browser(server).new_page())
    me.opens_home()
    me.field("What will exist at the end?").fill("Outline of chapter 3")
    me.presses("Start 50 minutes")
    expect(me.field("The text")).to_be_focused()
    me.page.keyboard.type("Sources first.")
    expect(me.page.get_by_role("main").get_by_role("status")).to_have_text(re.compile("^Saved"))
    me.presses(re.compile("^Next"))
    me.chooses("It’s done.")
    me.presses("Finish")
    me.reads("Sources first.")
    made = me.page.request.get(f"/api{urlsplit(me.page.url).path}/export.json").json()["text"]
    assert made == "# Outline of chapter 3\n\nSources first."
