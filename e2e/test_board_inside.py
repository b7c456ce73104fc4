"""A board inside a session: somebody asks everybody, all write alone, and what they decide comes back into the text."""

import re

import pytest
from playwright.sync_api import Page, expect

from e2e.axe import Look
from e2e.conftest import People
from e2e.members import Member
from e2e.people import Facilitator, Participant
from e2e.server import Server
from e2e.sessions import Session

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
WALL = {"viewport": {"width": 1280, "height": 720}}
CALM = {"reduced_motion": "reduce"}
WANTED = {"artifact": "A brief for the council", "conditions": ["Scope is in it", "The price is in it"]}
QUESTION = "Which station should be built first?"
DECISION = "We build at the north station first."
BOARD = re.compile(r"/boards/[\w-]+")
IDEAS = ("The north station", "The one by the river", "Wait for the count of spring")


class Room:
    """Mara leads and Ben and Jo have laptops, Ana a phone; a big screen stands in the room."""

    def __init__(self, people: People, server: Server, session: Session) -> None:
        self.session = session
        self.mara, self.ben, self.jo = (Member(people.browser(server, **CALM).new_page()) for _ in range(3))
        self.ana = Member(people.browser(server, **CALM, **PHONE).new_page())
        self.screen = Member(people.browser(server, **CALM, **WALL).new_page())

    @property
    def everybody(self) -> tuple[Member, ...]:
        return self.mara, self.ben, self.jo, self.ana

    def come_in(self) -> None:
        """All of them, and the work begins."""
        session = self.session
        session.lead.lends(self.mara.page.context)
        for name, person in (("Ben", self.ben), ("Jo", self.jo), ("Ana", self.ana)):
            person.joins(session.links["join"], name)
        session.lead.do("start")
        session.lead.do("next_item", **{"from": next(session.lead.items())})
        self.mara.opens(session.links["lead"])
        self.screen.opens(session.links["lead"])
        self.screen.page.goto(f"{self.screen.page.url}?as=read")
        for person in self.everybody:
            expect(person.page.get_by_role("timer").first).to_be_visible()

    def ben_asks(self) -> None:
        """From the row of actions, in one dialog."""
        self.ben.presses("Ask everybody")
        dialog = self.ben.dialog("Ask everybody")
        expect(self.ben.field("Your question", dialog)).to_be_focused()
        expect(dialog.get_by_role("radio", name="3 minutes")).to_be_checked()
        expect(dialog).to_contain_text("Everybody writes alone; nobody sees who wrote what.")
        expect(dialog).not_to_contain_text("easy to guess")
        self.ben.field("Your question", dialog).fill(QUESTION)
        self.ben.presses("Ask", dialog)
        expect(dialog).to_have_count(0)

    def board_of(self, person: Member, link: str) -> Page:
        """What opens in a new tab."""
        with person.page.expect_popup() as opened:
            person.page.get_by_role("link", name=re.compile(f"^{link}")).click()
        opened.value.wait_for_url(BOARD)
        return opened.value


@pytest.fixture
def room(people: People, server: Server) -> Room:  # noqa: PT022 the session is closed with the server's client
    with Session.opened(server.address, **WANTED) as session:
        room = Room(people, server, session)
        room.come_in()
        yield room


def test_what_everybody_is_asked_comes_back_into_the_text(room: Room, look: Look) -> None:
    mara, ben, jo, ana, screen = room.mara, room.ben, room.jo, room.ana, room.screen
    room.ben_asks()
    mara.reads(re.compile(rf"asks everybody: .*{re.escape(QUESTION)}"))
    ana.reads(re.compile(rf"asks everybody: .*{re.escape(QUESTION)}"))

    # What somebody is typing when the board opens is not lost.
    jo.presses("Task")
    jo.field("A task").fill("Get the parking count")
    mara.presses(re.compile("^Next: "))
    for person in room.everybody:
        expect(person.page.get_by_role("heading", name=QUESTION)).to_be_visible()
        person.reads("Everybody is on the board. The text waits.")
        for gone in ("Task", "Agree on…", "I’m stuck", "Change the text", "Ask everybody", "Add to the text"):
            expect(person.button(gone)).to_have_count(0)
        person.reads("Nothing that is kept connects what you write there with your name here.")
    expect(jo.field("A task")).to_have_count(0)
    expect(mara.page.get_by_role("link", name=re.compile("^Lead the board"))).to_have_count(0)
    screen.reads(QUESTION)
    screen.reads("Write on your own device")
    assert "/join/" not in screen.page.locator("main").inner_text().replace(room.session.links["join"][-10:], "").replace(
        "/join/\n", ""
    )
    assert screen.page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    for place, page in (("open board", ben.page), ("open board, phone", ana.page), ("open board, screen", screen.page)):
        look.at_both(place, page)

    lead = Facilitator(room.board_of(ben, "Lead the board"))
    lead.is_at("Welcome")
    mine, hers = (Participant(room.board_of(one, "Take part")) for one in (mara, jo))
    ana.page.get_by_role("link", name="Take part").click()
    ana.page.wait_for_url(BOARD)
    phone = Participant(ana.page)
    writers = (mine, hers, phone)
    for one in writers:
        one.is_at("Welcome")
    expect(phone.page.get_by_role("link", name="Back to the work session")).to_be_visible()
    expect(mine.page.get_by_role("link", name="Back to the work session")).to_have_count(0)

    lead.starts_writing()
    for one, idea in zip(writers, IDEAS, strict=True):
        one.writes(idea)
    expect(phone.page.get_by_role("link", name="Back to the work session")).to_be_visible()
    lead.reveals(len(IDEAS))
    lead.goes_on_to_grouping()
    lead.opens_the_vote(dots=1)
    for one in writers:
        one.spends_dots(IDEAS[0])
        one.is_done()
    lead.closes_the_vote()
    lead.writes_the_decision(DECISION, "It has the most homes.", "Mara")
    lead.ends_the_check()
    address = lead.makes_it_final()

    # Back on the phone by the link, elsewhere in the tab that stayed open.
    phone.page.get_by_role("link", name="Back to the work session").click()
    ana.page.wait_for_url(re.compile(r"/worksessions/"))
    for person in room.everybody:
        person.reads(f"Agreed: {DECISION}")
        expect(person.page.get_by_role("link", name=re.compile("^Read the decision"))).to_have_attribute(
            "href", re.compile(re.escape(address.rsplit("/", 1)[1]))
        )
        expect(person.page.locator(".doc")).to_contain_text(DECISION)
    screen.reads(DECISION)
    for place, page in (("decided", mara.page), ("decided, phone", ana.page), ("decided, screen", screen.page)):
        look.at_both(place, page)
    expect(jo.field("A task")).to_have_value("Get the parking count")
    ben.presses("Change the text")
    expect(ben.field("The text")).to_be_editable()
    mara.presses("Agreed 1")
    expect(mara.page.locator(".agreed-list")).to_contain_text(DECISION)

    # At the end the entry names the decision, too.
    room.session.lead.do("end", verdict="done")
    for person in (mara, ana):
        link = person.page.get_by_role("link", name=re.compile("^Read the decision"))
        expect(link).to_have_attribute("href", re.compile(re.escape(address.rsplit("/", 1)[1])))
