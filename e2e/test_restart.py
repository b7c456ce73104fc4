"""A supervisor restarts the server while people write: no page shows a warning, and nothing is lost."""

from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import People
from e2e.server import Server
from e2e.trouble import WATCH


def test_a_restart_is_no_news(mortal: Server, people: People, mortal_table: Table) -> None:
    ben = people.takes_part(mortal_table)
    ben.writes("Before the restart")
    mara = people.leads(mortal_table)
    for person in (ben, mara):
        person.is_at("Write")
        person.page.evaluate(WATCH)
    ben.pen.fill("A draft that nobody sent")

    mortal.restart()
    ben.page.keyboard.press("Enter")
    expect(ben.own("A draft that nobody sent").get_by_text("saved", exact=True)).to_be_visible()
    mortal_table.seat(1)
    mortal_table.write(["From somebody who came after it"])
    mortal_table.go("reveal")
    for person in (ben, mara):
        person.is_at("Read")
        assert person.page.evaluate("window.told") == []
    expect(ben.ideas()).to_have_count(3)


def test_one_tab_too_many_rests_until_it_is_wanted(people: People, table: Table) -> None:
    table.go("diverge")
    ben = people.takes_part(table)
    ben.writes("In the first tab")
    ben.pen.fill("A draft")
    first = ben.page
    for _ in range(12):
        page = first.context.new_page()
        page.goto(first.url)
        expect(page.get_by_role("textbox", name="Your idea")).to_be_visible()
    ben.reads("This tab is resting")
    ben.presses("Go on here")
    expect(ben.pen).to_have_value("A draft")
    expect(ben.own("In the first tab").get_by_text("saved", exact=True)).to_be_visible()
