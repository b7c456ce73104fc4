"""An hour of four people, played in a minute: laptop, phone, keyboard only, and the screen that all see."""

import re

import httpx
import pytest
from playwright.sync_api import expect

from e2e.axe import violations
from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
WALL = {"viewport": {"width": 1920, "height": 1080}}
WANTED = {
    "artifact": "The zoning change, two areas",
    "audience": "the council",
    "conditions": ["Both areas are drawn", "Heights and parking are set"],
}


def test_four_people_make_something_in_an_hour(people: People, played: Server, pytestconfig: pytest.Config) -> None:
    links = httpx.post(f"{played.address}/api/worksessions", json=WANTED, trust_env=False).json()["links"]
    mara, ben = (Member(people.browser(played).new_page()) for _ in range(2))
    ana, jo = Member(people.browser(played, **PHONE).new_page()), Member(people.browser(played).new_page())

    # Mara prepares; the others come in by the door.
    mara.opens(links["lead"])
    mara.field("Your name").fill("Mara")
    mara.field("Your name").press("Enter")
    for person, name in ((ben, "Ben"), (ana, "Ana"), (jo, "Jo")):
        person.opens(links["join"])
        person.reads("From here on people see your name and what you type.")
        person.field(re.compile("^Your name")).fill(name)
        person.field(re.compile("^Your name")).press("Enter")
        mara.reads(name)
    assert violations(mara.page, pytestconfig.rootpath) == []
    mara.presses("Start 60 minutes")

    # Everybody is at work, with the same clock.
    for person in (mara, ben, ana, jo):
        expect(person.page.get_by_role("timer")).to_have_text(re.compile("^(5:00|4:5)"))
    played.advance(5 * 60)
    for person in (mara, ben, ana, jo):
        expect(person.page.get_by_role("timer")).to_have_text(re.compile(r"^\+?0:"))
    ben.presses("Next: Draft")
    mara.reads(re.compile("Ben moved on to Draft"))
    for person in (mara, ben, ana, jo):
        expect(person.page.get_by_role("timer")).to_have_text(re.compile("^(25:00|24:5)"))
    assert violations(ana.page, pytestconfig.rootpath) == []
    assert violations(jo.page, pytestconfig.rootpath) == []

    # Draft: a phone adds under a heading, a task is taken, a condition is met, everybody sees it.
    screen = Member(people.browser(played, **WALL).new_page())
    screen.opens(links["lead"])
    screen.page.goto(f"{screen.page.url}?as=read")
    ana.presses(re.compile("^Add to"))
    ana.page.get_by_role("combobox", name=re.compile("^Add to")).select_option("Both areas are drawn")
    ana.field("What you add").fill("North of the station: four floors.")
    ana.presses("Add it")
    mara.reads("North of the station: four floors.")
    ben.presses("Task")
    ben.field("A task").fill("Get the parking count")
    ben.field("A task").press("Enter")
    mara.reads(re.compile("0 of 1"))
    ben.ticks("Both areas are drawn")
    expect(mara.page.get_by_role("checkbox", name="Both areas are drawn")).to_be_checked()
    screen.reads("Both areas are drawn")
    assert screen.page.evaluate("document.documentElement.scrollHeight <= innerHeight")

    # "+5 from where?" changes two items and nothing else.
    mara.presses(re.compile("^\\+5"))
    mara.presses(re.compile("^From Review"))
    ben.reads(re.compile("Mara gave Draft more time"))

    # Four people agree on something, and nobody sees who answered what.
    jo.presses("Agree on something")
    jo.field("What we agree on").fill("One space per home near stations")
    jo.presses("Ask everybody")
    support = "I support it"
    for person, level in ((mara, support), (ben, support), (ana, support), (jo, "I can live with it")):
        if person is ana:
            person.presses("Answer")
        person.page.locator(".scale label").filter(has_text=level).click()
    mara.reads(re.compile("4 of 4 answered"))
    mara.presses("Show the answers")
    ana.reads(re.compile("One space per home near stations"))

    # The break, and back.
    played.advance(30 * 60)
    mara.presses("Next: Break")
    screen.reads(re.compile("Back at"))
    ana.presses("I’m back")
    mara.reads(re.compile("1 of 4"))
    ben.presses("Next: Review")
    played.advance(15 * 60)
    jo.presses("Next: Finish")

    # Nearly: one of two conditions is open.
    mara.chooses("Nearly.")
    mara.presses("Finish")
    for person in (mara, ben, ana, jo, screen):
        person.reads(re.compile("Nearly"))
    assert violations(mara.page, pytestconfig.rootpath) == []
