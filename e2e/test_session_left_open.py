"""A session that everybody left: whoever leads finishes it in one press, after seven days everybody can."""

import re

import httpx
import pytest
from playwright.sync_api import expect

from e2e.axe import violations
from e2e.conftest import People
from e2e.members import Member
from e2e.server import Server

HOUR = 3600
DAY = 24 * HOUR
WANTED = {"artifact": "The price list", "conditions": ["It has every product"], "minutes": 30}


@pytest.fixture
def left(people: People, played: Server) -> tuple[Member, Member]:
    """Mara leads, Ben works with her; both close their pages while the first item runs."""
    links = httpx.post(f"{played.address}/api/worksessions", json=WANTED, trust_env=False).json()["links"]
    mara, ben = (Member(people.browser(played).new_page()) for _ in range(2))
    mara.opens(links["lead"])
    mara.field("Your name").fill("Mara")
    mara.field("Your name").press("Enter")
    ben.joins(links["join"], "Ben")
    mara.reads("Ben")
    mara.presses("Start 30 minutes")
    for person in (mara, ben):
        # Ben sees it, so the server has it: a start that waits in Mara's browser would be sent when she comes back.
        expect(person.page.get_by_role("timer")).to_have_text(re.compile("^(5:00|4:)"))
    for person in (mara, ben):
        person.page.goto("about:blank")
    return mara, ben


def test_whoever_leads_finishes_it_in_one_press(
    left: tuple[Member, Member], played: Server, pytestconfig: pytest.Config
) -> None:
    mara, _ = left
    played.advance(6 * HOUR)
    mara.page.go_back()
    mara.reads(re.compile("Nobody has worked on this since"))
    assert violations(mara.page, pytestconfig.rootpath) == []
    mara.presses("Finish it")
    mara.reads("Is it done?")
    mara.chooses("It’s done.")
    assert violations(mara.page, pytestconfig.rootpath) == []
    mara.presses("Finish")
    mara.reads("Done.")


def test_everybody_can_after_seven_days(left: tuple[Member, Member], played: Server) -> None:
    _, ben = left
    played.advance(8 * DAY)
    ben.page.go_back()
    ben.presses("Finish it")
    ben.chooses("We need another session.")
    ben.reads("Whoever leads opens it.")
    ben.presses("Finish")
    ben.reads("Another session.")
