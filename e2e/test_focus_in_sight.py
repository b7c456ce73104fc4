"""What has the focus is never under a bar that sticks (WCAG 2.4.11): for both roles, in every phase, at every size."""

import httpx
import pytest
from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import People
from e2e.keyboard import covered
from e2e.members import Member
from e2e.people import Person
from e2e.server import Server

pytestmark = pytest.mark.windows

# A laptop, a small phone, a laptop enlarged to 200 % and one enlarged to 400 %, where nothing sticks.
SIZES = ((1280, 800), (375, 667), (640, 400), (320, 256))
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
TEXTS = [f"Idea {n}: let people who live in a street decide what is built there" for n in range(1, 15)]


class Room:
    """The facilitator and somebody who takes part, before the same board."""

    def __init__(self, people: People, table: Table) -> None:
        self.roles: dict[str, Person] = {}
        for role, link in (("facilitator", "facilitate"), ("participant", "participate")):
            page = people.browser(table, reduced_motion="reduce").new_page()
            page.goto(table.links[link])
            self.roles[role] = Person(page)
        self.wrong: list[str] = []

    def look(self, step: str, *keys: str) -> None:
        for role, person in self.roles.items():
            person.is_at(step)
            for width, height in SIZES:
                person.page.set_viewport_size({"width": width, "height": height})
                person.page.evaluate(DRAWN)
                groups = person.button("All groups")
                if groups.is_visible():
                    groups.click()
                for key in keys or ("Tab",):
                    self.wrong += [
                        f"{step}, {role}, {width}×{height}, {key}: {name}" for name in covered(person.page, key)
                    ]


@pytest.mark.timeout(400)
def test_tab_shows_all_it_reaches(server: Server, people: People, table: Table) -> None:
    room = Room(people, table)
    room.look("Welcome")
    table.go("diverge")
    ids = table.write(TEXTS)
    room.look("Write")
    table.go("reveal")
    room.look("Read")
    table.go("cluster")
    for at in range(0, 9, 3):
        table.people[0].groups(ids[at : at + 3], f"Group {at}")
    room.look("Group", "Tab", "Shift+Tab")
    table.go("vote")
    room.look("Vote")
    table.vote()
    table.go("decide")
    room.look("Decide")
    table.decide()
    ben = room.roles["participant"].page
    ben.get_by_role("radio", name="I have doubts").click()
    ben.get_by_role("textbox").fill("Who pays?")
    room.look("Decide")
    table.lead.do("close_consent")
    table.lead.do("freeze")
    room.look("Done")
    assert not room.wrong, "\n" + "\n".join(room.wrong)


def test_the_page_stays_where_it_is_for_whoever_types_on_a_bar(server: Server, people: People) -> None:
    """The name at the foot of the plan: neither its keys nor what comes in its place scroll the page."""
    wanted = {"artifact": "A brief for the council", "conditions": [f"Line {n} is in it" for n in range(12)]}
    links = httpx.post(f"{server.address}/api/worksessions", json=wanted, trust_env=False).json()["links"]
    size = {"width": SIZES[0][0], "height": SIZES[0][1]}
    mara = Member(people.browser(server, reduced_motion="reduce", viewport=size).new_page())
    mara.opens(links["lead"])
    name = mara.field("Your name")
    # Playwright scrolls to what it clicks or presses keys in; a person does not.
    box = name.bounding_box()
    assert box is not None
    mara.page.mouse.click(box["x"] + 9, box["y"] + 9)
    expect(name).to_be_focused()
    mara.page.keyboard.type("Mara")
    mara.page.keyboard.press("ArrowLeft")
    assert mara.page.evaluate("scrollY") == 0
    mara.page.keyboard.press("Enter")
    expect(mara.button("Copy the invitation")).to_be_focused()
    assert mara.page.evaluate("scrollY") == 0
