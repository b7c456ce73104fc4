"""Side by side: people, each with a goal of their own, work by one clock and see how the others are doing."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, ViewportSize, expect

from e2e.axe import violations
from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server

SMALL: ViewportSize = {"width": 390, "height": 844}
PHONE = {"viewport": SMALL, "has_touch": True}
WALL: ViewportSize = {"width": 1920, "height": 1080}
GOALS = {
    "Ida": "The tax return, ready to send",
    "Ben": "Chapter 3, sketched",
    "Cem": "Forty cards learned",
    "Dev": "One letter answered",
    "Eva": "The hall is painted",
}


class Neighbour(Member):
    """Somebody who works side by side with the others."""

    name = ""

    def comes_in(self, link: str, name: str) -> None:
        """By the door, which asks for the goal with the name."""
        self.name = name
        self.opens(link)
        self.reads("From here on people see your name and what you type.")
        self.field(re.compile("^Your name")).fill(name)
        if name != "Dev":
            self.field("What will you have at the end?").fill(GOALS[name])
        self.presses("Join")

    def card(self, name: str) -> Locator:
        """What this page shows of somebody else."""
        return self.page.get_by_role("main").get_by_role("listitem").filter(has_text=name)

    @property
    def own(self) -> Locator:
        """The card of one's own goal."""
        return self.page.get_by_role("main").locator(".mine")

    def reports(self, outcome: str, line: str | None = None) -> None:
        self.presses(outcome, self.own)
        expect(self.own.get_by_role("button", name=outcome, pressed=True)).to_be_visible()
        if line:
            self.field("One line about it", self.own).fill(line)
            self.field("One line about it", self.own).blur()


class Neighbours:
    """Ida leads; Cem has a phone; Dev does not know yet what to do; Eva, if she comes, is late."""

    def __init__(self, people: People, server: Server, root: Path, *names: str) -> None:
        self.named = {
            name: Neighbour(people.browser(server, **(PHONE if name == "Cem" else {})).new_page()) for name in names
        }
        self.all = list(self.named.values())
        self.ida, self.dev = self.named["Ida"], self.named["Dev"]
        self.goals = {name: GOALS[name] for name in names}
        self._root = root
        self.link = ""

    def look(self, *who: Member) -> None:
        """axe finds nothing on their pages."""
        assert [found for person in who for found in violations(person.page, self._root)] == []

    def prepare(self) -> None:
        """Ida opens it from the start page, and has a goal, too."""
        ida = self.ida
        ida.name = "Ida"
        ida.opens_home()
        ida.field("What will exist at the end?").fill("What each of us came for")
        ida.chooses("Side by side")
        ida.chooses("90 minutes")
        ida.presses("Prepare and invite")
        ida.reads("Only you so far. They need this link.")
        ida.field("Your name").fill("Ida")
        ida.field("Your name").press("Enter")
        ida.field("Your goal").fill(GOALS["Ida"])
        ida.field("Your goal").press("Enter")
        self.link = ida.page.locator(".invite .address").inner_text()

    def come_in(self) -> None:
        for name, person in self.named.items():
            if name in ("Ida", "Eva"):
                continue
            person.comes_in(self.link, name)
            person.reads("Ida starts it.")
            self.ida.reads(name)

    def begin(self) -> None:
        """Whoever came without a goal is asked for it again, and nothing waits for them."""
        self.ida.presses("Start 90 minutes")
        for name, person in self.named.items():
            if name in ("Dev", "Eva"):
                continue
            expect(person.own.get_by_role("heading", name=GOALS[person.name])).to_be_visible()
        expect(self.ida.card("Dev")).to_contain_text("No goal yet")
        self.dev.field("What do you want to have at the end?").fill(GOALS["Dev"])
        self.dev.field("Enough would be").fill("I know what to say")
        self.dev.presses("That’s my goal")
        if "Eva" in self.named:
            self.named["Eva"].comes_in(self.link, "Eva")

    def see_the_same(self) -> None:
        """All goals and one clock, in a background tab, too."""
        for person in self.all:
            for name in self.goals.keys() - {person.name}:
                expect(person.card(name).get_by_role("heading", name=GOALS[name])).to_be_visible()
            expect(person.page.get_by_role("timer")).to_have_text(re.compile("^(38:00|37:)"))
            expect(person.page).to_have_title(re.compile("^(38:00|37:)"))
        expect(self.ida.card("Dev")).to_contain_text("I know what to say")

    def ask_before_the_others(self, judge: Neighbour) -> None:
        """In one column the question of Finish stands above the goals of the others, however many they are."""
        wide = judge.page.viewport_size
        assert wide is not None
        judge.page.set_viewport_size(SMALL)
        answer = judge.page.get_by_role("radio", name="It’s done.").bounding_box()
        goal = judge.card("Dev").bounding_box()
        assert answer is not None
        assert goal is not None
        assert answer["y"] < goal["y"]
        self.look(judge)
        judge.page.set_viewport_size(wide)

    def screen(self) -> Member:
        """The big screen, which shows every goal."""
        screen = Member(self.ida.page.context.new_page())
        screen.page.set_viewport_size(WALL)
        screen.opens(f"{self.ida.page.url}?as=read")
        for goal in self.goals.values():
            screen.reads(goal)
        return screen

    def read_on(self, text: str) -> None:
        for person in self.all:
            person.reads(text)


def test_three_people_work_each_on_their_own(people: People, played: Server, pytestconfig: pytest.Config) -> None:
    three = Neighbours(people, played, pytestconfig.rootpath, "Ida", "Cem", "Dev")
    ida, cem, dev = three.all
    three.prepare()
    three.come_in()
    three.begin()
    three.see_the_same()
    three.look(dev, cem)
    screen = three.screen()

    cem.presses("I’m stuck")
    cem.field("Where are you stuck?").fill("the verbs")
    cem.presses("Tell the others")
    expect(ida.card("Cem")).to_contain_text("stuck: the verbs")
    cem.presses("I can go on")
    expect(ida.card("Cem")).not_to_contain_text("stuck")
    dev.presses("For later")
    dev.field("A thought for later").fill("The letter to the bank")
    dev.field("A thought for later").press("Enter")
    dev.presses("Close")
    ida.presses("People")
    expect(ida.button(re.compile("^For later 1"))).to_be_visible()
    ida.presses("Close")

    played.advance(38 * 60)
    cem.presses("Next: Break")
    dev.reads(re.compile("Cem moved on to Break"))
    dev.presses("I’m back")
    ida.reads("1 of 3 back")
    cem.presses("Keep working")
    expect(cem.card("Dev")).to_be_visible()
    cem.presses("Take the break, too")
    cem.reads("Back at")
    dev.presses("Next: Work")

    cem.reports("It’s done", "Forty, and ten more")
    expect(dev.card("Cem")).to_contain_text("Forty, and ten more")
    cem.presses("Next: Finish")
    ida.reports("It’s done")
    dev.reports("Not this time")
    dev.reads("Ida says whether it is done.")
    three.ask_before_the_others(ida)
    ida.chooses("It’s done.")
    ida.presses("Finish")
    for told in ("Done.", "Forty, and ten more", *three.goals.values()):
        three.read_on(told)
    expect(screen.page.get_by_role("listitem")).to_contain_text(list(three.goals.values()))
    three.look(cem)


@pytest.mark.skipif("SOAK" not in os.environ, reason="part of `make soak`")
def test_five_people_work_each_on_their_own(people: People, played: Server, pytestconfig: pytest.Config) -> None:
    five = Neighbours(people, played, pytestconfig.rootpath, "Ida", "Ben", "Cem", "Dev", "Eva")
    ida, ben, cem, dev, eva = five.all
    five.prepare()
    five.come_in()
    five.look(ida)
    five.begin()
    five.see_the_same()
    five.look(dev, cem)
    screen = five.screen()

    # Everybody reads "I'm stuck", and one press takes it back.
    cem.presses("I’m stuck")
    cem.field("Where are you stuck?").fill("the verbs")
    cem.presses("Tell the others")
    expect(ben.card("Cem")).to_contain_text("stuck: the verbs")
    cem.presses("I can go on")
    expect(ben.card("Cem")).not_to_contain_text("stuck")

    # A thought for later and a task go out of the way.
    ben.presses("For later")
    ben.field("A thought for later").fill("The scene at the station")
    ben.field("A thought for later").press("Enter")
    ben.presses(re.compile("^Tasks"))
    ben.field("A task").fill("Ask for the diary")
    ben.field("A task").press("Enter")
    ben.ticks("Ask for the diary")
    ben.presses("Close")
    ida.presses("People")
    expect(ida.button(re.compile("^Tasks"))).to_contain_text("1 of 1")
    expect(ida.button(re.compile("^For later 1"))).to_be_visible()
    ida.presses("Close")

    # The break: who goes on working finds the way back to it.
    played.advance(38 * 60)
    cem.presses("Next: Break")
    dev.reads(re.compile("Cem moved on to Break"))
    dev.presses("I’m back")
    ida.reads("1 of 5 back")
    eva.presses("Keep working")
    expect(eva.card("Ben")).to_be_visible()
    eva.presses("Take the break, too")
    eva.reads("Back at")
    played.advance(10 * 60)
    dev.presses("Next: Work")

    # Each says how it went, now or at the end.
    eva.reports("It’s done", "Two coats")
    ben.reports("Nearly")
    expect(cem.card("Eva")).to_contain_text("Two coats")
    expect(ida.card("Ben")).to_contain_text("Nearly")
    played.advance(37 * 60)
    ben.presses("Next: Finish")
    for person, outcome in ((ida, "It’s done"), (cem, "It’s done"), (dev, "Not this time")):
        person.reports(outcome)
    ben.reads("Ida says whether it is done.")
    five.look(dev)
    ida.chooses("It’s done.")
    ida.presses("Finish")

    # What became of every goal stays on the page of the session.
    for told in ("Done.", "Two coats", *GOALS.values()):
        five.read_on(told)
    screen.reads("Done.")
    expect(screen.page.get_by_role("listitem")).to_contain_text(list(GOALS.values()))
    five.look(cem)
