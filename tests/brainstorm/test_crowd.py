"""A crowd behind one address: it joins within a minute, it comes back after a restart, and guessing does not spoil it.

`SHORTLIST_CROWD=500 SHORTLIST_JOIN=250 pytest tests/brainstorm/test_crowd.py -o timeout=0` runs the long version.
"""

import asyncio
import contextlib
import json
import os
import secrets
import statistics
import time
from collections import Counter
from pathlib import Path

import httpx
import pytest

from board.people.guessing import FREE, MOST, PER_SECOND
from board.web.http import Limits
from tests.brainstorm.clients import Browser, draft
from tests.brainstorm.comeback import Page, pause
from tests.brainstorm.place import Place
from tests.brainstorm.running import MovableClock, eventually, passing, serving
from tests.cast import Group, gather
from tests.web.raw import connected, get

CROWD = int(os.environ.get("SHORTLIST_CROWD", "60"))
"""people who come back after a restart"""
JOIN = int(os.environ.get("SHORTLIST_JOIN", "60"))
"""people who join within the minute, or a share of it when they are fewer"""
MINUTE = 60.0 * JOIN / 250 if JOIN >= 250 else 6.0
BACK = 10.0
MOST_TRIES = 3

pytestmark = pytest.mark.timeout(120 + CROWD + JOIN)


def test_the_pauses_are_those_of_the_page() -> None:
    table = json.loads((Path(__file__).parents[1] / "data/pauses.json").read_text())
    assert len(table) > 20
    for row in table:
        assert pause(row["attempts"], row["random"]) == row["ms"]


async def test_a_crowd_is_back_soon_after_a_restart(place: Place) -> None:
    leads = await place.open_board()
    assert (await leads.give("open_phase", phase="diverge"))["answer"] == "ok"
    await place.people[0].write([draft(f"idea {number}") for number in range(30)])
    assert (await leads.give("open_phase", phase="reveal"))["answer"] == "ok"
    pages = [Page(await place.somebody()) for _ in range(CROWD)]
    for page in pages:
        await page.opens()
    coming = [asyncio.create_task(page.comes_back()) for page in pages]
    assert place.server is not None
    await place.server.stop()
    await place.start()
    up = time.monotonic()
    await asyncio.gather(*coming)
    slowest = max(page.back_at for page in pages)
    tries = Counter(page.tries for page in pages)
    back = sorted(page.back_at - page.lost_at for page in pages)
    print(
        f"{CROWD} people back {slowest - up:.1f} s after the server, {back[-1]:.1f} s after the loss "
        f"(median {statistics.median(back):.1f} s), tries {dict(tries)}"
    )
    assert slowest - up <= BACK
    assert max(tries) <= MOST_TRIES
    # Jitter spreads the attempts.
    assert back[-1] - back[0] > 0.3
    ideas = [page.tab.root("ideas") for page in pages if page.tab is not None]
    assert len(ideas) == CROWD
    assert all(len(one) == 30 and one == ideas[0] for one in ideas)


async def guess(http: httpx.AsyncClient) -> httpx.Response:
    return await http.get(f"/join/{secrets.token_urlsafe(18)}")


async def test_a_crowd_joins_from_one_address_while_somebody_there_guesses(group: Group) -> None:
    stop = asyncio.Event()
    codes: Counter[int] = Counter()

    async def guesses(http: httpx.AsyncClient) -> None:
        while not stop.is_set():
            codes[(await guess(http)).status_code] += 1

    async with httpx.AsyncClient(base_url=group.server.base, trust_env=False, timeout=30) as http:
        # Whoever guesses has used up all patience before the first honest person comes.
        assert {one.status_code for one in await asyncio.gather(*(guess(http) for _ in range(MOST)))} == {404}
        guessing = [asyncio.create_task(guesses(http)) for _ in range(4)]
        took = []
        began = time.monotonic()
        for number in range(JOIN):
            await passing(max(0.0, began + number * MINUTE / JOIN - time.monotonic()))
            since = time.monotonic()
            browser = await group.newcomer()
            await browser.page()
            group.more.append(await browser.open())
            took.append(time.monotonic() - since)
        stop.set()
        await asyncio.gather(*guessing)
        assert codes[429] > 0
        assert codes[404] <= MOST, "what is forgiven with time"
        refused = await guess(http)
    assert "works at once" in refused.text
    assert int(refused.headers["retry-after"]) > 0
    await group.olu.until(lambda tab: tab.notice["counts"]["joined"] == JOIN + 2)
    print(f"{JOIN} people in {time.monotonic() - began:.0f} s, slowest {max(took):.2f} s; guesses {dict(codes)}")
    # A held answer takes two seconds; a right link waits for none of them.
    assert statistics.median(took) < 1.0
    assert codes.total() < 4 * (time.monotonic() - began + 4)


async def test_a_crowd_with_several_connections_each_joins_behind_one_address(
    database: Path, clock: MovableClock, front_end: Path
) -> None:
    """A browser keeps connections for later requests: if all had to stay, 250 people would have too many."""
    limits = Limits(open=Limits().open * JOIN // 250)
    async with contextlib.AsyncExitStack() as kept:
        server = await kept.enter_async_context(serving(database, clock, limits, trusted_proxies="192.0.2.7"))
        group = await kept.enter_async_context(gather(server))
        for _ in range(JOIN):
            for client in await kept.enter_async_context(connected(server.base, 2)):
                await client.send(get("/health"))
                assert (await client.answer()).endswith(b"ok")
            browser = await group.newcomer()
            await browser.page()
            group.more.append(await browser.open())
            assert len(server.connections) <= limits.open
        await group.olu.until(lambda tab: tab.notice["counts"]["joined"] == JOIN + 2)
        assert not [tab for tab in group.more if tab.gone]
        assert len(server.connections) == limits.open, "fewer came than there is room for"


async def test_who_waits_as_long_as_was_said_is_told_what_is_wrong_again(group: Group) -> None:
    async with httpx.AsyncClient(base_url=group.server.base, trust_env=False, timeout=30) as http:
        answers = await asyncio.gather(*(guess(http) for _ in range(MOST + 1)))
        (refused,) = [answer for answer in answers if answer.status_code == 429]
        wait = int(refused.headers["retry-after"])
        # By then the last of them is forgiven: to wait any longer would be for nothing.
        assert wait <= (MOST + 1) / PER_SECOND
        group.server.clock.advance(wait)
        assert (await guess(http)).status_code == 404


async def test_a_few_broken_links_are_told_at_once_what_is_wrong(group: Group) -> None:
    async with httpx.AsyncClient(base_url=group.server.base, trust_env=False, timeout=60) as http:
        for _ in range(FREE):
            answer = await http.get(group.links["participate"][:-5])
            assert (answer.status_code, "cut off on its way" in answer.text) == (404, True)
    assert group.server.provided("access").wrong_links.delayed == 0


async def test_a_link_that_is_guessed_in_the_cookie_counts_too(group: Group) -> None:
    sam = group.browser("sam")
    codes = []
    for _ in range(MOST + 3):
        sam.http.cookies.clear()
        sam.http.cookies.set(f"board_{group.board}", f"{'p' * 24}.{secrets.token_urlsafe(18)}")
        task = asyncio.create_task(sam.get(f"/boards/{group.board}"))
        await asyncio.wait({task}, timeout=0.02)
        codes.append(task)
    answers = [answer.status_code for answer in await asyncio.gather(*codes)]
    assert set(answers) == {404, 429}
    assert (await group.browser("pia").get(f"/boards/{group.board}")).status_code == 200
    stranger = Browser(group.server.base)
    assert (await stranger.get(f"/boards/{group.board}")).status_code == 404, "who shows no link guesses none"
    await stranger.close()


async def test_no_more_answers_are_held_than_there_is_room_for(group: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.live.handshake.MAX_DELAYED", 3)
    wrong_links = group.server.provided("access").wrong_links
    async with httpx.AsyncClient(base_url=group.server.base, trust_env=False, timeout=30) as http:
        await asyncio.gather(*(guess(http) for _ in range(MOST)))
        began, most = time.monotonic(), 0
        many = [asyncio.create_task(guess(http)) for _ in range(30)]

        def all_answered() -> bool:
            nonlocal most
            most = max(most, wrong_links.delayed)
            return all(task.done() for task in many)

        await eventually(all_answered, within=60)
        assert most == 3
        # A slow machine gives the first of them time to be forgiven.
        assert 429 in {task.result().status_code for task in many} <= {404, 429}
        assert time.monotonic() - began >= 2
    assert wrong_links.delayed == 0
