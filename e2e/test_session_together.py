"""An hour of four people, played in a minute: laptop, phone, keyboard only, and the screen that all see."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from e2e.axe import violations
from e2e.conftest import People, _assert_no_fault
from e2e.members import Member
from e2e.server import Server

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
WALL = {"viewport": {"width": 1920, "height": 1080}}
WANTED = {
    "artifact": "The zoning change, two areas",
    "audience": "the council",
    "conditions": ["Both areas are drawn", "Heights and parking are set"],
}


@pytest.fixture
def played(pytestconfig: pytest.Config, tmp_path: Path) -> Iterator[Server]:
    server = Server(pytestconfig.rootpath, tmp_path, played=True)
    server.start()
    yield server
    server.stop()
    _assert_no_fault(server.log)


def test_four_people_make_something_in_an_hour(people: People, played: Server, pytestconfig: pytest.Config) -> None:
    links = httpx.post(f"{played.address}/api/worksessions", json=WANTED, trust_env=False).json()["links"]
    mara, ben = (Member(people.browser(played).new_page()) for _ in range(2))
    ana, jo = Member(people.browser(played, **PHONE).new_page()), Member(people.browser(played).new_page())

    # Mara prepares; the others come in by the door.
    mara.opens(links["lead"])
    mara.field("Your name").fill("Mara")
    mara.field("Your name").press("Enter")
    for person, name in ((ben, "Ben"), (ana, "Ana"), (jo, "Jo")):
        person.opens(links["join"])
        person.reads("From here on people see your name and what you type.")
        person.field(re.compile("^Your name")).fill(name)
        person.field(re.compile("^Your name")).press("Enter")
        mara.reads(name)
    assert violations(mara.page, pytestconfig.rootpath) == []
    mara.presses("Start 60 minutes")

    # Everybody is at work, with the same clock.
    for person in (mara, ben, ana, jo):
        expect(person.page.get_by_role("timer")).to_have_text(re.compile("^(5:00|4:5)"))
    played.advance(5 * 60)
    for person in (mara, ben, ana, jo):
        expect(person.page.get_by_role("timer")).to_have_text(re.compile(r"^\+?0:"))
    ben.presses("Next: Draft")
    mara.reads(re.compile("Ben went on to Draft"))
    for person in (mara, ben, ana, jo):
        expect(person.page.get_by_role("timer")).to_have_text(re.compile("^(25:00|24:5)"))
    assert violations(ana.page, pytestconfig.rootpath) == []
    assert violations(jo.page, pytestconfig.rootpath) == []
