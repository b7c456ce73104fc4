"""A storage failure: nothing unsaved is confirmed, every page shows the failure, and the server recovers by itself.

Faults of the real disk are met in `test_storage_faults.py`; here they come at the worst moment.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from board.brainstorm.state import store
from board.brainstorm.state.board import Board
from board.brainstorm.state.parts import WORK
from board.live import storage_health
from board.live.stored import update_log
from tests.brainstorm.clients import Tab, draft
from tests.brainstorm.database import lock_held
from tests.brainstorm.running import eventually, passing
from tests.cast import Group
from tests.databases import needs_sqlite

READS = "A PostgreSQL that does not store does not read either: nobody is let in before it answers."


class Fault:
    """Storage that fails as long as it is told to, after it took what it was given."""

    def __init__(self) -> None:
        self.left = 0

    def save(self, conn: Connection, board: Board) -> None:
        SAVE(conn, board)
        if self.left:
            self.left -= 1
            raise OperationalError("INSERT", {}, Exception("disk I/O error"))


SAVE = WORK.save


@pytest.fixture
def fault(monkeypatch: pytest.MonkeyPatch) -> Fault:
    fault = Fault()
    monkeypatch.setattr(WORK, "save", fault.save)
    return fault


async def test_what_cannot_be_stored_is_never_answered_ok(group: Group, fault: Fault) -> None:
    await group.goes("diverge")
    await group.pia.write("kept")
    idea = draft("not kept at first")
    fault.left = 1
    answer = await group.pia.do("add_idea", idea=idea.id, text=idea.text, secret=idea.secret)
    assert (answer["answer"], answer["code"]) == ("retry", "storage")
    for tab in (group.pia, group.ben, group.fay, group.olu):
        await tab.until(lambda tab: tab.notice["readonly"])
        assert tab.notice["counts"]["ideas"] == 1
    # It recovers although nobody writes anything.
    for tab in (group.pia, group.ben, group.fay, group.olu):
        await tab.until(lambda tab: not tab.notice["readonly"])
    assert await group.pia.add(idea) == "ok"
    await group.goes("reveal")
    assert sorted(group.ben.root("ideas").values()) == ["kept", "not kept at first"]


async def test_a_reveal_that_cannot_be_stored_shows_nothing(group: Group, fault: Fault) -> None:
    needs_sqlite(READS)
    await group.goes("diverge")
    idea = await group.pia.write("still hidden 4711")
    request = await group.fay.send("open_phase", phase="reveal")
    await group.fay.until(lambda tab: tab.notice["closing"])
    fault.left = 1
    group.server.clock.advance(2.1)
    assert (await group.fay.answer(request))["answer"] == "retry"
    await group.ben.until(lambda tab: tab.notice["readonly"])
    await group.load_everything()
    for found in group.everything().values():
        assert b"still hidden 4711" not in found
    await group.fay.until(lambda tab: not tab.notice["readonly"])
    assert all(notice["phase"] in ("lobby", "diverge") for notice in group.ben.notices)
    await group.goes("reveal")
    assert group.ben.root("ideas") == {idea.id: "still hidden 4711"}
    assert group.ben.root("numbers") == {idea.id: 1}


async def test_replicas_are_the_same_after_a_fault(group: Group, fault: Fault) -> None:
    written = await group.writes(4)
    await group.goes("cluster")
    cluster = "00000000-0000-4000-8000-000000000001"
    await group.ben.ok("name_cluster", cluster=cluster, name="one")
    await group.ben.ok("place_idea", idea=written[0].id, cluster=cluster)
    fault.left = 1
    answer = await group.pia.do("place_idea", idea=written[1].id, cluster=cluster)
    assert answer["answer"] == "retry"
    await group.ben.until(lambda tab: tab.notice["readonly"])
    await group.ben.until(lambda tab: not tab.notice["readonly"])
    await group.ben.ok("place_idea", idea=written[2].id, cluster=cluster)
    inside = {idea for idea, place in group.ben.root("places").items() if place["cluster"] == cluster}
    assert inside == {written[0].id, written[2].id}
    late = await group.browser("olu").open()
    for tab in (group.pia, group.fay, group.olu, late):
        await tab.until(lambda tab: tab.all() == group.ben.all())
        assert tab.doc.get_state() == group.ben.doc.get_state()


async def test_a_short_lock_of_somebody_else_is_waited_for(group: Group) -> None:
    await group.goes("diverge")
    with lock_held(group.server.file):
        idea = draft("a moment later")
        request = await group.pia.send("add_idea", idea=idea.id, text=idea.text, secret=idea.secret)
        await passing(0.5)
        assert request not in group.pia.answers
    assert (await group.pia.answer(request))["answer"] == "ok"
    assert not any(notice["readonly"] for notice in group.pia.notices)


async def test_the_waiting_of_a_queue_for_a_lock_does_not_add_up(group: Group) -> None:
    """New boards queue before the board's own commit; people see the failure as soon as without them."""
    await group.goes("diverge")
    with lock_held(group.server.file):
        async with asyncio.TaskGroup() as opening:
            stranger = group.browser("sam")
            asked = [opening.create_task(stranger.post("/api/boards", json={"question": "?"})) for _ in range(8)]
            await passing(0.1)
            idea = draft("waits behind them")
            async with asyncio.timeout(5):
                answer = await group.pia.do("add_idea", idea=idea.id, text=idea.text, secret=idea.secret)
                assert answer["answer"] == "retry"
                for tab in (group.pia, group.ben, group.fay, group.olu):
                    await tab.until(lambda tab: tab.notice["readonly"])
        assert {one.result().status_code for one in asked} == {503}
    await group.pia.until(lambda tab: not tab.notice["readonly"])
    assert await group.pia.add(idea) == "ok"


async def test_a_reader_that_stays_holds_up_nobody(group: Group) -> None:
    """After a reveal the write-ahead log has to be emptied, which a backup that reads may prevent for long."""
    needs_sqlite()
    await group.goes("diverge")
    await group.pia.write("forgotten by the reveal")
    with closing(sqlite3.connect(group.server.file, isolation_level=None)) as backup:
        backup.execute("BEGIN")
        backup.execute("SELECT count(*) FROM boards").fetchone()
        await group.goes("reveal")
        async with asyncio.timeout(40):
            for _ in range(5):
                await group.goes("diverge")
                await group.goes("reveal")
        assert group.server.rooms.journal.storage.unerased
        assert not any(notice["readonly"] for notice in group.pia.notices)
    await group.server.settled()


async def test_pages_of_a_board_that_cannot_be_read_again_are_let_go(
    group: Group, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its memory may be ahead of the database, so the server disconnects its pages; they come back."""
    needs_sqlite(READS)
    await group.goes("diverge")
    await group.pia.write("kept")

    async def unreadable(*_: object, **__: object) -> None:
        raise OperationalError("SELECT", {}, Exception("disk I/O error"))

    with monkeypatch.context() as broken:
        broken.setattr(store, "load", unreadable)
        fault.left = 1
        idea = draft("not kept at first")
        answer = await group.pia.do("add_idea", idea=idea.id, text=idea.text, secret=idea.secret)
        assert answer["answer"] == "retry"
        for tab in (group.pia, group.ben, group.fay, group.olu):
            assert await tab.closed() == 4408
    again = await group.browser("pia").open()
    await again.until(lambda tab: not tab.notice["readonly"])
    assert again.notice["counts"]["ideas"] == 1
    assert await again.add(idea) == "ok"


async def test_a_newcomer_to_a_board_that_cannot_store_waits_outside_and_is_counted_later(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_sqlite(READS)
    await group.goes("diverge")
    joined = group.pia.notice["counts"]["joined"]
    newcomer = await group.newcomer()
    tried: list[str] = []

    def no_room(_conn: Connection, *_: object) -> None:
        tried.append("store")
        raise OperationalError("INSERT", {}, Exception("database or disk is full"))

    with monkeypatch.context() as broken:
        broken.setattr(WORK, "save", no_room)
        broken.setattr(update_log, "touch", no_touch)
        idea = draft("not kept at first")
        await group.pia.send("add_idea", idea=idea.id, text=idea.text, secret=idea.secret)
        await group.ben.until(lambda tab: tab.notice["readonly"])
        outside = Tab(await newcomer.dial())
        assert await outside.closed() == 4408
        assert group.ben.notice["readonly"]
        # A person with a seat can still join and leave.
        assert (await group.browser("ben").open()).notice["readonly"]
        assert tried == ["store"], "each try may hold up every board for as long as it waits for a lock"
    await group.ben.until(lambda tab: not tab.notice["readonly"])
    assert (await newcomer.open()).notice["counts"]["joined"] == joined + 1


async def test_a_page_of_a_board_that_cannot_be_loaded_comes_back(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    for browser in group.browsers.values():
        await browser.close()
    rooms = group.server.rooms
    await group.server.evict(rooms, rooms._open[group.board])

    async def unreadable(*_: object, **__: object) -> None:
        raise OperationalError("SELECT", {}, Exception("disk I/O error"))

    with monkeypatch.context() as broken:
        broken.setattr(store, "load", unreadable)
        assert await Tab(await group.browser("ben").dial()).closed() == 4408
    assert (await group.browser("ben").open()).synced


async def test_storage_in_trouble_is_tried_now_and_then_and_not_all_the_time(
    group: Group, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A probe that waits for a lock delays every board."""
    tries = 0

    def no_room(conn: Connection) -> None:
        nonlocal tries
        tries += 1
        no_touch(conn)

    await group.goes("diverge")
    monkeypatch.setattr(update_log, "touch", no_room)
    fault.left = 1
    idea = draft("not kept")
    assert await group.pia.add(idea) == "retry"
    passed = await asked_often(group.server.rooms.journal.storage.probe)
    assert tries <= 2 + passed / 0.5
    await eventually(lambda: tries > 2)
    assert group.ben.notice["readonly"]


async def test_a_log_that_cannot_be_emptied_is_tried_now_and_then_and_not_all_the_time(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it is tried nobody can write."""
    tries = 0

    async def in_the_way(_: object) -> bool:
        nonlocal tries
        tries += 1
        return False

    with monkeypatch.context() as reading:
        reading.setattr(storage_health, "truncate_wal", in_the_way)
        group.server.rooms.journal.storage.mark_unerased()
        passed = await asked_often(group.server.rooms.journal.storage.erase)
        assert 1 <= tries <= 2 + passed / 0.5
    await group.server.settled()


async def asked_often(for_it: Callable[[], Awaitable[None]]) -> float:
    """Asks for something again and again; returns how many seconds passed meanwhile."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    for _ in range(60):
        await for_it()
    await passing(0.01)
    return loop.time() - began


def no_touch(_conn: Connection) -> None:
    raise OperationalError("UPDATE", {}, Exception("database or disk is full"))
