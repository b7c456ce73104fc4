"""One person alone cannot take a board from the others: what they send is paced, what they hold open is counted."""

import asyncio
import time
import uuid

import httpx
import pytest

from board.errors import TooMany
from board.live import rate_limit
from board.live.rate_limit import Bucket, Pace, Rate, Senders
from board.people.cookie import Person
from board.people.roles import Role
from board.sync import rooms as keeping
from tests.cast import Group
from tests.sync import wire
from tests.sync.clients import Browser
from tests.sync.running import eventually

RATE = Rate(burst=3, per_second=50)


def harmless() -> wire.Json:
    """A command that changes nothing."""
    return {"id": uuid.uuid4().hex, "do": "undo_merge", "merge": str(uuid.uuid4())}


async def give(browser: Browser) -> httpx.Response:
    return await browser.post(f"/api/boards/{browser.board}/commands", json=harmless())


async def test_a_burst_is_heard_at_once_and_the_rest_one_after_another() -> None:
    pace = Bucket(RATE, time.monotonic)
    began = time.monotonic()
    await asyncio.gather(*(pace.take() for _ in range(3)))
    assert pace.owed() > 0
    await asyncio.gather(*(pace.take() for _ in range(10)))
    assert time.monotonic() - began >= 0.19, "ten more take a fifth of a second, however many wait side by side"


async def test_only_so_many_commands_are_unanswered_at_once() -> None:
    pace = Pace(Bucket(RATE, lambda: 0.0))
    assert [pace.at_once() for _ in range(5)] == [True, True, True, False, False]
    slow = Pace(Bucket(Rate(burst=3, per_second=10_000), time.monotonic))
    for _ in range(3):
        await slow.begin()
    assert not slow.at_once()
    fourth = asyncio.create_task(slow.begin())
    done, _ = await asyncio.wait({fourth}, timeout=0.01)
    assert not done
    slow.end()
    await asyncio.wait_for(fourth, 5)


async def test_commands_are_done_in_the_order_in_which_they_came(group: Group) -> None:
    await group.goes("cluster")
    name = str(uuid.uuid4())
    given = [await group.fay.send("name_cluster", cluster=name, name=f"number {number}") for number in range(100)]
    for request in given:
        assert (await group.fay.answer(request))["answer"] == "ok"
    assert list(group.fay.answers)[-100:] == given
    await group.ben.until(lambda tab: tab.root("clusters").get(name, {}).get("name") == "number 99")


def test_a_clock_that_is_set_back_costs_nobody_anything() -> None:
    now = [1000.0]
    pace = Bucket(RATE, lambda: now[0])
    now[0] = 0.0
    assert pace.owed() == 0


async def test_who_is_forgotten_begins_anew_and_memory_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limit, "MOST_SENDERS", 5)
    senders = Senders(RATE, time.monotonic)
    for number in range(40):
        await senders.take("board", Person(f"person {number}", {Role.PARTICIPANT: "link"}))
    assert len(senders._buckets) == 5


async def test_a_town_hall_over_http_is_paced_and_an_endless_row_of_senders_fills_no_memory() -> None:
    senders = Senders(Rate(burst=1, per_second=1), lambda: 0.0)
    first, *others = [Person(f"person {number}", {Role.PARTICIPANT: "link"}) for number in range(20_000)]
    await senders.take("board", first)
    for person in others[:2_000]:
        await senders.take("board", person)
    assert senders._buckets["board", first.seat].owed() > 0, "other senders do not push a person in debt out of memory"
    for person in others[2_000:]:
        await senders.take("board", person)
    assert len(senders._buckets) < 10_000


async def test_nobody_waits_longer_than_anybody_would() -> None:
    now = 0.0
    senders = Senders(Rate(burst=1, per_second=1), lambda: now)
    person = Person("person", {Role.PARTICIPANT: "link"})
    waiting = [asyncio.create_task(senders.take("board", person)) for _ in range(6)]
    done, still = await asyncio.wait(waiting, timeout=0.01)
    with pytest.raises(TooMany) as refused:
        await senders.take("board", person)
    assert refused.value.wait > rate_limit.MOST_PATIENCE
    assert (len(done), len(still)) == (1, 5)
    await senders.take("another board", person)
    for task in still:
        task.cancel()


async def test_commands_over_http_are_paced_for_one_person_and_not_for_the_others(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    await group.goes("cluster")
    monkeypatch.setattr(rate_limit, "MOST_PATIENCE", 1.5)
    # Time stands still, so however slowly they come, as many have to wait.
    now = [0.0]
    group.server.rooms.senders = Senders(Rate(burst=10, per_second=30), lambda: now[0])
    flood = [asyncio.create_task(give(group.browser("pia"))) for _ in range(90)]
    done, _ = await asyncio.wait(flood, return_when=asyncio.FIRST_COMPLETED)
    assert done
    answer = await give(group.browser("ben"))
    assert (answer.status_code, answer.json()["answer"]) == (200, "refused")
    assert not all(task.done() for task in flood), "the others go first"
    answers = await asyncio.gather(*flood)
    assert {answer.status_code for answer in answers} == {200, 429}
    assert sum(answer.status_code == 200 for answer in answers) >= 50
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert "Wait a few seconds" in refused.json()["detail"]
    assert int(refused.headers["retry-after"]) >= 1
    now[0] = 60.0
    assert (await give(group.browser("pia"))).status_code == 200


async def test_every_kind_of_frame_is_paced(group: Group) -> None:
    """Pieces of documents are dropped unread, and no faster than anything else."""
    await group.goes("cluster")
    dropped = wire.head(wire.SYNC, wire.UPDATE)
    rate = group.server.rooms.senders.rate
    began = time.monotonic()
    for _ in range(rate.burst + int(rate.per_second) // 2):
        await group.ben.put(dropped)
    assert (await group.ben.do("undo_merge", merge=str(uuid.uuid4())))["answer"] == "refused"
    assert time.monotonic() - began > 0.25
    assert (await group.pia.do("undo_merge", merge=str(uuid.uuid4())))["answer"] == "refused"


async def test_the_oldest_page_rests_when_one_person_opens_too_many(group: Group) -> None:
    first = group.pia
    pages = [await group.browser("pia").open() for _ in range(11)]
    assert (await first.do("undo_merge", merge=str(uuid.uuid4())))["answer"] == "refused", "so many are fine"
    newest = await group.browser("pia").open()
    async with asyncio.timeout(15):
        assert await first.closed() == 4409
    for tab in (*pages, newest, group.ben):
        assert (await tab.do("undo_merge", merge=str(uuid.uuid4())))["answer"] == "refused"


async def test_a_socket_that_never_asks_for_the_board_is_closed(group: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "NEVER_ASKED", 0.5)
    socket = await group.browser("ben").dial()
    room = await group.room()
    await eventually(lambda: len(room.connections) == 4)
    await socket.wait_closed()
    assert socket.close_code == 4408
    assert (await group.ben.do("undo_merge", merge=str(uuid.uuid4())))["answer"] == "refused", "who asked stays"
