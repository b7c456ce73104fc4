"""An hour of people who make something together, played in a minute: laptop, phone, and the screen that all see."""

import os
import re
from pathlib import Path

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
LONG = pytest.mark.skipif("SOAK" not in os.environ, reason="part of `make soak`")


class Hour:
    """Mara leads on a laptop; Ana has a phone, Ben and Jo, if they are there, laptops."""

    def __init__(self, people: People, server: Server, others: tuple[str, ...]) -> None:
        self.server = server
        self.links = httpx.post(f"{server.address}/api/worksessions", json=WANTED, trust_env=False).json()["links"]
        self.mara = Member(people.browser(server).new_page())
        self.others = {
            name: Member(people.browser(server, **(PHONE if name == "Ana" else {})).new_page()) for name in others
        }
        self.ana = self.others["Ana"]
        self.everybody = [self.mara, *self.others.values()]
        self.screen = Member(people.browser(server, **WALL).new_page())

    def come_in(self) -> None:
        """Mara prepares; the others come in by the door."""
        self.mara.opens(self.links["lead"])
        self.mara.field("Your name").fill("Mara")
        self.mara.field("Your name").press("Enter")
        for name, person in self.others.items():
            person.opens(self.links["join"])
            person.reads("From here on people see your name and what you type.")
            person.field(re.compile("^Your name")).fill(name)
            person.field(re.compile("^Your name")).press("Enter")
            self.mara.reads(name)

    def begin(self) -> None:
        """Everybody is at work, with the same clock."""
        self.mara.presses("Start 60 minutes")
        self._clocks_show("^(5:00|4:5)")
        self.server.advance(5 * 60)
        self._clocks_show(r"^\+?0:")
        self.ana.presses("Next: Draft")
        self.mara.reads("Ana moved on to Draft")
        self._clocks_show("^(25:00|24:5)")

    def _clocks_show(self, time: str) -> None:
        for person in self.everybody:
            expect(person.page.get_by_role("timer")).to_have_text(re.compile(time))

    def draft(self) -> None:
        """A phone adds under a heading, a task is taken, a condition is met, everybody sees it."""
        mara, ana, screen = self.mara, self.ana, self.screen
        screen.opens(self.links["lead"])
        screen.page.goto(f"{screen.page.url}?as=read")
        ana.presses(re.compile("^Add to"))
        ana.page.get_by_role("combobox", name=re.compile("^Add to")).select_option("Both areas are drawn")
        ana.field("What you add").fill("North of the station: four floors.")
        ana.presses("Add it")
        mara.reads("North of the station: four floors.")
        last = self.everybody[-1]
        mara.presses("Task")
        mara.field("A task").fill("Get the parking count")
        mara.field("A task").press("Enter")
        screen.reads(re.compile("0 of 1"))
        mara.ticks("Both areas are drawn")
        if last is ana:
            last.presses(re.compile("^Done when"))
        expect(last.page.get_by_role("checkbox", name="Both areas are drawn")).to_be_checked()
        screen.reads("Both areas are drawn")
        assert screen.page.evaluate("document.documentElement.scrollHeight <= innerHeight")
        # "+5 from where?" changes two items and nothing else.
        mara.presses(re.compile("^\\+5"))
        mara.presses(re.compile("^From Review"))
        last.reads(re.compile("Mara gave Draft more time"))

    def agree(self) -> None:
        """Four people agree on something, and nobody sees who answered what."""
        jo, answer = self.others["Jo"], "I can live with it"
        jo.presses("Agree on…")
        jo.field("What we agree on").fill("One space per home near stations")
        jo.presses("Put it to everybody")
        for person in self.everybody:
            if person is self.ana:
                person.presses("Answer")
            level = answer if person is jo else "I support it"
            person.page.locator(".scale label").filter(has_text=level).click()
        self.mara.reads(re.compile("4 of 4 answered"))
        self.mara.presses("Show the answers")
        self.ana.reads(re.compile("One space per home near stations"))

    def rest_and_end(self) -> None:
        """The break, and back. Then one of two conditions is open."""
        mara, ana = self.mara, self.ana
        self.server.advance(30 * 60)
        mara.presses("Next: Break")
        self.screen.reads(re.compile("Back at"))
        ana.presses("I’m back")
        mara.reads(re.compile(f"1 of {len(self.everybody)}"))
        ana.presses("Next: Review")
        self.server.advance(15 * 60)
        mara.presses("Next: Finish")
        mara.chooses("Nearly.")
        mara.presses("Finish")
        for person in (*self.everybody, self.screen):
            person.reads(re.compile("Nearly"))


def test_two_people_make_something_in_an_hour(people: People, played: Server) -> None:
    hour = Hour(people, played, ("Ana",))
    hour.come_in()
    hour.begin()
    hour.draft()
    hour.rest_and_end()


@LONG
def test_four_people_make_something_in_an_hour(people: People, played: Server, pytestconfig: pytest.Config) -> None:
    hour = Hour(people, played, ("Ben", "Ana", "Jo"))
    hour.come_in()
    _look(pytestconfig.rootpath, hour.mara)
    hour.begin()
    _look(pytestconfig.rootpath, hour.ana, hour.others["Jo"])
    hour.draft()
    hour.agree()
    hour.rest_and_end()
    _look(pytestconfig.rootpath, hour.mara)


def _look(root: Path, *people: Member) -> None:
    """axe finds nothing on their pages."""
    assert [found for one in people for found in violations(one.page, root)] == []
