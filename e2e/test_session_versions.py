"""Earlier copies of the text: what changed since, going back while somebody types, and watching it being made."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import FilePayload, Locator, expect

from e2e.axe import Look
from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server
from e2e.sessions import Session

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
TEXT = "# Prices\n\n## Scope\n\nTwo storeys in the centre, one elsewhere.\n\n## Price\n\nIt costs 40 euros.\n"
COPIED = """async () => {
  const [item] = await navigator.clipboard.read();
  return Promise.all(["text/html", "text/plain"].map(async (type) => (await item.getType(type)).text()));
}"""
BEGINS = re.compile("^Your name")


@pytest.fixture
def session(server: Server) -> Iterator[Session]:
    with Session.opened(server.address, artifact="Prices", conditions=["Price"], text=TEXT) as session:
        yield session


def adds(session: Session, text: str, heading: str | None = None) -> None:
    session.lead.do("append_text", line=str(uuid4()), text=text, heading=heading)


def comes(people: People, server: Server, session: Session, name: str, **how: object) -> Member:
    """Somebody who follows the link to join, and gives their name."""
    person = Member(people.browser(server, **how).new_page())
    person.opens(session.links["join"])
    person.field(BEGINS).fill(name)
    person.field(BEGINS).press("Enter")
    return person


def opens_copy(person: Member, name: str) -> Locator:
    person.presses(re.compile("^Earlier"))
    person.page.locator("#margin-earlier").get_by_role("button", name=name).click()
    return person.page.get_by_role("dialog")


def test_going_back_keeps_what_somebody_types_meanwhile(people: People, server: Server, session: Session) -> None:
    session.lead.do("start")
    session.lead.do("name_version", name="Before the debate")
    adds(session, "It was too much for Iris.", "Price")
    ana = comes(people, server, session, "Ana")
    ben = comes(people, server, session, "Ben", **PHONE)
    ana.presses("Change the text")
    text = ana.page.get_by_role("textbox", name="The text", exact=True)
    expect(text).to_contain_text("too much for Iris")
    ben.presses("Agenda and lists")
    copy = opens_copy(ben, "Before the debate")
    # What changed since is the first thing to see.
    expect(copy.locator(".counts")).to_have_text(re.compile(r"6 words added, none removed\.$"))
    expect(copy.locator("ins")).to_have_text(re.compile("It was too much for Iris"))
    expect(copy.get_by_role("heading", name="Price")).to_be_visible()
    expect(copy.locator(".fold").first).to_be_visible()
    # Somebody types meanwhile: the comparison says so, and shows it when asked.
    text.press("Control+Home")
    text.press("End")
    ana.page.keyboard.type(" for two stations")
    expect(copy.get_by_role("status")).to_contain_text("The text has changed meanwhile")
    copy.get_by_role("button", name="Show the newest changes").click()
    expect(copy.locator("ins").first).to_contain_text("for two stations")
    ana.page.keyboard.type(" and more")
    copy.get_by_role("button", name="Go back to this").click()
    expect(copy).to_have_count(0)
    expect(text).not_to_contain_text("too much for Iris")
    ana.page.keyboard.type("!")
    expect(text).to_contain_text("!")
    # What stood there is a copy itself.
    expect(ben.page.locator("#margin-earlier")).to_contain_text("Before going back to")


def test_a_copy_shows_what_came_before_and_its_whole_text(people: People, server: Server, session: Session) -> None:
    session.lead.do("start")
    adds(session, "Four floors north of the station.", "Scope")
    session.lead.do("name_version", name="With the floors")
    ana = comes(people, server, session, "Ana")
    copy = opens_copy(ana, "With the floors")
    expect(copy.locator(".counts")).to_have_text("The text stands as it did then.")
    copy.get_by_role("radio", name="Changed since then").press("ArrowRight")
    expect(copy.get_by_role("radio", name="Changed until then")).to_be_checked()
    expect(copy.locator(".counts")).to_have_text(re.compile("6 words added, none removed"))
    expect(copy.locator("ins")).to_have_text(re.compile("Four floors north of the station"))
    copy.get_by_role("radio", name="Changed until then").press("ArrowRight")
    expect(copy.locator(".doc .body")).to_contain_text("Two storeys in the centre")


def test_the_text_is_copied_with_formatting_and_without_the_editor(
    people: People, server: Server, session: Session
) -> None:
    session.lead.do("start")
    ana = comes(people, server, session, "Ana", permissions=["clipboard-read", "clipboard-write"])
    asked: list[str] = []
    ana.page.on("request", lambda request: asked.append(request.url))
    for state in ("running", "ended"):
        if state == "ended":
            session.lead.do("end", verdict="done")
            expect(ana.page.get_by_role("heading", name="Done.", exact=True)).to_be_visible()
        ana.presses("Copy with formatting")
        ana.reads("Copied.")
        html, plain = ana.page.evaluate(COPIED)
        assert re.search(r"<h1[^>]*>Prices</h1>.*<h2[^>]*>Scope</h2>", html, re.DOTALL)
        assert plain.strip() == TEXT.strip()
    assert not [url for url in asked if "/writing-" in url]


def test_the_text_is_watched_being_made(people: People, server: Server, session: Session, look: Look) -> None:
    ana = comes(people, server, session, "Ana")
    session.lead.do("start")
    for number, words in enumerate(("North first.", "South second.", "West third.")):
        adds(session, words, "Scope")
        session.lead.do("name_version", name=f"Round {number + 1}")
    session.lead.do("end", verdict="done")
    ana.presses("Watch it being made")
    stage = ana.page.get_by_role("region", name="The text at this moment")
    when = ana.page.locator(".making-when")
    # It plays by itself, stops when asked, and goes on by hand.
    expect(when).to_contain_text(re.compile(r"[2-4] of 4"))
    if ana.page.get_by_role("button", name="Pause").count():
        ana.page.get_by_role("button", name="Pause").click()
    expect(ana.page.get_by_role("button", name=re.compile("^Play"))).to_be_visible()
    shown = int(when.inner_text().split(" of 4")[0].split()[-1])
    for earlier in range(shown - 1, 0, -1):
        ana.page.get_by_role("button", name="A step back").click()
        expect(when).to_contain_text(f"{earlier} of 4")
    expect(stage).not_to_contain_text("North first.")
    ana.page.get_by_role("button", name="A step on").click()
    expect(when).to_contain_text("2 of 4")
    # Somebody's name may stand in the name of a copy.
    expect(when).not_to_contain_text("Round 1")
    expect(stage.locator(".added")).to_have_text("North first.")
    ana.page.get_by_role("button", name="Play").click()
    expect(when).to_contain_text("4 of 4", timeout=60_000)
    expect(stage).to_contain_text("West third.")
    expect(ana.page.get_by_role("dialog")).not_to_contain_text("Mara")


def test_with_reduced_motion_nothing_plays_by_itself(
    people: People, server: Server, session: Session, look: Look
) -> None:
    kim = comes(people, server, session, "Kim", reduced_motion="reduce", **PHONE)
    session.lead.do("start")
    adds(session, "North first.", "Scope")
    session.lead.do("name_version", name="Round 1")
    kim.presses("Agenda and lists")
    copy = opens_copy(kim, "The text you came with")
    expect(copy.locator("ins")).to_be_visible()
    look.at_both("What changed, phone", kim.page)
    copy.get_by_role("button", name="Close").click()
    session.lead.do("end", verdict="done")
    kim.presses("Watch it being made")
    expect(kim.page.locator(".making-when")).to_contain_text("2 of 2")
    expect(kim.page.get_by_role("button", name=re.compile("^Play"))).to_have_count(0)
    look.at_both("Watch it being made, phone", kim.page)
    kim.page.get_by_role("button", name="A step back").click()
    expect(kim.page.locator(".making-when")).to_contain_text("1 of 2")


FILE = "# The zoning change\n\nIt begins with words of last year.\n\n## Price\n\nIt cost 30 euros.\n"
HEADINGS = ["The zoning change", "Price", "Scope"]


def chooses(person: Member, name: str, content: bytes) -> None:
    with person.page.expect_file_chooser() as chooser:
        person.presses(re.compile("^(Bring a text along|Add another file)$"))
    chooser.value.set_files([FilePayload(name=name, mimeType="application/octet-stream", buffer=content)])


def test_a_file_that_is_brought_to_the_plan_becomes_the_text(people: People, server: Server, look: Look) -> None:
    with Session.opened(server.address, artifact="Prices", conditions=["Scope", "Price"]) as session:
        mara = Member(people.browser(server).new_page())
        mara.opens(session.links["lead"])
        note = mara.page.locator(".bring").get_by_role("status")
        # Before she has a name here the file waits.
        chooses(mara, "last year.md", FILE.encode())
        expect(note).to_have_text(re.compile("^Write your name"))
        mara.field(BEGINS).fill("Mara")
        mara.field(BEGINS).press("Enter")
        expect(note).to_have_text("last year.md is in the text now.")
        mara.page.get_by_text("Read the text").click()
        expect(mara.page.locator(".so-far h2, .so-far h3")).to_have_text(HEADINGS)
        look.at_both("Prepare, with a text", mara.page)
        # What cannot be taken says so, and the text stays.
        for name, content, why in (
            ("photo.png", b"x", "A file with the ending .docx"),
            ("brief.docx", b"no archive", "This file cannot be read"),
            ("nothing.txt", b" \n", "There are no words"),
            ("long.txt", b"word " * 45_000, "characters too long"),
        ):
            chooses(mara, name, content)
            expect(note).to_contain_text(why)
        versions = session.lead.document["meta"]["versions"]
        assert [(one["number"], one["reason"]) for one in versions] == [(0, "brought")]
        mara.presses("Start 60 minutes")
        mara.reads("It begins with words of last year.")


def test_who_works_alone_brings_a_file_to_the_empty_editor(people: People, server: Server) -> None:
    with Session.opened(server.address, kind="individual", artifact="Prices", conditions=["Price"]) as session:
        session.lead.do("start")
        mara = Member(people.browser(server).new_page())
        mara.opens(session.links["lead"])
        mara.field(BEGINS).fill("Mara")
        mara.field(BEGINS).press("Enter")
        chooses(mara, "last year.md", FILE.encode())
        text = mara.page.get_by_role("textbox", name="The text", exact=True)
        expect(text).to_contain_text("It begins with words of last year.")
        mara.reads("last year.md is in the text now.")
        expect(mara.page.get_by_role("button", name="Bring a text along")).to_have_count(0)
        # The copy that was made at the start has only headings.
        mara.presses(re.compile("^Earlier"))
        expect(mara.page.locator("#margin-earlier")).to_contain_text("The text you came with")
