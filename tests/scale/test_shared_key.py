"""Processes agree on a key that is on no disk, and what they tell each other is sealed under it."""

import base64
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import psycopg
import pytest

from board.db.postgresql import AdvisoryLock
from board.live.peers import peers
from board.live.peers.key import DAY, SharedKey
from board.live.peers.messages import MOST, PEERS, Entry, payloads, read
from tests.brainstorm.running import passing
from tests.cast import gather
from tests.scale.cluster import Cluster, Database
from tests.scale.conftest import Pair
from tests.scale.visits import Visits
from tests.worksessions.clients import session

NOW = 20_000.5 * DAY


@contextlib.asynccontextmanager
async def connected(shared: Database) -> AsyncIterator[psycopg.AsyncConnection]:
    async with await psycopg.AsyncConnection.connect(shared.url.replace("+psycopg", ""), autocommit=True) as connection:
        yield connection


def files(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


async def test_processes_that_come_at_any_time_have_the_same_key(shared: Database) -> None:
    first, second, third = SharedKey(), SharedKey(), SharedKey()
    async with connected(shared) as one, connected(shared) as two:
        assert first.of("messages") is None
        await first.agree(one, NOW)
        await second.agree(two, NOW)
        assert first.of("messages") == second.of("messages") != first.of("addresses")
        before = first.of("messages")
        await one.close()
        async with connected(shared) as again:
            await third.agree(again, NOW)
            await first.agree(again, NOW)
            assert third.of("messages") == first.of("messages") == before


async def test_the_key_is_another_one_each_day_and_when_all_are_gone(shared: Database) -> None:
    first, second = SharedKey(), SharedKey()
    async with connected(shared) as one, connected(shared) as two:
        await first.agree(one, NOW)
        await second.agree(two, NOW)
        yesterday = first.of("messages")
        await second.agree(two, NOW + DAY)
        await first.agree(one, NOW + DAY)
        assert first.of("messages") == second.of("messages") != yesterday
        held = await two.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2")
        assert await held.fetchone() == (8,), "four of each process, and none of yesterday"
    fresh = SharedKey()
    async with connected(shared) as later:
        await fresh.agree(later, NOW + DAY)
    assert fresh.of("messages") not in (first.of("messages"), yesterday)


async def test_a_process_that_stands_still_holds_up_nobody(shared: Database) -> None:
    first, second = SharedKey(), SharedKey()
    async with connected(shared) as still, connected(shared) as one:
        async with still.transaction():
            await still.execute("SELECT pg_advisory_xact_lock(%s)", (AdvisoryLock.AGREE_ON_KEY,))
            assert not await first.agree(one, NOW)
        assert await first.agree(one, NOW)
        assert await second.agree(still, NOW)
        assert not await second.agree(still, NOW)
    assert first.of("messages") == second.of("messages")


async def test_after_a_restart_of_postgresql_the_processes_go_on_with_their_key(
    postgres: Cluster, shared: Database
) -> None:
    first, second = SharedKey(), SharedKey()
    async with connected(shared) as one, connected(shared) as two:
        await first.agree(one, NOW)
        await second.agree(two, NOW)
    before = first.of("messages")
    postgres.restart()
    async with connected(shared) as one, connected(shared) as two:
        await second.agree(two, NOW)
        await first.agree(one, NOW)
    assert first.of("messages") == second.of("messages") == before


async def test_the_key_is_in_no_file(postgres: Cluster, shared: Database) -> None:
    key = SharedKey()
    async with connected(shared) as one:
        await key.agree(one, NOW)
        secret = key._key
        assert secret is not None
        with shared.superuser() as connection:
            connection.execute("CHECKPOINT")
        for content in files(postgres.data):
            assert secret not in content
            assert secret.hex().encode() not in content


@pytest.mark.parametrize("size", [0, 10, MOST, 5 * MOST])
def test_payloads_are_small_and_say_everything(size: int) -> None:
    key, said = bytes(32), bytes(index % 251 for index in range(size))
    entries = [Entry("people", "board", "one", said), Entry("cursors", "worksession", "two", b"here")]
    sent = payloads(key, "me", entries)
    assert all(len(one) < 8000 for one in sent)
    messages = [read(key, one) for one in sent]
    heard: dict[str, bytes] = {}
    for message in messages:
        assert message is not None
        assert message.process == "me"
        for entry in message.entries:
            heard[entry.document] = heard.get(entry.document, b"") + entry.content
    assert heard == {"one": said, "two": b"here"}


@pytest.mark.parametrize("payload", ["", "x", "é", "AAAA", base64.b64encode(bytes(100)).decode()])
def test_what_nobody_of_us_says_is_not_heard(payload: str) -> None:
    assert read(bytes(32), payload) is None
    (ours,) = payloads(bytes(32), "me", [Entry("ask")])
    assert read(bytes(31) + b"x", ours) is None


async def test_whoever_listens_in_the_database_learns_nothing_of_anybody(
    pair: Pair, visits: Visits, shared: Database
) -> None:
    async with connected(shared) as spy:
        await spy.execute(f"LISTEN {PEERS}")
        async with gather(pair.first) as group, session(pair.first) as work:
            room = await group.room()
            ben = await visits.member(pair.second.base, work.links["join"], "Ben")
            await passing(3 * peers.ROUND)
            known = [group.board, work.id, work.lead.person, ben.person]
            secrets = [*(one.encode() for one in known), *(seat[:8] for seat in room.board.seats)]
            heard = [one.payload async for one in spy.notifies(timeout=0.5)]
    assert len(heard) > 4
    for payload in heard:
        opened = base64.b64decode(payload)
        assert not any(secret in opened or secret in payload.encode() for secret in secrets)
