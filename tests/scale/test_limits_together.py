"""Wrong links and new boards of an address are counted over all processes, and no address is stored."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from board.db.engine import create_engine
from board.live.peers.counts import AddressCounts, Creations
from board.live.peers.key import DAY, SharedKey
from board.people import guessing
from board.people.addresses import Bucket
from board.people.creating import CreationLimit
from tests.brainstorm.running import MovableClock, eventually, serving
from tests.scale.cluster import WAITING, Database
from tests.scale.conftest import Pair
from tests.scale.test_shared_key import NOW, connected

ADDRESS, OTHER = "198.51.100.7", "198.51.100.8"
BUCKET = Bucket("links", 3, 0.001)


@pytest.fixture
async def counts(shared: Database) -> AsyncIterator[tuple[AddressCounts, AddressCounts]]:
    """Those of two processes."""
    async with AsyncExitStack() as stack:
        both = []
        for _ in range(2):
            key, engine = SharedKey(), create_engine(shared.url)
            stack.push_async_callback(engine.dispose)
            await key.agree(await stack.enter_async_context(connected(shared)), NOW)
            both.append(AddressCounts(engine, key))
        yield both[0], both[1]


def rows(shared: Database) -> int:
    with shared.connect() as connection:
        row = connection.execute("SELECT count(*) FROM address_counts").fetchone()
    assert row is not None
    return int(row[0])


async def test_two_processes_fill_one_bucket(counts: tuple[AddressCounts, AddressCounts]) -> None:
    one, two = counts
    levels = [await each.levels(ADDRESS, [BUCKET], over=True) for each in (one, two, one, two, two)]
    assert [round(level) for (level,) in levels if level is not None] == [0, 1, 2, 3, 3]  # type: ignore[misc]
    assert await one.levels(OTHER, [BUCKET], over=True) == [0.0]


async def test_nothing_is_counted_where_there_is_no_room(counts: tuple[AddressCounts, AddressCounts]) -> None:
    one, two = counts
    small, large = Bucket("small", 1, 0.001), Bucket("large", 9, 0.001)
    for _ in range(3):
        await one.levels(ADDRESS, [small, large], over=False)
    found = await two.levels(ADDRESS, [large], over=False)
    assert found is not None
    assert round(found[0]) == 1


async def test_a_bucket_leaks_and_empty_ones_are_forgotten(
    counts: tuple[AddressCounts, AddressCounts], shared: Database
) -> None:
    one, two = counts
    quick = Bucket("quick", 5, 1000.0)
    await one.levels(ADDRESS, [quick], over=True)
    assert rows(shared) == 1
    await two.levels(OTHER, [BUCKET], over=True)
    assert rows(shared) == 1


async def test_whoever_waits_for_a_count_holds_up_no_other_one(
    counts: tuple[AddressCounts, AddressCounts], shared: Database
) -> None:
    """Both may be forgotten, and whoever forgets locks them."""
    taken = "SELECT 1 FROM address_counts WHERE hash = %s FOR UPDATE NOWAIT"
    quick = Bucket("quick", 5, 1000.0)
    await counts[0].levels(ADDRESS, [quick], over=True)
    with shared.connect() as first, shared.connect() as other:
        (counted,) = other.execute("SELECT hash FROM address_counts").fetchone() or (b"",)
        other.execute("INSERT INTO address_counts VALUES (%s, 0)", (bytes(len(counted)),))
        with first.transaction():
            first.execute(taken, (counted,))
            counting = asyncio.create_task(counts[1].levels(ADDRESS, [quick], over=True))
            await eventually(lambda: other.execute(WAITING).fetchone())
            assert other.execute(taken, (bytes(len(counted)),)).fetchone() == (1,)
        await counting
    await eventually(lambda: rows(shared) == 1)


async def test_no_address_is_stored_and_none_is_known_on_the_next_day(
    counts: tuple[AddressCounts, AddressCounts], shared: Database
) -> None:
    await counts[0].levels(ADDRESS, [BUCKET], over=True)
    assert ADDRESS.encode() not in shared.stored()
    assert bytes(map(int, ADDRESS.split("."))) not in shared.stored()
    assert rows(shared) == 1
    key, engine = SharedKey(), create_engine(shared.url)
    fresh = AddressCounts(engine, key)
    async with connected(shared) as connection:
        await key.agree(connection, NOW + 60)
        (level,) = await fresh.levels(ADDRESS, [BUCKET], over=True) or [0.0]
        assert round(level) == 1
        await key.agree(connection, NOW + DAY)
        assert await fresh.levels(ADDRESS, [BUCKET], over=True) == [0.0]
    await engine.dispose()


async def test_without_the_database_a_process_counts_for_itself(counts: tuple[AddressCounts, AddressCounts]) -> None:
    gone = AddressCounts(create_engine("postgresql+psycopg://nobody@127.0.0.1:1/none"), counts[0]._key)
    assert await gone.levels(ADDRESS, [BUCKET], over=True) is None
    creations = Creations(CreationLimit(per_minute=2, per_hour=100), gone)
    assert [await creations.take(ADDRESS, 0.0) > 0 for _ in range(3)] == [False, False, True]
    assert (
        await AddressCounts(create_engine("postgresql+psycopg://nobody@127.0.0.1:1/none"), SharedKey()).levels(
            ADDRESS, [BUCKET], over=True
        )
        is None
    ), "no key was agreed on yet"


async def test_wrong_links_count_wherever_they_are_shown(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guessing, "FIRST_DELAY", 0.0)
    async with httpx.AsyncClient(trust_env=False, timeout=30) as http:

        async def shown(base: str) -> int:
            return (await http.get(f"{base}/join/{'x' * 24}")).status_code

        # Neither has counted enough of them to refuse by itself.
        bases = [base for _ in range(guessing.MOST - 1) for base in (pair.first.base, pair.second.base)]
        statuses = [await shown(base) for base in bases]
        assert set(statuses[: guessing.MOST]) == {404}
        assert 429 in statuses[::2]
        assert 429 in statuses[1::2]


async def test_new_boards_count_wherever_they_are_opened(
    shared: Database, clock: MovableClock, front_end: Path, tmp_path: Path
) -> None:
    few: dict[str, Any] = {"database_url": shared.url, "boards_per_minute": 4, "boards_per_hour": 10}
    async with (
        serving(tmp_path / "one", clock, **few) as one,
        serving(tmp_path / "two", clock, **few) as two,
        httpx.AsyncClient(trust_env=False, timeout=30) as http,
    ):

        async def opened(base: str, what: str = "boards") -> int:
            wanted = {"question": "Why?"} if what == "boards" else {"kind": "team", "artifact": "A brief"}
            return (await http.post(f"{base}/api/{what}", json=wanted, headers={"Origin": base})).status_code

        for server in (one, two):
            peers = server.rooms._loaded.func.__self__  # type: ignore[attr-defined]
            await eventually(partial(peers.key.of, "addresses"))
        assert [await opened(one.base), await opened(two.base), await opened(one.base)] == [201] * 3
        assert await opened(two.base, "worksessions") == 201
        assert [await opened(two.base), await opened(one.base, "worksessions")] == [429, 429]
