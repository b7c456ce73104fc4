"""The work session in Firefox and in WebKit, from the home page to "Done.": alone, and together with a phone."""

import os

import httpx
import pytest

from e2e.engines.conftest import Room
from e2e.engines.person import ENTER, Person
from e2e.engines.test_main_job import CONFIRMS_A_WORD
from e2e.engines.window import DESKTOP, PHONE
from e2e.server import Server

LONG = pytest.mark.skipif("SOAK" not in os.environ, reason="part of `make soak`")
ALONE, LINE = "Outline of chapter 3", "She leaves the house."
TOGETHER, CONDITION = "A brief for the council", "The price is in it"
ADDED, TASK, AGREED = "It costs four thousand.", "Ask for the price", "We pay by the hour"
IN_THE_FIELD = "() => document.activeElement?.id === 'artifact'"
TICKED = """text => [...document.querySelectorAll("[type=checkbox]")]
  .some(one => one.checked && (one.ariaLabel ?? one.labels[0]?.textContent).includes(text))"""
NAMED = "() => document.querySelector('.plan-bar .own-name') === null"
SAID = "role => JSON.parse(document.getElementById('boot').textContent).links[role]"


def test_alone_from_the_home_page_to_the_finished_page(server: Server, room: Room) -> None:
    me = room.person("me", DESKTOP)
    _types_what_will_exist(me, server, ALONE)
    assert me.window.evaluate(CONFIRMS_A_WORD), "The Enter that confirms a word was taken for another one"
    me.types(ENTER)
    me.until("() => document.activeElement?.shadowRoot != null", what="had the focus in the text")
    me.types(f"## One{ENTER}{ENTER}{LINE}")
    me.reads("Saved")
    me.presses("Read it")
    for heading in (ALONE, "One"):
        me.sees("heading", heading)
    me.presses(f"{ALONE} exists", "checkbox")
    me.until(TICKED, f"{ALONE} exists", what="saw the tick")
    me.presses("^Next: ")
    me.sees("heading", "Is it done?")
    me.presses("It’s done.", "radio")
    me.presses("Finish")
    me.sees("heading", "Done.")
    me.reads(LINE)


def test_a_phone_adds_to_the_text(server: Server, room: Room) -> None:
    mara, ben = room.person("mara", DESKTOP), room.person("ben", PHONE)
    wanted = {"artifact": TOGETHER, "conditions": [CONDITION]}
    links = httpx.post(f"{server.address}/api/worksessions", json=wanted, trust_env=False).json()["links"]
    mara.opens(links["lead"])
    mara.fills("Your name", f"Mara{ENTER}")
    mara.until(NAMED, what="came in under her name")
    _comes_by_the_door(mara, ben, links["join"])
    _adds(mara, ben)
    ben.presses("Done when: 0 of 1 met")
    ben.presses(CONDITION, "checkbox")
    mara.until(TICKED, CONDITION, what="saw what Ben ticked")


@LONG
def test_together_with_a_phone(server: Server, room: Room) -> None:
    mara, ben = room.person("mara", DESKTOP), room.person("ben", PHONE)
    _prepare(server, mara, ben)
    _adds(mara, ben)
    _work(mara, ben)
    _agree(mara, ben)
    _finish(mara, ben)


def _types_what_will_exist(person: Person, server: Server, what: str) -> None:
    person.opens(server.address)
    person.presses("Get it done", "tab")
    person.until(IN_THE_FIELD, what="had the focus in what will exist")
    person.types(what)


def _prepare(server: Server, mara: Person, ben: Person) -> None:
    _types_what_will_exist(mara, server, TOGETHER)
    mara.presses("Together", "radio")
    # The words for the other choices are in the button, too, but not drawn.
    mara.presses("^.*Prepare and invite$")
    mara.reads("Only you so far. They need this link.")
    mara.fills("Your name", f"Mara{ENTER}")
    mara.until(NAMED, what="came in under her name")
    mara.fills("Done when, line 1", f"{CONDITION}{ENTER}")
    mara.sees("textbox", "Done when, line 2")
    mara.reads("Done when the price is in it.")
    _comes_by_the_door(mara, ben, mara.window.evaluate(SAID, "join"))


def _comes_by_the_door(mara: Person, ben: Person, link: str) -> None:
    ben.opens(link)
    ben.sees("heading", TOGETHER)
    ben.reads("From here on people see your name and what you type.")
    ben.fills("Your name", f"Ben{ENTER}")
    ben.reads("Mara starts it.")
    mara.reads("Ben")
    mara.presses("Start 60 minutes")


def _adds(mara: Person, ben: Person) -> None:
    for person in (mara, ben):
        person.reads("Agree, then Draft")
    ben.presses("^Add to")
    ben.fills("What you add", ADDED)
    ben.presses("Add it")
    mara.reads(ADDED)


def _work(mara: Person, ben: Person) -> None:
    mara.presses("Task")
    mara.fills("A task", f"{TASK}{ENTER}")
    mara.presses(f"^{TASK}", "checkbox")
    mara.until(TICKED, TASK, what="saw the task done")
    ben.presses("Done when: 0 of 1 met")
    ben.presses(CONDITION, "checkbox")
    mara.until(TICKED, CONDITION, what="saw what Ben ticked")
    ben.presses("Next: Draft")
    mara.reads("Ben moved on to Draft.")
    mara.presses("+5, or more time")
    mara.presses("^From Review")
    ben.reads("Mara gave Draft more time.")


def _agree(mara: Person, ben: Person) -> None:
    mara.presses("Agree on…")
    mara.fills("What we agree on", AGREED)
    mara.presses("Put it to everybody")
    mara.presses("I can live with it")
    ben.presses("Answer")
    ben.presses("I can live with it")
    # What comes in moves what stands below it.
    mara.reads("Ben can live with it")
    mara.presses("Show the answers")
    mara.reads(f"Agreed: {AGREED}")
    ben.presses("Close")
    ben.reads(f"Agreed: {AGREED}")


def _finish(mara: Person, ben: Person) -> None:
    mara.presses("Next: Break")
    ben.presses("I’m back")
    mara.reads("1 of 2 back")
    mara.presses("Next: Review")
    mara.presses("Next: Finish")
    for person in (mara, ben):
        person.sees("heading", "Is it done?")
    mara.presses("It’s done.", "radio")
    mara.presses("Finish")
    for person in (mara, ben):
        person.sees("heading", "Done.")
        person.reads(ADDED)
