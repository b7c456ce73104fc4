"""The server is killed in the middle of everything: what was answered or shown is there afterwards, exactly once.

`SHORTLIST_KILLS=60 pytest tests/sync/test_kill.py -o timeout=0` runs the long version.
"""

import asyncio
import contextlib
import os
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.sync.clients import Written, draft, holds
from tests.sync.outbox import GONE, Outbox
from tests.sync.place import Place

KILLS = int(os.environ.get("SHORTLIST_KILLS", "6"))
PEOPLE = 4

pytestmark = pytest.mark.timeout(60 + 20 * KILLS)


@pytest.fixture
async def place(database: Path) -> AsyncIterator[Place]:
    place = Place(database, PEOPLE)
    await place.start()
    try:
        yield place
    finally:
        await place.close()


@pytest.fixture
async def leads(place: Place) -> Outbox:
    return await place.open_board()


async def when_answered(place: Place, number: int) -> None:
    """Until so many ideas are answered altogether; others are on their way at that moment."""
    never = asyncio.get_running_loop().create_future()
    while sum(len(one.answered) for one in place.people) < number:
        await asyncio.wait({never}, timeout=0.001)


async def test_every_answered_idea_is_there_once(place: Place, leads: Outbox) -> None:
    assert (await leads.give("open_phase", phase="diverge"))["answer"] == "ok"
    each = 10 * (KILLS // 2 + 1)
    ideas: list[list[Written]] = [[draft(f"{who} {number}") for number in range(each)] for who in range(PEOPLE)]
    writing = [asyncio.create_task(one.write(own)) for one, own in zip(place.people, ideas, strict=True)]
    moments = sorted(random.sample(range(1, each * PEOPLE), KILLS // 2))
    for moment in moments:
        await asyncio.wait_for(when_answered(place, moment), 60)
        await place.kill_and_start()
    await asyncio.gather(*writing)
    assert (await leads.give("open_phase", phase="reveal"))["answer"] == "ok"
    shown = (await place.view())["ideas"]
    assert shown == {idea.id: idea.text for own in ideas for idea in own}


async def test_a_reveal_is_all_or_nothing(place: Place, leads: Outbox) -> None:
    await leads.give("open_phase", phase="diverge")
    for who, one in enumerate(place.people):
        await one.write([draft(f"hidden {who} {number} 4711 thought") for number in range(20)])
    for _ in range(max(2, KILLS // 3)):
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


async def move(one: Outbox, idea: str, groups: list[str], moved: list[str]) -> None:
    """Moves an own card to and fro, each time further down, and notes each answered place."""
    for number in range(200):
        rank = f"b{number:03}V"
        with contextlib.suppress(*GONE):
            tab = await one.page()
            try:
                await tab.ok("place_idea", idea=idea, cluster=groups[number % 2], rank=rank)
            except GONE:
                one.tab = None
                continue
            moved.append(rank)


@pytest.fixture
async def ideas(place: Place, leads: Outbox) -> list[Written]:
    """One shown idea of each."""
    await leads.give("open_phase", phase="diverge")
    ideas = [draft(f"idea {who}") for who in range(PEOPLE)]
    for one, idea in zip(place.people, ideas, strict=True):
        await one.write([idea])
    await leads.give("open_phase", phase="reveal")
    await leads.give("open_phase", phase="cluster")
    return ideas


def furthest(place: Place, idea: Written) -> str:
    """The last place of this card that anybody was shown. Scattered ranks of the reveal are no steps."""
    pages = [tab for browser in place.browsers for tab in browser.tabs]
    ranks = [tab.root("places").get(idea.id, {}).get("rank", "") for tab in pages]
    return max((rank for rank in ranks if len(rank) == 5), default="")


async def test_a_move_that_was_answered_or_shown_stays(place: Place, leads: Outbox, ideas: list[Written]) -> None:
    groups = [f"00000000-0000-4000-8000-00000000000{number}" for number in range(2)]
    for group in groups:
        await leads.give("name_cluster", cluster=group, name=group[-1])
    moved: list[list[str]] = [[] for _ in ideas]
    moving = [
        asyncio.create_task(move(one, idea.id, groups, places))
        for one, idea, places in zip(place.people, ideas, moved, strict=True)
    ]
    await asyncio.wait(moving, timeout=random.uniform(0.05, 0.4))
    await place.kill()
    for task in moving:
        task.cancel()
    await asyncio.gather(*moving, return_exceptions=True)
    await place.start()
    places = (await place.view())["places"]
    for idea, answered in zip(ideas, moved, strict=True):
        assert places[idea.id]["rank"] >= max(answered, default="")
        assert places[idea.id]["rank"] >= furthest(place, idea)


async def test_answered_ballots_are_counted_after_a_kill(place: Place, leads: Outbox, ideas: list[Written]) -> None:
    await leads.give("open_phase", phase="vote")
    for one in place.people:
        assert (await one.give("cast_ballot", dots={ideas[0].id: 1}, done=True))["answer"] == "ok"
    await place.kill_and_start()
    again = await place.people[0].browser.open()
    assert again.notice["you"]["ballot"]["dots"] == {ideas[0].id: 1}
    assert (await leads.give("open_phase", phase="decide"))["answer"] == "ok"
    tally = (await place.view())["meta"]["rounds"][0]["tally"]
    assert tally[0] == {"option": ideas[0].id, "dots": PEOPLE, "bold": 0}


async def test_a_server_that_is_stopped_says_so(place: Place, leads: Outbox) -> None:
    page = await leads.page()
    assert place.server is not None
    await place.server.stop()
    place.server = None
    assert await page.closed() == 1012
