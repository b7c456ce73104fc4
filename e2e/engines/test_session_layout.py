"""A work session in Firefox and in WebKit: its pages, what stands in its margin, its menus and its dialogs."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from uuid import uuid4

import httpx
import pytest
from websockets.sync.client import connect
from websockets.typing import Origin

from e2e.engines.conftest import Room
from e2e.engines.looking import Look
from e2e.engines.person import BACKSPACE, CONTROL, ENTER, Person
from e2e.engines.window import DESKTOP, PHONE
from e2e.server import Server

LONG = "Both areas are drawn, with heights, parking and the way to the station, as the council asked for it in spring"
HEADING = "Heights and parking are set"
WANTED: dict[str, Any] = {
    "artifact": "The zoning change for two station areas",
    "audience": "the council",
    "conditions": [LONG, HEADING, "The objection about speed is answered"],
}
GIVES = """async command => {
  const id = location.pathname.split("/").at(-1);
  const sent = { method: "POST", body: JSON.stringify(command), headers: { "Content-Type": "application/json" } };
  const told = await (await fetch(`/api/worksessions/${id}/commands`, sent)).json();
  return told.answer === "ok" ? "ok" : JSON.stringify(told);
}"""
DRAWER = "() => getComputedStyle(document.querySelector('#margin')).display === 'none'"
OPENED = """row => [...document.querySelectorAll("#margin section.open")]
  .some(one => one.textContent.startsWith(row) && one.querySelector(".inside"))"""
NAMED = "() => document.querySelector('.plan-bar .own-name') === null"
HERE = "count => document.querySelectorAll('#margin > .who > [data-tint]:not(.away)').length === count"
CLOSED = "() => document.querySelector('.question') === null"
ROWS = ("Agenda", "Tasks", "For later", "Agreed", "People", "Earlier")
OTHERS = ("Ana", "Jo")
CASES = [("webkit", PHONE), ("webkit", DESKTOP), ("firefox", DESKTOP), ("firefox", PHONE)]
# A minute and a half for each pair of engine and size.
pytestmark = pytest.mark.skipif("SOAK" not in os.environ, reason="part of `make soak`")
VERDICTS = ("It’s done.", "Nearly.", "We need another session.")


def _gives(person: Person, do: str, **fields: object) -> None:
    """A command of this person, to set a scene."""
    told = person.window.evaluate(GIVES, {"id": str(uuid4()), "do": do} | fields)
    assert told == "ok", f"{do}: {told}"


@contextmanager
def _present(address: str, link: str, name: str) -> Iterator[None]:
    """Somebody without a browser who is in the session as long as the block lasts."""
    with httpx.Client(base_url=address, follow_redirects=True, trust_env=False, timeout=30) as client:
        path = client.get(link).url.path
        client.post(f"/api{path}/commands", json={"id": str(uuid4()), "do": "join", "name": name})
        cookies = "; ".join(f"{key}={value}" for key, value in client.cookies.items())
        live = f"{address.replace('http', 'ws', 1)}{path}/live"
        with connect(live, origin=Origin(address), additional_headers={"Cookie": cookies}):
            yield


@pytest.mark.parametrize(("engine", "size"), CASES, indirect=["engine"])
def test_nothing_of_a_session_is_cut_off_or_covered(server: Server, room: Room, size: tuple[int, int]) -> None:
    look = Look()
    mara, ben = room.person("mara", size), room.person("ben", size)
    links = httpx.post(f"{server.address}/api/worksessions", json=WANTED, trust_env=False).json()["links"]
    mara.opens(f"{server.address}/?start=work")
    mara.sees("tab", "Get it done")
    look.at(mara, "the home page")
    _come_in(look, mara, ben, links)
    _work(look, mara, ben)
    with ExitStack() as others:
        _ask(look, mara, ben)
        for name in OTHERS:
            others.enter_context(_present(server.address, links["join"], name))
        mara.until(HERE, 2 + len(OTHERS), what="saw everybody")
        _ask(look, mara, ben)
    _finish(look, mara, ben)
    assert not look.wrong, "\n" + "\n".join(look.wrong)


def _come_in(look: Look, mara: Person, ben: Person, links: dict[str, str]) -> None:
    mara.opens(links["lead"])
    mara.sees("heading", "What will exist at the end?")
    mara.fills("Your name", f"Mara{ENTER}")
    mara.until(NAMED, what="came in under her name")
    look.at(mara, "the plan")
    mara.presses("^the council", "summary")
    look.into_all(mara)
    ben.opens(links["join"])
    ben.reads("From here on people see your name and what you type.")
    look.at(ben, "the door")
    ben.fills("Your name", f"Ben{ENTER}")
    ben.reads("Mara starts it.")
    look.into_all(ben)
    _gives(mara, "start")
    for person in (mara, ben):
        person.reads("Agree, then Draft")


def _work(look: Look, mara: Person, ben: Person) -> None:
    _gives(ben, "add_task", task=str(uuid4()), text=LONG, when="2026-12-04", first_step="Call Iris first")
    _gives(ben, "park", parked=str(uuid4()), text=LONG)
    _gives(ben, "append_text", line=str(uuid4()), text=f"{LONG}. " * 4, heading=HEADING)
    _gives(ben, "take", heading=LONG)
    for person in (mara, ben):
        person.reads(f"{LONG}. {LONG}.")
        look.into_all(person)
        _looks_into_the_margin(look, person)
    ben.presses("^Add($| to )")
    look.at(ben, "adding to the text")
    ben.fills("What you add", LONG)
    look.at(ben, "a long line to add")
    ben.chords(CONTROL, "a")
    ben.types(BACKSPACE)
    ben.presses("Close")


def _looks_into_the_margin(look: Look, person: Person) -> None:
    drawer = person.window.evaluate(DRAWER)
    if drawer:
        person.presses("Agenda and lists")
    for row in ROWS:
        person.presses(f"^{row}")
        person.until(OPENED, row, what=f"saw what stands under {row}")
        look.at(person, row)
    look.into(person, "^Before the start")
    person.presses("^Earlier")
    if person.name == "mara":
        person.presses("^People")
        look.into(person, "What Ben may do")
        person.presses("What Ben may do")
        person.presses("Send out", "menuitem")
        person.sees("dialog", "Send Ben out?")
        look.at(person, "sending somebody out")
        person.presses("Keep them here")
    if drawer:
        person.presses("Close")


def _ask(look: Look, mara: Person, ben: Person) -> None:
    """Two people answer by name, four on a scale without names."""
    agreement = str(uuid4())
    _gives(mara, "propose_agreement", agreement=agreement, text=LONG, why=LONG)
    for person in (mara, ben):
        drawer = person.window.evaluate(DRAWER)
        if drawer and person is mara:
            person.presses("Agenda and lists")
        elif drawer:
            person.sees("button", "Answer")
            look.at(person, "news of a question")
            person.presses("Answer")
        person.sees("button", "Show the answers")
        look.at(person, "a question")
        if drawer:
            person.presses("Close")
    _gives(ben, "close_agreement", agreement=agreement)
    mara.until(CLOSED, what="saw the question closed")


def _finish(look: Look, mara: Person, ben: Person) -> None:
    mara.presses("Next: Draft")
    mara.presses("Next: Break")
    for person in (mara, ben):
        person.sees("button", "I’m back")
        look.into_all(person)
    ben.presses("Keep working")
    look.at(ben, "working in the break")
    mara.presses("Next: Review")
    mara.presses("Next: Finish")
    for person in (mara, ben):
        person.sees("heading", "Is it done?")
        look.into_all(person)
    for verdict in VERDICTS:
        mara.presses(verdict, "radio")
        look.at(mara, verdict)
    mara.presses("Nearly.", "radio")
    mara.presses("Finish")
    for person in (mara, ben):
        person.sees("heading", "Nearly.")
        look.at(person, "the end")
    for dialog in ("New links", "Delete"):
        look.into(mara, dialog)
