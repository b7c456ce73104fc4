"""When a room broadcasts: many changes in one frame, without a noticeable wait or a delay of other boards."""

import asyncio
import itertools
import json
import uuid
from types import SimpleNamespace

import pytest

from board.brainstorm.commands.parsing import parse_command
from board.brainstorm.engine.jobs import CommandJob
from board.clock import steady
from board.live import heartbeat, journal
from board.live.commands import Answer
from board.live.jobs import ReadJob
from board.protocol.commands import BoardCommand
from board.protocol.roles import Role
from tests.brainstorm import wire
from tests.brainstorm.clients import draft
from tests.brainstorm.running import eventually
from tests.cast import Group, gather

FLOOD = 10_000


async def test_one_boards_flood_lets_the_others_through(group: Group) -> None:
    """The journal does not process a board's whole queue at once: a command for another board comes in between."""
    rooms = group.server.rooms
    async with gather(group.server) as other:
        flooded, beside = await rooms.find(group.board), await rooms.find(other.board)
        assert flooded is not None
        assert beside is not None
        await rooms.journal.drain()
        beside.inbox.free_at = 0.0
        seen: list[str] = []

        def see(_: object) -> None:
            if not seen:
                rooms.journal.submit(ReadJob(beside, lambda _: seen.append("beside")))
            seen.append("flood")

        for _ in range(FLOOD):
            rooms.journal.submit(ReadJob(flooded, see))
        await eventually(lambda: len(seen) == FLOOD + 1)
        assert seen[-1] == "flood", "whoever is beside waits for a part of it, not for all"


async def test_changes_of_one_moment_leave_in_one_frame(group: Group) -> None:
    await group.goes("cluster")
    rooms = group.server.rooms
    room = await rooms.find(group.board)
    assert room is not None
    person = next(one.person for one in room.connections if one.role is Role.PARTICIPANT)
    await rooms.journal.drain()
    before = len(group.olu.frames)
    answers: list[Answer] = []
    for number in range(50):
        named = {"do": "name_cluster", "cluster": str(uuid.uuid4()), "name": f"group {number}"}
        rooms.journal.submit(CommandJob(room, person, command(named), answers.append))
    await group.olu.until(lambda tab: len(tab.root("clusters")) == 50)
    assert [one.answer for one in answers] == ["ok"] * 50
    assert sum(frame[0] == wire.SYNC for frame in group.olu.frames[before:]) == 1


async def test_the_next_change_waits_the_longer_the_more_one_costs_and_never_so_long_that_one_sees_it(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    await group.goes("diverge")
    cheap, dear, dearest = [await wait_after_a_change_of(cost, group, monkeypatch) for cost in (0.0, 0.0025, 100.0)]
    assert 0.01 < cheap < dear < dearest < 0.1


async def test_counts_are_told_soon_and_not_with_every_idea(group: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the server would send each person a frame for each idea of a crowd."""
    await group.goes("diverge")
    began, since = steady(), group.server.clock.now()
    passed = 5.0
    monkeypatch.setattr(heartbeat, "steady", lambda: began + passed)
    monkeypatch.setattr(group.server.clock, "now", lambda: since + passed)
    await group.pia.write("the first")
    await group.olu.until(lambda tab: tab.notice["counts"]["ideas"] == 1)
    told = len(group.olu.notices)
    for number in range(20):
        passed += 0.01
        await group.pia.write(f"the next {number}")
    assert len(group.olu.notices) == told
    passed += 1.0
    await group.olu.until(lambda tab: tab.notice["counts"]["ideas"] == 21, within=8)
    assert len(group.olu.notices) == told + 1


async def wait_after_a_change_of(cost: float, group: Group, monkeypatch: pytest.MonkeyPatch) -> float:
    """For how many seconds the next change has to wait when storing and telling one took so many."""
    rooms, loop = group.server.rooms, asyncio.get_running_loop()
    room = await rooms.find(group.board)
    assert room is not None
    person = next(one.person for one in room.connections if one.role is Role.PARTICIPANT)
    await rooms.journal.drain()
    clock = itertools.count()
    monkeypatch.setattr(journal, "time", SimpleNamespace(perf_counter=lambda: next(clock) * cost))
    waits: asyncio.Future[float] = loop.create_future()
    idea = draft(f"a change that takes {cost:g} s")
    added = command({"do": "add_idea", "idea": idea.id, "text": idea.text, "secret": idea.secret})
    # The answer follows in the same step as the broadcast of the change.
    rooms.journal.submit(CommandJob(room, person, added, lambda _: waits.set_result(room.inbox.free_at - loop.time())))
    return await waits


def command(fields: dict[str, str]) -> BoardCommand:
    parsed = parse_command(json.dumps({"id": "1"} | fields))
    assert isinstance(parsed, BoardCommand)
    return parsed
