"""The server is stopped as a supervisor does it: it answers what it has read, says that it restarts, and is back."""

import asyncio
import contextlib
from pathlib import Path
from threading import Event

import httpx
import pytest
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from board.brainstorm.state.board import Board
from board.brainstorm.state.parts import WORK
from board.db.engine import truncate_wal
from board.live import journal, storage_health
from board.live.jobs import ReadJob
from tests.brainstorm.clients import Written, draft
from tests.brainstorm.database import rows
from tests.brainstorm.place import Place
from tests.brainstorm.running import MovableClock, eventually, passing, serving
from tests.cast import gather


async def test_what_was_read_is_answered_before_the_end_even_what_has_to_wait(place: Place) -> None:
    leads = await place.open_board()
    ben = place.people[0]
    await leads.give("open_phase", phase="diverge")
    idea = draft("written before the restart")
    await ben.write([idea])
    fay, page = await leads.page(), await ben.page()
    request = await fay.send("open_phase", phase="reveal")
    await fay.until(lambda tab: tab.notice["closing"])
    assert place.server is not None
    began = asyncio.get_running_loop().time()
    assert await place.server.stop() in (0, -15)
    assert asyncio.get_running_loop().time() - began < 15
    assert (await fay.answer(request))["answer"] == "ok", "the grace of two seconds passes first"
    assert await fay.closed() == await page.closed() == 1012
    assert page.phase == "reveal"
    assert "Traceback" not in place.server.output.read_text()
    await place.start()
    assert (await place.view())["ideas"] == {idea.id: idea.text}


class SlowSave:
    """A commit that lasts until the test releases it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.under_way, self.goes_on = Event(), Event()
        self._save = WORK.save
        monkeypatch.setattr(WORK, "save", self)

    def __call__(self, conn: Connection, board: Board) -> None:
        self.under_way.set()
        assert self.goes_on.wait(20)
        self._save(conn, board)


async def test_a_commit_that_is_under_way_is_answered(
    database: Path, clock: MovableClock, front_end: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with contextlib.AsyncExitStack() as stack:
        server = await stack.enter_async_context(serving(database, clock))
        group = await stack.enter_async_context(gather(server))
        await group.goes("diverge")
        slow = SlowSave(monkeypatch)
        ideas = [draft(f"idea {number}") for number in range(20)]
        sent = [await group.pia.send("add_idea", **fields(one)) for one in ideas]
        await asyncio.to_thread(slow.under_way.wait, 10)
        server.stop()
        await passing(0.5)
        async with httpx.AsyncClient(trust_env=False, timeout=60) as newcomer:
            with pytest.raises(httpx.ConnectError):
                await newcomer.get(f"{server.base}/health")
        slow.goes_on.set()
        answers = [await group.pia.answer(request) for request in sent]
        assert [answer["answer"] for answer in answers] == ["ok"] * 20
        assert await group.pia.closed() == await group.ben.closed() == 1012


async def test_what_is_queued_is_stored_although_everybody_has_gone(
    database: Path, clock: MovableClock, front_end: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(database, clock) as server:
        async with gather(server) as group:
            await group.goes("diverge")
            room = await server.rooms.find(group.board)
            assert room is not None
            slow = SlowSave(monkeypatch)
            await group.pia.send("add_idea", **fields(draft("under way")))
            await asyncio.to_thread(slow.under_way.wait, 10)
            for number in range(20):
                await group.ben.send("add_idea", **fields(draft(f"queued {number}")))
            await eventually(lambda: room.inbox.queued >= 21)
        server.stop()
        await eventually(server.rooms.stopping.is_set)
        slow.goes_on.set()
    assert rows(database, "SELECT count(*) FROM ideas") == [(21,)]


def fields(idea: Written) -> dict[str, str]:
    return {"idea": idea.id, "text": idea.text, "secret": idea.secret}


async def test_a_server_that_cannot_store_what_is_queued_stops_all_the_same(
    database: Path, clock: MovableClock, front_end: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error has ended the journal's task: no job will ever be done, however long the caller waits."""
    monkeypatch.setattr(journal, "DRAIN", 0.1)

    def mistaken(_: object) -> None:
        raise RuntimeError("a mistake")

    async with asyncio.timeout(20):
        async with serving(database, clock) as server, gather(server) as group:
            room = await server.rooms.find(group.board)
            assert room is not None
            seen: list[object] = []
            server.rooms.journal.submit(ReadJob(room, mistaken))
            server.rooms.journal.submit(ReadJob(room, seen.append))
    assert seen == []


async def test_a_statement_under_way_is_finished_before_the_end(
    database: Path, clock: MovableClock, front_end: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A task that is cancelled inside a statement leaves the statement's thread to a loop that has ended."""
    under_way, goes_on, finished = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def slow_truncate_wal(engine: AsyncEngine) -> bool:
        under_way.set()
        await goes_on.wait()
        truncated = await truncate_wal(engine)
        finished.set()
        return truncated

    monkeypatch.setattr(storage_health, "truncate_wal", slow_truncate_wal)
    async with asyncio.timeout(20):
        async with serving(database, clock) as server:
            await under_way.wait()
            server.stop()
            await eventually(server.rooms.stopping.is_set)
            goes_on.set()
    assert finished.is_set()
