"""From the verdict to a page that readers open: shared, with a name taken back, and corrected."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from e2e.axe import Look
from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server
from e2e.sessions import Session

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
WALL = {"viewport": {"width": 1920, "height": 1080}}
AREAS, SPEED = "Both areas are drawn", "The objection about speed is answered"
WHY = "We measured the walk instead of drawing a circle."
DRAFT = "# The offer\n\n## Scope\n\nForty pages about everything.\n"


class Room:
    """The people of a session, each with a browser of their own."""

    def __init__(self, people: People, server: Server, session: Session) -> None:
        self.session, self._people, self._server = session, people, server
        self.mara = self.somebody()
        session.lead.lends(self.mara.page.context)
        self.mara.opens(session.links["lead"])

    def somebody(self, **how: object) -> Member:
        return Member(self._people.browser(self._server, reduced_motion="reduce", **how).new_page())

    def adds(self, text: str) -> None:
        self.session.lead.do("append_text", line=str(uuid4()), text=text)

    def id_of(self, name: str) -> str:
        people = self.session.lead.document["people"]
        return next(str(id) for id, one in people.items() if one["name"] == name)


@pytest.fixture
def room(people: People, server: Server) -> Iterator[Room]:
    with Session.opened(server.address, artifact="The zoning change", conditions=[AREAS, SPEED]) as session:
        yield Room(people, server, session)


def address(person: Member) -> str:
    """Where readers find the recap, as a page of the session says it."""
    return str(person.page.get_by_role("link", name="Open the recap").get_attribute("href"))


def said(person: Member) -> str:
    """All that stands on the page."""
    return str(person.page.locator("body").inner_text())


def shares(lead: Member) -> None:
    dialog = lead.page.get_by_role("dialog")
    lead.presses("Share", dialog)
    expect(dialog).to_have_count(0)


def test_a_team_shares_what_it_made_takes_a_name_back_and_corrects_it(room: Room, look: Look) -> None:
    mara, ben, screen = room.mara, room.somebody(), room.somebody(**WALL)
    ben.joins(room.session.links["join"], "Ben")
    screen.opens(room.session.links["read"])
    room.session.lead.do("start")
    room.adds("North of the station Ben drew four floors.")
    room.session.lead.do("end", verdict="nearly", finisher=room.id_of("Ben"), by="2030-12-04")

    # Ben finishes it, and decides about his own name. It is off.
    ben.reads("It’s finished")
    ben.presses(AREAS)
    ben.field("Keep writing").fill("Speed: thirty everywhere.")
    ben.presses("Add to the text")
    ben.presses("It’s finished")
    ben.reads("Ben finished it on")
    expect(ben.page.get_by_role("checkbox", name="Show my name to readers")).not_to_be_checked()
    ben.reads("Only the people of this session see it so far.")
    look.at_both("Ended, a member", ben.page)

    # Mara adds her lines; a reload in between loses nothing.
    mara.presses("Share it")
    mara.field("What changed, and why it looks like this").fill(WHY)
    mara.page.reload()
    mara.presses("Share it")
    expect(mara.field("What changed, and why it looks like this")).to_have_value(WHY)
    mara.field("What you would do next").fill("A reading in the council.")
    mara.reads(re.compile("Ben.* stands once in the text. Readers will see it."))
    expect(mara.page.get_by_role("checkbox", name="Readers can watch it being made")).not_to_be_checked()
    look.at_both("Sharing", mara.page)
    with mara.page.context.expect_page() as opened:
        mara.page.get_by_role("dialog").get_by_role("link", name="See it as readers will").click()
    expect(opened.value.locator("body")).to_contain_text("A reading in the council.")
    shares(mara)
    expect(mara.button("Copy the link")).to_be_focused()
    look.at_both("Shared", mara.page)
    look.at_both("Shared, big screen", screen.page)
    expect(screen.page.get_by_role("img", name="A picture of the recap’s address")).to_be_visible()
    assert screen.page.evaluate("document.documentElement.scrollHeight <= innerHeight")

    # Somebody without a cookie reads it. A name comes, and goes.
    first, reader = address(ben), room.somebody()
    reader.opens(first)
    reader.reads(WHY)
    expect(reader.page.locator('meta[name="robots"]')).to_have_attribute("content", "noindex")
    there = said(reader).count("Ben")
    ben.ticks("Show my name to readers")
    reader.page.reload()
    assert said(reader).count("Ben") > there
    ben.ticks("Show my name to readers", on=False)
    reader.page.reload()
    assert said(reader).count("Ben") == there

    # Mara lets search engines list it, which changes no byte.
    mara.presses("Change")
    mara.page.get_by_role("radio", name="Public").check()
    mara.presses("Change it")
    # The dialog says nearly the same before.
    mara.reads("Anyone can read it, and search engines can list it.")
    assert address(mara) == first
    reader.page.reload()
    expect(reader.page.locator('meta[name="robots"]')).to_have_count(0)

    # The correction is a new record, and the old page says so.
    mara.presses("Correct it")
    ben.reads("It is being corrected.")
    expect(mara.page.get_by_text("Add what is missing, and tick what is met.")).to_be_focused()
    mara.field("Keep writing").fill("And ten on the bridge.")
    mara.presses("Add to the text")
    look.at_both("Correcting", mara.page)
    mara.presses("Share it again")
    shares(mara)
    expect(ben.page.get_by_role("link", name="Open the recap")).not_to_have_attribute("href", first)
    reader.page.reload()
    reader.reads(re.compile("A newer record exists"))
    assert "ten on the bridge" not in said(reader)
    reader.opens(address(ben))
    reader.reads("And ten on the bridge.")

    # Corrected without a change it is the same one.
    second = address(mara)
    mara.presses("Correct it")
    mara.presses("Share it again")
    shares(mara)
    expect(mara.page.get_by_role("link", name="Open the recap")).to_have_attribute("href", second)

    # This browser's list takes it along.
    mara.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    mara.opens("/")
    mara.page.get_by_role("checkbox", name=re.compile("The zoning change")).check()
    mara.presses("Copy as list")
    mara.reads("Copied.")
    copied = mara.page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(rf"- \[The zoning change\]\({re.escape(second)}\): Done\. \d+ \w+ \d{{4}}", copied)
    look.at_both("Home, with a recap", mara.page)


def test_deep_work_alone_ends_without_a_step_to_share_it(people: People, server: Server, look: Look) -> None:
    me = Member(people.browser(server).new_page())
    me.opens_home()
    me.field("What will exist at the end?").fill("Outline of chapter 3")
    me.presses("Start 50 minutes")
    me.writes_into_the_text("# Outline\n\n## One\n\nShe leaves the house.\n")
    me.presses(re.compile("^Next"))
    me.chooses("It’s done.")
    me.presses("Finish")
    expect(me.page.get_by_role("heading", name="Done.", exact=True)).to_be_visible()
    me.reads(re.compile("4 words, two headings."))
    for name in ("Copy with formatting", "Next: 50 minutes"):
        expect(me.button(name)).to_be_visible()
    with me.page.expect_download() as saved:
        me.page.get_by_role("link", name="Save", exact=True).click()
    assert "She leaves the house." in saved.value.path().read_text()
    for words in ("The recap", "Show my name", "Who was there"):
        expect(me.page.get_by_text(words)).to_have_count(0)
    look.at_both("Done alone", me.page)
    # It can be shared all the same.
    me.presses("Share it")
    shares(me)
    me.page.goto(address(me))
    me.reads("She leaves the house.")


def test_a_client_agrees_before_on_a_phone_and_accepts_after(people: People, server: Server, look: Look) -> None:
    wanted = {"artifact": "The offer", "conditions": ["The price is in it"], "owner": {"words": "Mara Weber"}}
    with Session.opened(server.address, text=DRAFT, **wanted) as session:
        room = Room(people, server, session)
        client = room.somebody(**PHONE)
        session.lead.do("keep_brought")
        client.opens(session.links["accept"])
        assert "Forty pages" not in said(client)
        answers(client)
        session.lead.do("start")
        room.mara.writes_into_the_text(DRAFT.replace("Forty pages about everything", "Two pages, and 4,000 euros"))
        session.lead.do("tick_condition", condition=next(iter(session.lead.document["conditions"])), met=True)
        session.lead.do("end", verdict="done")

        # The question, and below it what was made; nothing else of the session.
        client.opens(session.links["accept"])
        client.reads("Two pages, and 4,000 euros.")
        client.reads(re.compile("Mara Weber, .* UTC"))
        look.at_both("Accept, what was made", client.page)
        assert client.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        answers(client)
        room.mara.reads("Accepted")

        # The text that it began with is shown when the lead says so.
        room.mara.presses("Share it")
        room.mara.ticks("Readers see the text it began with")
        shares(room.mara)
        reader = room.somebody()
        reader.opens(address(room.mara))
        reader.reads(re.compile("Mara Weber, .* UTC"))
        expect(reader.page.locator("del", has_text="Forty").first).to_be_visible()


def answers(client: Member) -> None:
    client.field("Your name").fill("Mara Weber")
    client.page.get_by_role("radio", name="Yes, that’s it").check()
    client.presses("Send my answer")
    client.reads("Your yes is kept")
