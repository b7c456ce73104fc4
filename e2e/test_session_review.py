"""The work is looked over: condition by condition on the big screen, with the text of each beside it."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.axe import Look
from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server
from e2e.sessions import Session

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
WALL = {"viewport": {"width": 1280, "height": 720}}
CALM = {"reduced_motion": "reduce"}
AREAS, HEIGHTS, SPEED = "Both areas are drawn", "Heights and parking are set", "Speed is answered"
TEXT = f"# The zoning change\n\n## {AREAS}\n\nNorth and south.\n\n## {HEIGHTS}\n\nSix storeys.\n\n### Parking\n\n"
LINE = "The council measures the walk to each of the two stations."
WANTED = {
    "artifact": "The zoning change",
    "conditions": [AREAS, HEIGHTS, SPEED],
    "agenda": [
        {"title": "Draft", "minutes": 40, "kind": "work"},
        {"title": "Review", "minutes": 15, "kind": "work"},
        {"title": "Finish", "minutes": 5, "kind": "finish"},
    ],
    "text": TEXT,
}
SMALLEST = """[...document.querySelectorAll(".wall-review *")]
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
  .filter((one) => !one.closest(".visually-hidden"))
  .map((one) => parseFloat(getComputedStyle(one).fontSize) / innerHeight)
  .reduce((least, one) => Math.min(least, one), 1)"""


class Room:
    """Mara leads and Ben has a laptop, Ana a phone; a big screen stands in the room."""

    def __init__(self, people: People, server: Server, session: Session) -> None:
        self.session = session
        self.mara, self.ben = (Member(people.browser(server, **CALM).new_page()) for _ in range(2))
        self.ana = Member(people.browser(server, **CALM, **PHONE).new_page())
        self.screen = Member(people.browser(server, **CALM, **WALL).new_page())

    def come_in(self) -> None:
        session = self.session
        session.lead.lends(self.mara.page.context)
        self.ben.joins(session.links["join"], "Ben")
        self.ana.joins(session.links["join"], "Ana")
        session.lead.do("start")
        self.mara.opens(session.links["lead"])
        self.screen.opens(session.links["read"])
        expect(self.screen.page.locator(".wall-work")).to_be_visible()

    @property
    def line(self) -> Locator:
        """What the big screen shows of "Done when"."""
        return self.screen.page.locator(".wall-review .line")

    @property
    def chapter(self) -> Locator:
        """What it shows beside that."""
        return self.screen.page.locator(".wall-review .place")

    def shows(self, place: str, condition: str) -> None:
        expect(self.line).to_contain_text(place)
        expect(self.line.get_by_role("heading", name=condition)).to_be_visible()


@pytest.fixture
def room(people: People, server: Server) -> Iterator[Room]:
    with Session.opened(server.address, **WANTED) as session:
        room = Room(people, server, session)
        room.come_in()
        yield room


def _is_read_from_afar(screen: Page) -> None:
    """It does not scroll, and no letter is smaller than a thirtieth of the height."""
    assert screen.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert float(screen.evaluate(SMALLEST)) >= 1 / 30


def test_condition_by_condition_on_the_big_screen(room: Room, look: Look) -> None:
    mara, ben, ana, screen = room.mara, room.ben, room.ana, room.screen
    expect(mara.button("Next condition")).to_have_count(0)
    mara.presses("Next: Review")
    ben.presses("Next condition")
    room.shows("1 of 3", AREAS)
    expect(room.chapter).to_have_text("North and south.")
    ana.reads(f"Ben put “{AREAS}” on the big screen.")

    # Anybody goes on from where the others are.
    ana.presses("Next condition")
    room.shows("2 of 3", HEIGHTS)
    expect(room.chapter).to_contain_text("Six storeys.")
    expect(room.chapter.get_by_role("heading", name="Parking")).to_be_visible()
    ben.reads("2 of 3")
    expect(ben.page.locator(".done-when .shown")).to_contain_text(HEIGHTS)
    for place, one in (("review", ben), ("review, phone", ana), ("review, big screen", screen)):
        look.at_both(place, one.page)

    # The text follows what is corrected, and the tick lands.
    ben.presses("Change the text")
    ben.field("The text").fill(TEXT.replace("Six", "Four"))
    expect(room.chapter).to_contain_text("Four storeys.")
    ben.ticks(HEIGHTS)
    expect(room.line).to_have_class(re.compile(r"\bmet\b"))
    expect(room.line).to_contain_text("Met:")

    # One by name, back, and undone.
    mara.presses(f"Show “{SPEED}” on the big screen")
    room.shows("3 of 3", SPEED)
    expect(room.chapter).to_contain_text("No heading in the text is called that.")
    expect(room.chapter).to_contain_text("Parking")
    expect(mara.button("Next condition")).to_be_disabled()
    expect(ben.button("Go to it")).to_have_count(0)
    ben.presses(re.compile("^Undo"))
    room.shows("2 of 3", HEIGHTS)
    mara.presses("The condition before")
    room.shows("1 of 3", AREAS)
    mara.presses(f"Show “{AREAS}” on the big screen")
    expect(screen.page.locator(".wall-work")).to_be_visible()
    mara.presses("Next condition")
    room.shows("1 of 3", AREAS)
    mara.presses("Next: Finish")
    expect(screen.page.get_by_role("heading", name="Is it done?")).to_be_visible()


def test_one_press_leads_to_what_is_shown(room: Room) -> None:
    mara, ben, ana = room.mara, room.ben, room.ana
    for _ in range(7):
        room.session.lead.do("append_text", line=str(uuid4()), text="\n\n".join([LINE] * 30), heading=AREAS)
    room.session.go_to("finish")
    room.session.lead.do("undo_clock")
    mara.presses(f"Show “{HEIGHTS}” on the big screen")
    for person in (ben, ana):
        # No page moves by itself.
        heading = person.page.locator(".doc").get_by_role("heading", name=HEIGHTS)
        expect(person.button("Go to it")).to_be_visible()
        expect(heading).not_to_be_in_viewport()
        person.presses("Go to it")
        expect(heading).to_be_in_viewport()

    # In the editor the cursor goes there.
    ben.presses("Change the text")
    expect(ben.field("The text")).to_be_focused()
    ben.presses("Go to it")
    expect(ben.field("The text")).to_be_focused()
    ben.page.keyboard.type(" today")
    expect(room.mara.page.locator(".doc").get_by_role("heading", name=f"{HEIGHTS} today")).to_be_attached()


def test_a_long_chapter_is_cut_with_a_sign(room: Room) -> None:
    for _ in range(9):
        room.session.lead.do("append_text", line=str(uuid4()), text="\n\n".join([LINE] * 30), heading=AREAS)
    room.session.lead.do("append_text", line=str(uuid4()), text="| a | b |\n| - | - |\n| 1 | 2 |", heading="Parking")
    room.session.lead.do("next_item", **{"from": next(room.session.lead.items())})
    for words, sign in ((AREAS, 1), (HEIGHTS, 0)):
        room.ben.presses(f"Show “{words}” on the big screen")
        expect(room.line).to_contain_text(words)
        expect(room.chapter.get_by_text("The rest is on your own screen.")).to_have_count(sign)
        _is_read_from_afar(room.screen.page)
