"""A process that stood still (SIGSTOP) and goes on: it tells nothing old, and judges nothing on old memory."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.brainstorm.clients import Browser, Tab, draft
from tests.brainstorm.running import passing
from tests.cast import QUESTION
from tests.scale.cluster import Database
from tests.scale.fleet import Fleet, fleet
from tests.scale.visits import Visits

FROZEN = float(os.environ.get("SHORTLIST_FROZEN", "13"))
"""seconds; longer than the look at versions may be late, and than pages are left without a notice"""
OPENING = 5.0
"""seconds before the end in which somebody comes; a browser does not wait for long"""

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(FROZEN + 150)]


@pytest.fixture
async def some(shared: Database, tmp_path: Path) -> AsyncIterator[Fleet]:
    async with fleet(shared, tmp_path, 2) as servers:
        yield servers


class Played:
    """The facilitator is on the second server. Pia's page is on the first, which will stand still."""

    def __init__(self, some: Fleet, fay: Tab, pia: Browser, page: Tab) -> None:
        self.some, self.fay, self.pia, self.page = some, fay, pia, page
        self.thawed_at = 0.0

    async def thaw(self) -> None:
        self.thawed_at = self.some.database.now()
        self.some.thaw(0)

    def told(self, name: str) -> set[object]:
        """What the notices said that Pia's page got after the thaw."""
        return {one[name] for one in self.page.notices if one["now"] >= self.thawed_at}


@pytest.fixture
async def played(some: Fleet, visits: Visits) -> Played:
    opener = await visits.newcomer(some.bases[1])
    links = (await opener.post("/api/boards", json={"question": QUESTION, "minutes": 30})).json()["links"]
    await opener.follow(links["facilitate"])
    pia = await visits.newcomer(some.bases[0], links["participate"])
    return Played(some, await opener.open(), pia, await pia.open())


@pytest.mark.parametrize(
    ("before", "after", "answered", "ideas"), [("diverge", "lobby", "refused", 0), ("lobby", "diverge", "ok", 1)]
)
async def test_a_process_that_stood_still_shows_and_stores_nothing_old(
    played: Played, before: str, after: str, answered: str, ideas: int
) -> None:
    fay, page = played.fay, played.page
    if before != "lobby":
        await fay.ok("open_phase", phase=before)
    await page.until(lambda tab: tab.phase == before)
    played.some.freeze(0)
    await fay.ok("change_settings", question="What is new?")
    await fay.ok("open_phase", phase=after)
    idea = draft("written while it stood still")
    request = await page.send("add_idea", idea=idea.id, secret=idea.secret, text=idea.text)
    await passing(FROZEN - OPENING)
    opening = asyncio.create_task(played.pia.open())
    await passing(OPENING)
    assert not opening.done()
    await played.thaw()
    fresh = await opening
    assert (fresh.phase, fresh.meta("question")) == (after, "What is new?")
    assert (await page.answer(request))["answer"] == answered
    await page.until(lambda tab: tab.meta("question") == "What is new?")
    await fay.until(lambda tab: tab.notice["counts"]["ideas"] == ideas)
    assert played.told("phase") == {after}


async def test_a_timer_that_ended_while_a_process_stood_still_has_ended_there_too(played: Played) -> None:
    fay, page = played.fay, played.page
    await fay.ok("open_phase", phase="diverge")
    await page.until(lambda tab: tab.phase == "diverge")
    played.some.freeze(0)
    await fay.ok("set_timer", minutes=FROZEN / 4 / 60)
    deadline = fay.notice["deadline"]
    await passing(FROZEN)
    await played.thaw()
    assert await page.add(draft("late")) == "late"
    await page.until(lambda tab: tab.notice["now"] >= played.thawed_at)
    assert played.told("deadline") == {deadline}
