"""After a kill at any moment, everything that was answered or shown exists exactly once.

`SHORTLIST_KILLS=60 pytest tests/brainstorm/test_kill.py -o timeout=0` runs the long version.
"""

import asyncio
import contextlib
import os
import random
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from tests.brainstorm.clients import Written, draft, holds
from tests.brainstorm.database import rows
from tests.brainstorm.outbox import Outbox
from tests.brainstorm.place import Place, standing
from tests.brainstorm.work_under_way import Grouping, Voting, Work, Writing, WritingInSight

KILLS = int(os.environ.get("SHORTLIST_KILLS", "6"))
RATE = float(os.environ.get("SHORTLIST_KILL_RATE", "60"))
"""ideas a second, written whether or not there is a server"""
CHAPTER = 20
"""kills that one set of boards goes through"""
PEOPLE = 4

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
async def place(database: Path) -> AsyncIterator[Place]:
    async with standing(database, PEOPLE) as place:
        yield place


@pytest.fixture
async def leads(place: Place) -> Outbox:
    return await place.open_board()


@pytest.mark.parametrize("kills", [CHAPTER] * (KILLS // CHAPTER) + [KILLS % CHAPTER] * (KILLS % CHAPTER > 0))
async def test_nothing_that_was_answered_or_shown_is_lost_or_there_twice(database: Path, kills: int) -> None:
    async with standing(database, BOARD_IDEAS_PER_PERSON="10000") as place:
        works: list[Work] = [
            Writing(place, RATE / 2),
            WritingInSight(place, RATE / 2),
            Grouping(place),
            Voting(place),
        ]
        await asyncio.gather(*(work.open() for work in works))
        going_on = [asyncio.create_task(work.go_on()) for work in works]
        for _ in range(kills):
            await place.kill_at_random(lambda: sum(work.answered() for work in works))
        for task in going_on:
            assert not task.done(), task.exception()
            task.cancel()
        await asyncio.gather(*going_on, return_exceptions=True)
        await asyncio.gather(*(work.check() for work in works))


async def test_a_reveal_is_all_or_nothing(place: Place, leads: Outbox) -> None:
    await leads.give("open_phase", phase="diverge")
    for who, one in enumerate(place.people):
        await one.write([draft(f"hidden {who} {number} 4711 thought") for number in range(20)])
    for _ in range(min(max(2, KILLS // 3), 20)):
        revealing = asyncio.create_task(leads.give("open_phase", phase="reveal"))
        # The grace of two seconds, and then a moment around the commit.
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(revealing), 2 + random.uniform(0, 0.25))
        await place.kill()
        if not revealing.done():
            revealing.cancel()
        await asyncio.gather(revealing, return_exceptions=True)
        seen = [browser.everything() for browser in place.browsers]
        await place.start()
        board = await place.view()
        if board["meta"]["phase"] == "reveal":
            assert len(board["ideas"]) == 20 * PEOPLE
            assert sorted(board["numbers"].values()) == list(range(1, 20 * PEOPLE + 1))
            break
        assert board["meta"]["phase"] == "diverge"
        assert board["ideas"] == board["numbers"] == board["places"] == {}
        assert not any(holds(found, "4711 thought") for found in seen), "what was shown must not go again"
    else:
        assert (await leads.give("open_phase", phase="reveal"))["answer"] == "ok"
    board = await place.view()
    assert len(board["ideas"]) == len(board["numbers"]) == 20 * PEOPLE


async def test_a_server_that_is_stopped_says_so(place: Place, leads: Outbox) -> None:
    page = await leads.page()
    assert place.server is not None
    await place.server.stop()
    place.server = None
    assert await page.closed() == 1012


async def changes(one: Outbox, own: Sequence[Written], text: str) -> None:
    """Two new wordings, a signature and a withdrawal, each answered."""
    for idea in own[:2]:
        await one.give("edit_idea", idea=idea.id, secret=idea.secret, text=f"{text} {idea.text}")
    await one.give("sign_idea", idea=own[2].id, secret=own[2].secret, name=text)
    assert (await one.give("withdraw_idea", idea=own[3].id, secret=own[3].secret))["answer"] == "ok"


async def test_changes_that_were_answered_and_wait_are_there_afterwards(place: Place, leads: Outbox) -> None:
    await leads.give("open_phase", phase="diverge")
    ideas = [[draft(f"idea {who} {number}") for number in range(4)] for who in range(PEOPLE)]
    for one, own in zip(place.people, ideas, strict=True):
        await one.write(own)
    await leads.give("open_phase", phase="reveal")
    text = ""
    for kill in range(min(max(2, KILLS // 3), 20)):
        text = f"wording {kill}"
        await asyncio.gather(*(changes(one, own, text) for one, own in zip(place.people, ideas, strict=True)))
        await place.kill()
        assert rows(place.file, "SELECT count(*) FROM waiting_changes") > [(0,)]
        await place.start()
    assert (await leads.give("open_phase", phase="cluster"))["answer"] == "ok"
    board = await place.view()
    kept = {idea.id: f"{text} {idea.text}" for own in ideas for idea in own[:2]} | {
        own[2].id: own[2].text for own in ideas
    }
    assert board["ideas"] == kept
    assert board["signatures"] == {own[2].id: text for own in ideas}
    assert rows(place.file, "SELECT count(*) FROM waiting_changes") == [(0,)]
