"""A board leaves memory the moment nobody is there, and people come back in that very moment.

Boards here leave memory at once, and loading takes as long as chance will have it.
"""

import asyncio
import os
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from board.brainstorm import parse_command
from board.brainstorm.engine.jobs import Job
from board.brainstorm.engine.room import Room
from board.brainstorm.state import store
from board.brainstorm.state.board import Board
from board.clock import steady
from board.errors import Refused
from board.live import registry
from board.live.journal import Journal
from board.people.cookie import Person
from board.people.links import mint
from board.protocol.roles import Role
from tests.brainstorm.clients import Browser, Written, draft
from tests.brainstorm.running import MovableClock, Server, eventually, passing, serving
from tests.cast import QUESTION, Group

VISITS = int(os.environ.get("SHORTLIST_VISITS", "72"))
"""how often somebody comes and goes"""
BOARDS, PEOPLE = 3, 4
IDEAS_EACH = 10_000

pytestmark = pytest.mark.timeout(60 + VISITS)

LOAD = store.load
SUBMIT = Journal.submit


async def slow_load(conn: AsyncConnection, *, board: str) -> Board | None:
    await passing(random.choice([0, 0, 0.001, 0.005]))
    found = await LOAD(conn, board=board)
    await passing(random.choice([0, 0, 0.001, 0.005]))
    return found


@pytest.fixture
async def restless(database: Path, front_end: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Server]:
    """A server that lets go of every board as soon as it may."""
    monkeypatch.setattr(registry, "QUIET", -1.0)
    monkeypatch.setattr(registry, "TICK", 0.0001)
    monkeypatch.setattr(store, "load", slow_load)
    async with serving(database, MovableClock(), ideas_per_person=IDEAS_EACH) as server:
        yield server


@pytest.fixture
def strays(restless: Server, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that was asked of a room that is not the open one of its board."""
    found: list[str] = []

    def submit(journal: Journal, item: Job) -> None:
        room: Room = item.document
        if restless.rooms._open.get(room.board.id) is not room:
            found.append(type(item).__name__)
        SUBMIT(journal, item)

    monkeypatch.setattr(Journal, "submit", submit)
    return found


class Crew:
    """The people of one board, who come and go."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.lead = Browser(server.base)
        self.people = [Browser(server.base) for _ in range(PEOPLE)]
        self.kept: list[Written] = []

    async def open(self) -> None:
        links = (await self.lead.post("/api/boards", json={"question": QUESTION})).json()["links"]
        await self.lead.follow(links["facilitate"])
        for one in self.people:
            await one.follow(links["participate"])
        assert (await self.lead.command("open_phase", phase="diverge"))["answer"] == "ok"

    async def visit(self, one: Browser) -> None:
        """Comes, writes in one way or another, and goes."""
        idea = draft("kept")
        fields = {"idea": idea.id, "text": idea.text, "secret": idea.secret}
        way = random.randrange(4)
        if way == 0:
            assert (await one.command("add_idea", **fields))["answer"] == "ok"
        elif way == 1:
            assert (await one.export("json")).status_code == 200
            return
        elif way == 2:
            # Gone again before the board is in memory.
            await (await one.dial()).close()
            return
        else:
            tab = await one.open()
            assert await tab.add(idea) == "ok"
            one.tabs.remove(tab)
            await tab.close()
        self.kept.append(idea)

    async def comes_and_goes(self, one: Browser, visits: int) -> None:
        for _ in range(visits):
            await self.visit(one)
            await passing(random.choice([0, 0, 0.01]))

    async def close(self) -> None:
        for one in [self.lead, *self.people]:
            await one.close()


async def test_who_comes_as_the_board_leaves_memory_finds_the_one_board(restless: Server, strays: list[str]) -> None:
    crews = [Crew(restless) for _ in range(BOARDS)]
    for crew in crews:
        await crew.open()
    async with asyncio.TaskGroup() as coming:
        for crew in crews:
            for one in crew.people:
                coming.create_task(crew.comes_and_goes(one, max(1, VISITS // BOARDS // PEOPLE)))
    await eventually(lambda: not restless.rooms._open)
    assert not strays
    assert not restless.rooms._loading
    for crew in crews:
        assert (await crew.lead.command("open_phase", phase="reveal"))["answer"] == "ok"
        page = await crew.lead.open()
        assert sorted(page.root("ideas")) == sorted(idea.id for idea in crew.kept)
        await crew.close()


async def test_a_board_that_was_left_stays_for_a_moment_and_no_longer_than_minutes(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that reloads finds its board in memory; a board without pages is evicted."""
    for browser in group.browsers.values():
        await browser.close()
    open_now = group.server.rooms
    room = open_now._open[group.board]
    ahead = 0.0
    monkeypatch.setattr(registry, "steady", lambda: steady() + ahead)
    await eventually(lambda: open_now.is_idle(room) and not room.notices.pending)
    ahead = 10.0
    open_now.tend(room)
    assert await open_now.find(group.board) is room
    ahead += 600.0
    await eventually(lambda: group.board not in open_now._open)


async def test_a_command_for_a_board_that_left_memory_is_carried_out_by_the_open_one(group: Group) -> None:
    for browser in group.browsers.values():
        await browser.close()
    rooms = group.server.rooms
    left = rooms._open[group.board]
    rooms.evict(left)
    room = await rooms.find(group.board)
    assert room is not None
    command = parse_command(b'{"id": "1", "do": "change_settings", "question": "What is next?"}')
    assert not isinstance(command, Refused)
    answer = await rooms.command(left, Person(mint(), {Role.FACILITATOR: ""}), command)
    assert (answer.answer, room.board.meta.question) == ("ok", "What is next?")


async def test_many_who_come_at_once_load_a_board_once(
    restless: Server, strays: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    crew = Crew(restless)
    await crew.open()
    loads = 0

    async def counted(conn: AsyncConnection, *, board: str) -> Board | None:
        nonlocal loads
        loads += 1
        await passing(0.2)
        return await LOAD(conn, board=board)

    await eventually(lambda: not restless.rooms._open)
    monkeypatch.setattr(store, "load", counted)
    asked = [asyncio.create_task(restless.rooms.find(crew.lead.board)) for _ in range(20)]
    await eventually(lambda: loads)
    # The first request is cancelled; the others neither load the board again nor wait for ever.
    asked[0].cancel()
    found = await asyncio.gather(*asked[1:])
    assert len(set(map(id, found))) == loads == 1
    assert await restless.rooms.find("a board that never was") is None
    await crew.close()
