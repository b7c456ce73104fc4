"""Many people with many tasks: usable on a laptop, on a phone and on the big screen.

`make soak` runs it with thirty people and a hundred and fifty tasks.
"""

import os
import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import ViewportSize, expect

from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server
from e2e.sessions import Session
from e2e.widths import sticking_out

LAPTOP: ViewportSize = {"width": 1366, "height": 768}
PHONE: ViewportSize = {"width": 390, "height": 844}
WALL: ViewportSize = {"width": 1920, "height": 1080}
FAMILIES = ("Okonkwo-Lindqvist", "Tāmaki", "Ng")
FIRST = ("Ana", "Bo", "Cy", "Dee", "Eli", "Flo", "Gus", "Hal", "Ivy", "Jo")
MOST_PEOPLE, MOST_TASKS = (30, 150) if "SOAK" in os.environ else (12, 50)
NAMES = [f"{name} {family}" for family in FAMILIES for name in FIRST][:MOST_PEOPLE]
LAST_THOUGHT = (len(NAMES) - 1) // 4 * 4
CONDITIONS = [f"Part {n} says what is built, by whom and until when" for n in range(1, 13)]
TASKS = [f"Ask the owners of street {n} what they need before anything is drawn" for n in range(1, MOST_TASKS + 1)]


@pytest.fixture
def crowd(server: Server) -> Iterator[Session]:
    """At work, most of them at a place in the text, some stuck."""
    wanted = {"artifact": "The plan for the whole quarter", "conditions": CONDITIONS}
    with Session.opened(server.address, **wanted) as session:
        session.come(NAMES)
        session.add_tasks(TASKS)
        session.lead.do("start")
        for at, person in enumerate(session.people):
            person.do("take", heading=CONDITIONS[at % 7])
            if at % 6 == 0:
                person.do("stuck", stuck=True, note="Nobody answers the telephone there")
            if at % 4 == 0:
                person.do("park", parked=str(uuid4()), text=f"Thought {at}: who pays for the trees along the road?")
        yield session


class Room:
    """A laptop, a phone and the big screen before the same session."""

    def __init__(self, people: People, server: Server, links: dict[str, str]) -> None:
        self.zoe = Member(people.browser(server, viewport=LAPTOP).new_page())
        self.kim = Member(people.browser(server, viewport=PHONE, has_touch=True, is_mobile=True).new_page())
        self.screen = Member(people.browser(server, viewport=WALL).new_page())
        self.zoe.joins(links["join"], "Zoe")
        self.kim.joins(links["join"], "Kim")
        self.screen.opens(links["read"])

    def fits(self) -> None:
        """Nothing scrolls sideways, and the big screen not at all."""
        for person, size in ((self.zoe, LAPTOP), (self.kim, PHONE), (self.screen, WALL)):
            assert sticking_out(person.page, (size["width"], size["height"])) == []
        assert self.screen.page.evaluate("document.documentElement.scrollHeight <= innerHeight")


def test_every_list_stays_usable(people: People, server: Server, crowd: Session) -> None:
    room = Room(people, server, crowd.links)
    zoe, kim, screen = room.zoe, room.kim, room.screen
    zoe.reads(CONDITIONS[-1])
    screen.reads(f"0 of {MOST_TASKS}")
    room.fits()

    # The first and the last task can be ticked, and one more is written below them.
    for person in (zoe, kim):
        if person is kim:
            kim.presses("Agenda and lists")
        person.presses(re.compile("^Tasks"))
        tasks = person.page.locator("#margin").get_by_role("checkbox")
        expect(tasks).to_have_count(len(TASKS))
    room.fits()
    zoe.ticks(TASKS[0])
    kim.ticks(TASKS[-1])
    screen.reads(f"2 of {MOST_TASKS}")
    kim.field("A task").fill("Thank everybody")
    kim.presses("Add", kim.page.locator("#margin"))
    expect(zoe.box("checkbox", "Thank everybody")).to_be_visible()

    # A change of somebody else arrives everywhere.
    crowd.people[0].adds_task("Look at the last street, too")
    for person in (zoe, kim):
        expect(person.button(re.compile("^Tasks"))).to_contain_text(f"2 of {MOST_TASKS + 2}")
    screen.reads(f"2 of {MOST_TASKS + 2}")

    # People, thoughts for later and the agenda are as long as they are, and their ends are reached.
    for row, end in (("People", NAMES[-1]), ("For later", f"Thought {LAST_THOUGHT}"), ("Agenda", "A soft tone")):
        for person in (zoe, kim):
            person.button(re.compile(f"^{row}"), person.page.locator("#margin .rows")).click()
            there = person.page.locator("#margin .rows").get_by_text(end).last
            there.click(trial=True)
        room.fits()
    kim.page.keyboard.press("Escape")
    kim.presses(re.compile("^Done when"))
    kim.ticks(CONDITIONS[-1])
    expect(zoe.page.get_by_role("checkbox", name=CONDITIONS[-1])).to_be_checked()

    # Finish and the end show all that is left.
    crowd.go_to("finish")
    for person in (zoe, kim):
        person.reads(f"{MOST_TASKS} tasks stay open")
        expect(person.page.get_by_role("button", name=re.compile("^Done: "))).to_have_count(MOST_TASKS)
    room.fits()
    crowd.lead.do("end", verdict="done")
    for person in (zoe, kim):
        person.reads(f"Since then: 2 of {MOST_TASKS + 2} done.")
    kim.page.get_by_role("button", name=f"Done: {TASKS[len(TASKS) // 2]}").click()
    zoe.reads(f"Since then: 3 of {MOST_TASKS + 2} done.")
    screen.reads("Done.")
    room.fits()
