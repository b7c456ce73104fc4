"""One process of several is cut off from PostgreSQL, and nobody closes a connection."""

import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.brainstorm.clients import draft
from tests.brainstorm.running import begin, started
from tests.cast import QUESTION
from tests.ports import free_port
from tests.scale import cable
from tests.scale.cluster import Database
from tests.scale.guard import Guard
from tests.scale.relay import Relay, relay
from tests.scale.visits import Visits, becomes, status

pytestmark = pytest.mark.anyio


@dataclass
class Apart:
    """Two processes, of which the first can be cut off."""

    cut_off: str
    other: str
    cut: Callable[[], None]
    heal: Callable[[], None]


@contextlib.asynccontextmanager
async def behind_a_relay(shared: Database, folder: Path, other: str) -> AsyncIterator[Apart]:
    """What is between it and the database holds everything back."""
    async with (
        relay(Relay(shared)) as between,
        started(folder / "first", free_port(), BOARD_DATABASE_URL=between.url) as first,
    ):
        yield Apart(first.base, other, between.cut, between.heal)


@contextlib.asynccontextmanager
async def at_a_cable(shared: Database, folder: Path, other: str) -> AsyncIterator[Apart]:
    """The network itself is cut."""
    if reason := cable.why_not():
        pytest.skip(reason)
    cables = cable.Cables()
    between = Relay(shared, cables.ours)
    settings = {"BOARD_HOST": cables.theirs, "BOARD_DATABASE_URL": between.url}
    with Guard() as guard:
        first = await begin(folder / "first", free_port(), "tests.scale.cable", fork=False, **settings)
        guard.watch(first.running.pid)
        try:
            await cables.join(first.running.pid)
            async with relay(between):
                await first.answers()
                yield Apart(first.base, other, cables.cut, cables.heal)
        finally:
            await first.kill()
            guard.forget(first.running.pid)


@pytest.fixture(params=[behind_a_relay, at_a_cable], ids=["relay", "cable"])
async def apart(request: pytest.FixtureRequest, shared: Database, tmp_path: Path) -> AsyncIterator[Apart]:
    async with AsyncExitStack() as stack:
        url = {"BOARD_DATABASE_URL": shared.url}
        other = await stack.enter_async_context(started(tmp_path / "other", free_port(), **url))
        yield await stack.enter_async_context(request.param(shared, tmp_path, other.base))


async def test_a_process_that_is_cut_off_is_read_only_and_later_has_what_the_other_took(
    apart: Apart, visits: Visits
) -> None:
    lead = await visits.newcomer(apart.other)
    links = (await lead.post("/api/boards", json={"question": QUESTION})).json()["links"]
    await lead.follow(links["facilitate"])
    ben = await visits.newcomer(apart.other, links["participate"])
    pia = await visits.newcomer(apart.cut_off, links["participate"])
    tabs = fay, there, here = [await one.open() for one in (lead, ben, pia)]
    await fay.ok("open_phase", phase="diverge")
    for tab in tabs:
        await tab.until(lambda tab: tab.phase == "diverge")
    await here.write("before, here")
    await there.write("before, there")

    apart.cut()
    lost = draft("while it is cut off")
    answer = await here.do("add_idea", idea=lost.id, secret=lost.secret, text=lost.text)
    assert answer["answer"] == "retry"
    await here.until(lambda tab: tab.notice["readonly"])
    assert await status(pia) == 503
    await there.write("meanwhile, there")
    await fay.ok("change_settings", question="What is new?")
    assert (await status(ben), there.notice["readonly"]) == (200, False)
    assert here.meta("question") == QUESTION

    apart.heal()
    await here.until(lambda tab: not tab.notice["readonly"] and tab.meta("question") == "What is new?")
    await becomes(pia, 200)
    assert await here.add(lost) == "ok"
    await fay.until(lambda tab: tab.notice["counts"]["ideas"] == 4)
    assert [tab.all() for tab in tabs] == [fay.all()] * 3
