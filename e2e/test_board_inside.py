"""A board inside a session: somebody asks everybody, all write alone, and what they decide comes back into the text."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from e2e.api import Api
from e2e.axe import Look
from e2e.conftest import People
from e2e.live_network import LiveNetwork
from e2e.members import Member
from e2e.people import Facilitator, Participant
from e2e.server import Server
from e2e.sessions import Session

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
WALL = {"viewport": {"width": 1280, "height": 720}}
CALM = {"reduced_motion": "reduce"}
WANTED = {
    "artifact": "A brief for the council",
    "conditions": ["Scope is in it", "The price is in it"],
    "agenda": [
        {"title": "Draft", "minutes": 40, "kind": "work"},
        {"title": "Review", "minutes": 15, "kind": "work"},
        {"title": "Finish", "minutes": 5, "kind": "finish"},
    ],
}
QUESTION = "Which station should be built first?"
DECISION = "We build at the north station first."
BOARD = re.compile(r"/boards/[\w-]+")
GONE = ("Task", "Agree on…", "I’m stuck", "Change the text", "Ask everybody", "Add to the text", "Take")
IDEAS = ("The north station", "The one by the river", "Wait for the count of spring")


class Room:
    """Mara leads and Ben and Jo have laptops, Ana a phone; a big screen stands in the room."""

    def __init__(self, people: People, server: Server, session: Session) -> None:
        self.session = session
        self.mara, self.ben, self.jo = (Member(people.browser(server, **CALM).new_page()) for _ in range(3))
        self.network = LiveNetwork(self.jo.page)
        """that of Jo"""
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
def room(people: People, server: Server) -> Iterator[Room]:
    with Session.opened(server.address, **WANTED) as session:
        room = Room(people, server, session)
        room.come_in()
        yield room


def _stand_still(room: Room) -> None:
    """While the board is open every page says the same, and has nothing that the server would refuse."""
    for person in room.everybody:
        expect(person.page.get_by_role("heading", name=QUESTION)).to_be_visible()
        person.reads("Everybody is on the board. The text waits.")
        person.reads("Nothing that is kept connects what you write there with your name here.")
        person.reads(re.compile("^While the board is open, nothing can be added or changed here"))
        for gone in GONE:
            expect(person.button(gone)).to_have_count(0)
        expect(person.page.locator(".away")).to_have_count(0)
    expect(room.mara.page.get_by_role("link", name=re.compile("^Lead the board"))).to_have_count(0)


def _shows_no_way_to_the_board(screen: Page, session: Session) -> None:
    """The one address on it is that of the session, and it does not scroll."""
    words = screen.locator("main").inner_text()
    assert re.findall(r"/join/\s*(\S+)", words) == [session.links["join"].rsplit("/", 1)[1]]
    assert screen.evaluate("document.documentElement.scrollHeight <= innerHeight")


def _decide(lead: Facilitator, writers: tuple[Participant, ...]) -> str:
    """The whole way of a board; returns the address of its decision."""
    lead.starts_writing()
    for one, idea in zip(writers, IDEAS, strict=True):
        one.writes(idea)
    lead.reveals(len(IDEAS))
    lead.goes_on_to_grouping()
    lead.opens_the_vote(dots=1)
    for one in writers:
        one.spends_dots(IDEAS[0])
        one.is_done()
    lead.closes_the_vote()
    lead.writes_the_decision(DECISION, "It has the most homes.", "Mara")
    lead.ends_the_check()
    return lead.makes_it_final().rsplit("/", 1)[1]


def _leads_to(person: Member, decision: str) -> None:
    link = person.page.get_by_role("link", name=re.compile("^Read the decision"))
    expect(link).to_have_attribute("href", f"/decisions/{decision}")


def test_what_everybody_is_asked_comes_back_into_the_text(room: Room, look: Look) -> None:
    mara, ben, jo, ana, screen = room.mara, room.ben, room.jo, room.ana, room.screen
    room.ben_asks()
    ben.reads(f"You ask everybody: {QUESTION}")
    for person in (mara, ana):
        person.reads(f"Ben asks everybody: {QUESTION}")

    # What somebody is typing when the board opens is not lost.
    jo.presses("Task")
    jo.field("A task").fill("Get the parking count")
    mara.presses("Next: Board")
    _stand_still(room)
    expect(jo.field("A task")).to_have_count(0)
    screen.reads(QUESTION)
    screen.reads("Write on your own device")
    _shows_no_way_to_the_board(screen.page, room.session)
    for place, page in (("open", ben.page), ("open, phone", ana.page), ("open, screen", screen.page)):
        look.at_both(place, page)

    lead = Facilitator(room.board_of(ben, "Lead the board"))
    mine, hers = (Participant(room.board_of(one, "Take part")) for one in (mara, jo))
    ana.page.get_by_role("link", name="Take part").click()
    ana.page.wait_for_url(BOARD)
    phone = Participant(ana.page)
    back = phone.page.get_by_role("link", name="Back to the work session")
    expect(back).to_be_visible()
    expect(mine.page.get_by_role("link", name="Back to the work session")).to_have_count(0)
    look.at_both("board, phone", phone.page)
    decision = _decide(lead, (mine, hers, phone))

    # Back on the phone by the link, elsewhere in the tab that stayed open.
    back.click()
    ana.page.wait_for_url(re.compile(r"/worksessions/"))
    for person in room.everybody:
        person.reads(f"Agreed: {DECISION}")
        _leads_to(person, decision)
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
        expect(person.page.locator(".ended")).to_be_visible()
        _leads_to(person, decision)


def test_two_ask_at_once_and_nothing_typed_is_lost_offline(room: Room) -> None:
    jo, ben = room.jo, room.ben
    jo.presses("Ask everybody")
    dialog = jo.dialog("Ask everybody")
    jo.field("Your question", dialog).fill("x" * 301)
    expect(dialog).to_contain_text("1 too many")
    jo.field("Your question", dialog).fill("What do we leave out?")
    room.network.goes_down()
    jo.presses("Ask", dialog)
    expect(dialog.get_by_role("alert")).to_be_visible()
    expect(jo.field("Your question", dialog)).to_have_value("What do we leave out?")
    room.ben_asks()
    room.network.comes_up()
    jo.reads(f"Ben asks everybody: {QUESTION}")
    jo.presses("Ask", dialog)
    expect(dialog).to_have_count(0)
    ben.presses("Agenda")
    for asked in (QUESTION, "What do we leave out?"):
        expect(ben.page.locator(".agenda-list").get_by_text(asked)).to_have_count(1)

    # A second question of the same person waits for the first one.
    jo.presses("Ask everybody")
    jo.field("Your question", dialog).fill("And then?")
    jo.presses("Ask", dialog)
    expect(dialog.get_by_role("alert")).to_have_text("Your last question is not over yet. Ask the next one after it.")
    expect(jo.field("Your question", dialog)).to_have_value("And then?")


def test_a_board_that_stays_open_is_reached_from_the_agenda(room: Room) -> None:
    mara, ben = room.mara, room.ben
    room.ben_asks()
    mara.presses("Next: Board")
    _stand_still(room)
    mara.presses("Next: Review")
    ben.reads(f"The board “{QUESTION}” is still open.")
    expect(ben.button("Change the text")).to_be_visible()
    ben.presses("Agenda")
    agenda = ben.page.locator(".agenda-list")
    expect(agenda).to_contain_text("The board is still open.")
    expect(agenda.get_by_role("link", name=re.compile("^Take part"))).to_be_visible()


def test_a_board_that_is_deleted_says_so_and_the_session_goes_on(room: Room) -> None:
    mara, ben = room.mara, room.ben
    room.ben_asks()
    mara.presses("Next: Board")
    way = ben.page.get_by_role("link", name=re.compile("^Lead the board")).get_attribute("href")
    assert way
    board = Api(room.session.address, way)
    board.deletes()
    board.close()
    for person in room.everybody:
        person.reads("The board of this item was deleted. What was written there is gone; the session goes on.")
    expect(ben.button("Change the text")).to_be_visible()
    expect(mara.button("Open another board")).to_be_visible()
    expect(ben.button("Open another board")).to_have_count(0)


def test_ideas_come_first_where_that_is_chosen(people: People, server: Server, look: Look) -> None:
    mara = Member(people.browser(server, **CALM).new_page())
    mara.opens_home()
    mara.chooses("Together")
    mara.page.get_by_role("checkbox", name="Find ideas first").check()
    mara.field("What will exist at the end?").fill("A brief for the council")
    mara.presses("Prepare and invite")
    rows = mara.page.get_by_role("textbox", name="What it is called")
    expect(rows).to_have_count(4)
    expect(rows.first).to_have_value("Find ideas")
    mara.reads("A board: its name is the question that everybody gets.")
    mara.presses("Add a board")
    expect(rows).to_have_count(5)
    mara.field("Your name").fill("Mara")
    look.at_both("prepare, boards", mara.page)
    mara.presses("Start 60 minutes")

    # A question is what the board is about; it can still be changed before the board opens.
    mara.reads("Only you are here: people who join later know what you wrote.")
    mara.field("The question on the board").fill(QUESTION)
    look.at_both("planned", mara.page)
    mara.presses("Open the board")
    expect(mara.page.get_by_role("heading", name=QUESTION)).to_be_visible()
    mara.reads("Everybody is on the board. The text waits.")
    expect(mara.page.get_by_role("link", name=re.compile("^Lead the board"))).to_be_visible()
