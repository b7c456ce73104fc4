"""Where a work session has nothing to show yet, a sentence says what belongs there, beside the one thing to press."""

import re
import time
from typing import Any
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect

from e2e.axe import violations
from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server
from e2e.trouble import Trouble

SOON = 250
"""seconds to the start"""
BARE: dict[str, Any] = {
    "artifact": "A brief for the council",
    "minutes": 30,
    "agenda": [
        {"title": "Draft", "minutes": 20},
        {"title": "Break", "minutes": 5, "kind": "break"},
        {"title": "Finish", "minutes": 5, "kind": "finish"},
    ],
}


class Look:
    """Collects the sentences that are missing, so that one run names all of them."""

    def __init__(self) -> None:
        self.missing: list[str] = []

    def reads(self, person: Member, sentence: str | re.Pattern[str], *press: str) -> None:
        """The sentence, and beside it what can be pressed."""
        self._is_there(person.page.get_by_text(sentence).filter(visible=True), str(sentence))
        for name in press:
            self._is_there(person.button(name).filter(visible=True), f"{sentence}, {name}")

    def _is_there(self, found: Locator, what: str) -> None:
        try:
            found.first.wait_for()
        except TimeoutError:
            self.missing.append(what)


def _gives(page: Page, do: str, **fields: object) -> None:
    """A command of this page's person, without the page."""
    id = page.url.partition("/worksessions/")[2].partition("?")[0]
    answer = page.request.post(f"/api/worksessions/{id}/commands", data={"id": str(uuid4()), "do": do, **fields}).json()
    assert answer["answer"] == "ok", f"{do}: {answer}"


def test_nothing_is_empty_without_a_sentence(
    people: People, server: Server, pytestconfig: pytest.Config, trouble: Trouble
) -> None:
    trouble.allow(r"\b410\b")
    look = Look()
    wanted = BARE | {"starts": int(time.time()) + SOON, "zone": "UTC"}
    links = httpx.post(f"{server.address}/api/worksessions", json=wanted, trust_env=False).json()["links"]
    mara, ben = (Member(people.browser(server).new_page()) for _ in range(2))

    mara.opens_home()
    look.reads(mara, "What you open here will be listed here, in this browser only.", "Start 50 minutes")
    _prepares(look, mara, links["lead"])
    _comes_in(look, ben, links["join"])
    mara.presses("Start 30 minutes")
    _works(look, mara, ben)
    assert violations(mara.page, pytestconfig.rootpath) == []
    _rests_and_finishes(look, mara, ben)
    assert violations(mara.page, pytestconfig.rootpath) == []
    _comes_late(look, Member(people.browser(server).new_page()), links["join"])
    _deletes(look, mara, ben, links["join"])
    assert not look.missing, "\n" + "\n".join(look.missing)


def _prepares(look: Look, mara: Member, link: str) -> None:
    mara.opens(link)
    mara.field("Your name").fill("Mara")
    mara.field("Your name").press("Enter")
    look.reads(mara, "Only you so far. They need this link.", "Copy the invitation")
    look.reads(mara, "One line is enough. You can also write it in the first minutes, together.")
    look.reads(mara, "It is yours until you give it to somebody else.")
    look.reads(mara, "A thought that would lead you off track. You get it back at the end.")


def _comes_in(look: Look, ben: Member, link: str) -> None:
    ben.opens(link)
    look.reads(ben, re.compile(r"^Starts at \d+:\d\d, in [2-5] minutes$"), "Join")
    look.reads(ben, re.compile(r"^Mara\s*is here$"))
    ben.field("Your name").fill("Ben")
    ben.presses("Join")
    look.reads(ben, "Mara starts it.")


def _works(look: Look, mara: Member, ben: Member) -> None:
    for person in (mara, ben):
        look.reads(person, re.compile("^Start anywhere. Everybody here sees what you add."), "Add")
        look.reads(person, re.compile("Made elsewhere\\? Then nothing has to be written here"))
        look.reads(person, re.compile("^When is it done\\? One line is enough"))
    look.reads(mara, "2 people have nothing to do yet.")
    mara.presses("Task")
    look.reads(mara, "No tasks yet. Write one: it is yours until you give it to somebody else.")
    ben.presses("Task")
    for person, task in ((mara, "Ask for the price"), (ben, "Read the last brief")):
        person.field("A task").fill(task)
        person.field("A task").press("Enter")
    mara.reads(re.compile("0 of 2"))
    # Everybody has something to do, so the line is missing.
    for person in (mara, ben):
        expect(person.page.get_by_text("nothing to do yet")).to_have_count(0)
    for row, sentence in (
        ("For later", "A thought that would lead you off track goes here. You get it back at the end."),
        ("Agree on…", "The two of you answer by name."),
        (re.compile("^Earlier"), "The first copy is kept when work starts, then every few minutes."),
    ):
        mara.button(row).first.click()
        look.reads(mara, sentence)


def _rests_and_finishes(look: Look, mara: Member, ben: Member) -> None:
    mara.button(re.compile("^Tasks")).click()
    for task in ("Ask for the price", "Read the last brief"):
        mara.ticks(task)
    mara.field("Add a line").fill("The price is in it")
    mara.field("Add a line").press("Enter")
    mara.presses("Next: Break")
    for person in (mara, ben):
        look.reads(person, re.compile("^Back at"), "I’m back")
    ben.presses("Next: Finish")
    mara.presses("The price is in it")
    look.reads(ben, "Nothing is left over.")
    look.reads(ben, "Mara says whether it is done. Until then everybody can tick and settle what is left.")
    mara.chooses("It’s done.")
    look.reads(mara, "Nothing is left over.")
    look.reads(mara, "Nothing was written here.")
    mara.presses("Finish")
    for person in (mara, ben):
        look.reads(person, "Nothing was written here, and no link was given.")
    look.reads(mara, "There is no next session.", "Plan the next session")
    look.reads(ben, "There is no next session yet. Whoever leads can open one, and it will be at this same link.")


def _comes_late(look: Look, ana: Member, link: str) -> None:
    ana.opens(link)
    look.reads(ana, re.compile(r"^This was finished at \d+:\d\d. Here is what was made.$"))


def _deletes(look: Look, mara: Member, ben: Member, link: str) -> None:
    _gives(mara.page, "delete")
    for person in (mara, ben):
        look.reads(person, "This session was deleted")
        look.reads(person, "Nothing of it is kept here.")
        expect(person.page.get_by_role("link", name="Go to the start page")).to_be_visible()
    ben.opens(link)
    look.reads(ben, "This session was deleted, and nothing of it is kept here.")
    expect(ben.page.get_by_role("link", name="Go to the start page")).to_be_visible()


def test_alone_there_is_nobody_else_to_see_it(people: People, server: Server) -> None:
    look = Look()
    me = Member(people.browser(server).new_page())
    me.opens_home()
    me.field("What will exist at the end?").fill("Outline of chapter 3")
    me.presses("Start 50 minutes")
    look.reads(me, re.compile("^Start anywhere. Made elsewhere\\?"), "Read it")
    me.presses(re.compile("^Next"))
    look.reads(me, "Nothing is left over.")
    assert not look.missing, "\n" + "\n".join(look.missing)
    expect(me.page.get_by_text("Everybody here")).to_have_count(0)
