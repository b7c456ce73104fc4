"""From a question to the next version: six decide on a board, four work an hour, one finishes, a reader replies."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from e2e.api import Table
from e2e.axe import Look
from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server

PICTURES = os.environ.get("WAY_PICTURES")
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
WALL = {"viewport": {"width": 1920, "height": 1080}}
IDEAS = ["Zone two station areas", "A night bus", "Build on public land", "Lower parking rules", "Free trams"]
DECISION = "We zone two station areas first."
STEP = "Write the zoning change for two station areas"
OBJECTION = "Nobody has measured the speed."
AREAS, HEIGHTS, SPEED = "Both areas are drawn", "Heights and parking are set", "The objection about speed is answered"
AGREED = "One space for each home near the stations"
WHY = "We measured the walk instead of drawing a circle."
REPLY = "The price of parking is unclear."
CHANGED = "A table in the second section."
TABLE = "The table of prices is in it"
MINUTE, DAY = 60, 86_400


class Way:
    """Mara leads on a laptop, Ana has a phone, Ben and Jo laptops; two more are on the board alone, and one screen."""

    def __init__(self, people: People, server: Server, table: Table) -> None:
        self.people, self.server, self.table = people, server, table
        self.mara = self.somebody()
        self.others = {"Ben": self.somebody(), "Ana": self.somebody(**PHONE), "Jo": self.somebody()}
        self.screen = self.somebody(**WALL)
        self.ben, self.ana, self.jo = self.others.values()

    @property
    def everybody(self) -> list[Member]:
        return [self.mara, *self.others.values()]

    def somebody(self, **how: object) -> Member:
        return Member(self.people.browser(self.server, reduced_motion="reduce", **how).new_page())

    def keeps(self, step: str, *shown: Member) -> None:
        """Pictures of some pages, when a folder for them is named."""
        for at, one in enumerate(shown if PICTURES else ()):
            one.page.screenshot(path=Path(PICTURES or "") / f"{step}-{at}.png", full_page=one is not self.screen)


@pytest.fixture
def way(people: People, played: Server, tables: Callable[..., Table]) -> Way:
    return Way(people, played, tables(played, question="What should the council do first?", problem="Rents double."))


def test_a_question_becomes_work_and_the_work_gets_better(way: Way, look: Look) -> None:
    _decide(way)
    _go_on(way, look)
    _agree_when_it_is_done(way)
    _draft(way)
    _rest_and_review(way)
    _nearly(way, look)
    recap = _finish_another_day(way)
    reader = _reply(way, recap)
    _next_version(way, reader, look)


def _decide(way: Way) -> None:
    """The board, with people who speak to the server directly."""
    table, mara = way.table, way.mara
    table.seat(5)
    table.go("diverge")
    table.write(IDEAS)
    table.go("vote")
    table.vote()
    table.go("decide")
    first = table.options()["options"][0]
    table.lead.do(
        "write_decision",
        decision=DECISION,
        why="It needs no new law.",
        owner="Mara",
        shortlist=[first],
        next_steps=[{"text": STEP, "owner": "Mara"}, {"text": "Get the parking count"}],
    )
    for at, voter in enumerate(table.people):
        voter.do("answer_consent", level=1 if at == 0 else 4, reason=OBJECTION if at == 0 else None)
    mara.opens(table.links["facilitate"])
    way.screen.opens(table.links["watch"])
    for one in way.others.values():
        one.opens(table.links["participate"])
    mara.presses("End the check")
    mara.reads(OBJECTION)
    mara.presses("Make it final")
    mara.presses("Make it final", mara.dialog("Make it final?"))
    for one in (*way.everybody, way.screen):
        expect(one.page.get_by_role("heading", name=DECISION, level=1)).to_be_visible()
    way.keeps("1-decided", mara, way.ana, way.screen)


def _go_on(way: Way, look: Look) -> None:
    """From a next step, by a page that is filled in; everybody on the board sees it, and nobody has to come."""
    way.mara.presses("Start with this", way.mara.page.get_by_role("listitem").filter(has_text=STEP))
    expect(way.mara.field("What will exist at the end?")).to_have_value(STEP)
    way.mara.reads("Everybody still on the board’s page sees it at once and can join with a name.")
    expect(way.ben.page.get_by_text("The work goes on")).to_have_count(0)
    way.keeps("2-invite", way.mara)
    way.mara.presses("Invite everybody here")
    way.mara.page.get_by_text("Read the text").click()
    way.mara.reads(re.compile(f"^Said on the board, by nobody in particular: {OBJECTION}"))
    for one in way.others.values():
        one.reads(re.compile(f"^The work goes on: {STEP}, 60 minutes"))
    way.screen.reads(STEP)
    way.keeps("2b-goes-on", way.mara, way.ana, way.screen)
    look.at_both("The work goes on, a phone", way.ana.page)

    way.mara.field("Your name").fill("Mara")
    way.mara.field("Your name").press("Enter")
    for name, one in way.others.items():
        one.page.get_by_role("link", name="Join with a name").click()
        one.reads("Nothing that is kept connects it with what you wrote or chose on the board.")
        one.field(re.compile("^Your name")).fill(name)
        one.field(re.compile("^Your name")).press("Enter")
        way.mara.reads(name)
    way.screen.page.get_by_role("link", name="Show it on this screen").click()
    way.screen.reads(STEP)
    way.keeps("3-door", way.mara, way.ana, way.screen)


def _agree_when_it_is_done(way: Way) -> None:
    """Anybody says when it is done; each line becomes a heading, and people take one each."""
    way.mara.presses("Start 60 minutes")
    for one, line in ((way.ben, AREAS), (way.jo, HEIGHTS), (way.mara, SPEED)):
        field = one.field("Add a line")
        expect(field.or_(one.button("Add a line"))).to_be_visible()
        if not field.is_visible():
            one.presses("Add a line")
        field.fill(line)
        field.press("Enter")
        way.screen.reads(line)
    way.ben.presses(f"Take “{AREAS}”")
    way.jo.presses(f"Take “{HEIGHTS}”")
    way.mara.presses(f"Take “{SPEED}”")
    way.mara.reads("1 person has nothing to do yet.")
    way.keeps("4-agree", way.mara, way.ana, way.screen)


def _draft(way: Way) -> None:
    """Everybody writes, a task is given away, somebody is stuck, and a line is met while all see it."""
    server = way.server
    server.advance(5 * MINUTE)
    way.ben.presses("Next: Draft")
    way.ana.reads("Ben moved on to Draft.")
    way.ana.presses(re.compile("^Add to"))
    way.ana.page.get_by_role("combobox", name=re.compile("^Add to")).select_option(HEIGHTS)
    way.ana.field("What you add").fill("One space for each home near the stations.")
    way.ana.presses("Add it")
    way.jo.reads("One space for each home near the stations.")
    way.mara.presses("Task")
    way.mara.field("A task").fill("Legal check")
    way.mara.field("A task").press("Enter")
    way.ben.presses("For later", way.ben.page.get_by_role("contentinfo"))
    way.ben.field("A thought for later").fill("Ask the rail company about the second exit")
    way.ben.field("A thought for later").press("Enter")
    way.ben.presses("I’m stuck")
    way.ben.presses("Tell the others")
    way.jo.reads(re.compile("is stuck at"))
    way.ben.presses("I can go on")
    expect(way.jo.page.get_by_text(re.compile("is stuck at"))).to_have_count(0)
    way.ben.ticks(AREAS)
    expect(way.screen.page.get_by_role("listitem").filter(has_text=f"Met: {AREAS}")).to_be_visible()
    way.keeps("5-draft", way.mara, way.ana, way.screen)


def _rest_and_review(way: Way) -> None:
    """The break, and back: condition by condition on the screen, the text of each beside it."""
    way.server.advance(25 * MINUTE)
    way.mara.presses(re.compile("^\\+5"))
    way.mara.presses(re.compile("^From Review"))
    way.jo.reads(re.compile("Mara gave Draft more time"))
    way.mara.presses("Next: Break")
    way.screen.reads(re.compile("Back at"))
    way.keeps("6-break", way.mara, way.ana, way.screen)
    way.ana.presses("I’m back")
    way.server.advance(5 * MINUTE)
    way.ana.presses("Next: Review")
    way.ben.presses("Next condition")
    expect(way.screen.page.get_by_role("heading", name=f"Met: {AREAS}")).to_be_visible()
    way.screen.reads("1 of 3")
    way.ana.presses("Next condition")
    expect(way.screen.page.get_by_role("heading", name=HEIGHTS)).to_be_visible()
    way.screen.reads("One space for each home near the stations.")
    way.keeps("6a-review", way.mara, way.ana, way.screen)
    way.jo.presses("Agree on…")
    way.jo.field("What we agree on").fill(AGREED)
    way.jo.presses("Put it to everybody")
    for one in way.everybody:
        if one is way.ana:
            one.presses("Answer")
        answer = "I can live with it" if one is way.jo else "I support it"
        one.page.locator(".scale label").filter(has_text=answer).click()
    way.mara.reads(re.compile("4 of 4 answered"))
    way.keeps("6b-agreement", way.mara, way.ana, way.screen)
    way.mara.presses("Show the answers")
    way.ana.reads(re.compile(AGREED))
    way.jo.ticks(HEIGHTS)
    expect(way.screen.page.get_by_role("heading", name=f"Met: {HEIGHTS}")).to_be_visible()
    way.mara.presses(f"Show “{SPEED}” on the big screen")
    expect(way.screen.page.get_by_role("heading", name=SPEED)).to_be_visible()
    way.server.advance(20 * MINUTE)
    way.jo.presses("Next: Finish")


def _nearly(way: Way, look: Look) -> None:
    """Two of three are met: Mara finishes the third by a day."""
    way.mara.reads("2 of 3 are met.")
    way.mara.chooses("Nearly.")
    way.keeps("7-finish", way.mara, way.ana, way.screen)
    way.mara.presses("Finish")
    for one in (*way.everybody, way.screen):
        one.reads(re.compile("Nearly"))
    look.at_both("Nearly, a phone", way.ana.page)
    way.keeps("8-nearly", way.mara, way.ana, way.screen)


def _finish_another_day(way: Way) -> str:
    """By the same link, days later."""
    way.server.advance(3 * DAY)
    way.mara.page.reload()
    way.mara.reads("Finish it")
    way.mara.presses(SPEED)
    way.mara.field("Keep writing").fill("Thirty everywhere, measured in May.")
    way.mara.presses("Add to the text")
    way.mara.presses("It’s finished")
    way.mara.presses("Share it")
    way.mara.field("What changed, and why it looks like this").fill(WHY)
    way.mara.presses("Share", way.mara.page.get_by_role("dialog"))
    recap = way.mara.page.get_by_role("link", name="Open the recap").get_attribute("href")
    assert recap
    return recap


def _reply(way: Way, recap: str) -> Member:
    """Somebody of the council, without a cookie."""
    reader = way.somebody()
    reader.opens(recap)
    reader.reads(WHY)
    way.keeps("9-recap", reader)
    reader.field("What is unclear").fill(REPLY)
    reader.presses("Send the reply")
    reader.reads("Nobody has answered yet.")
    return reader


def _next_version(way: Way, reader: Member, look: Look) -> None:
    """The reply stands in the next plan; the next recap and the reader's page say what became of it."""
    mara = way.mara
    mara.reads(REPLY)
    mara.presses("Let readers see it")
    mara.presses("Plan the next session")
    mara.page.get_by_role("link", name="Go there").click()
    mara.reads("1 reply to answer")
    way.keeps("10-next-plan", mara)
    mara.presses("We changed it")
    mara.field("What changed").fill(CHANGED)
    mara.presses("Send the answer")
    mara.presses("Start 60 minutes")
    mara.field("Add a line").fill(TABLE)
    mara.field("Add a line").press("Enter")
    mara.ticks(TABLE)
    for _ in range(4):
        following = mara.button(re.compile("^Next: "))
        name = following.inner_text()
        following.click()
        expect(mara.button(name)).to_have_count(0)
    mara.chooses("It’s done.")
    mara.presses("Finish")
    way.jo.opens(mara.shares())
    for words in ("You said", REPLY, CHANGED):
        way.jo.reads(re.compile(words))
    look.at_both("The second recap", way.jo.page)
    way.keeps("11-next-recap", way.jo)
    reader.page.reload()
    reader.reads(CHANGED)
    way.keeps("12-reader", reader)
