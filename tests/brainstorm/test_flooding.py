"""One person alone cannot take a board from the others: what they send is paced, what they hold open is counted."""

import asyncio
import time
import uuid

import httpx
import pytest

from board.live import connections
from board.live.transport import rate_limit
from board.live.transport.rate_limit import Rate, RateLimiter
from tests.brainstorm import wire
from tests.brainstorm.clients import Browser
from tests.brainstorm.running import eventually
from tests.cast import Group


def harmless() -> wire.Json:
    """A command that changes nothing."""
    return {"id": uuid.uuid4().hex, "do": "undo_merge", "merge": str(uuid.uuid4())}


async def give(browser: Browser) -> httpx.Response:
    return await browser.post(f"/api/boards/{browser.board}/commands", json=harmless())


async def test_commands_are_done_in_the_order_in_which_they_came(group: Group) -> None:
    await group.goes("cluster")
    name = str(uuid.uuid4())
    given = [await group.fay.send("name_cluster", cluster=name, name=f"number {number}") for number in range(100)]
    for request in given:
        assert (await group.fay.answer(request))["answer"] == "ok"
    assert list(group.fay.answers)[-100:] == given
    await group.ben.until(lambda tab: tab.root("clusters").get(name, {}).get("name") == "number 99")


async def test_commands_over_http_are_paced_for_one_person_and_not_for_the_others(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    await group.goes("cluster")
    monkeypatch.setattr(rate_limit, "MAX_WAIT", 1.5)
    # Time stands still, so however slowly they come, as many have to wait.
    now = [0.0]
    group.server.rooms.senders = RateLimiter(Rate(burst=10, per_second=30), lambda: now[0])
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
    assert refused.json()["code"] == "too_fast"
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
    monkeypatch.setattr(connections, "NEVER_ASKED", 0.5)
    socket = await group.browser("ben").dial()
    room = await group.room()
    await eventually(lambda: len(room.connections) == 4)
    await socket.wait_closed()
    assert socket.close_code == 4408
    assert (await group.ben.do("undo_merge", merge=str(uuid.uuid4())))["answer"] == "refused", "who asked stays"
