"""An exhausted shared limit, over HTTP and over the socket, for newcomers, and after a restart."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from board.live.transport.close_codes import Close
from board.protocol.refusals import Refusal
from board.words import say
from tests.brainstorm.clients import Browser, Tab, draft
from tests.brainstorm.in_memory import new
from tests.brainstorm.running import MovableClock, serving
from tests.cast import Group, gather


def no_room(what: str, part: str, limit: int) -> dict[str, Any]:
    return {"what": what, "part": part, "limit": limit}


async def add(person: Browser, text: str = "one more") -> httpx.Response:
    idea = draft(text)
    fields = {"id": "7", "do": "add_idea", "idea": idea.id, "text": idea.text, "secret": idea.secret}
    return await person.post(f"/api/boards/{person.board}/commands", json=fields)


async def writes_until_refused(person: Browser) -> tuple[int, httpx.Response]:
    for count in range(100):
        if (answer := await add(person)).json()["answer"] == "refused":
            return count, answer
    raise AssertionError


async def refusal(tab: Tab, do: str, **fields: object) -> dict[str, Any]:
    answer = await tab.do(do, **fields)
    assert answer["answer"] == "refused", answer
    return dict(answer["params"])


@pytest.mark.usefixtures("front_end")
async def test_ideas_are_refused_with_429_and_the_answer(database: Path, clock: MovableClock) -> None:
    async with serving(database, clock, ideas_per_board=20) as server, gather(server) as group:
        await group.goes("diverge")
        count, answer = await writes_until_refused(group.browser("pia"))
        assert (count, answer.status_code) == (5, 429)
        share, told = no_room("ideas", "share", 20), answer.json()
        assert told.pop("why") == say(Refusal.NO_ROOM, **share)
        assert told == {"id": "7", "answer": "refused", "code": "no_room", "params": share}
        idea = draft("over the socket")
        fields = {"idea": idea.id, "text": idea.text, "secret": idea.secret}
        assert await refusal(group.pia, "add_idea", **fields) == share
        for name in ("ben", "one", "two"):
            person = await group.newcomer() if name != "ben" else group.browser("ben")
            count, answer = await writes_until_refused(person)
        assert (count, answer.json()["params"]) == (1, no_room("ideas", "reserve", 20))
        count, answer = await writes_until_refused(group.browser("fay"))
        assert (count, answer.status_code, answer.json()["params"]) == (4, 429, no_room("ideas", "limit", 20))


@pytest.mark.usefixtures("front_end")
async def test_a_restart_forgets_nothing_that_all_have_used(database: Path, clock: MovableClock) -> None:
    limits: dict[str, Any] = {"ideas_per_board": 12, "merge_bytes_per_board": 2000}
    async with serving(database, clock, **limits) as server, gather(server) as group:
        ideas = [idea.id for idea in await group.writes(3)]
        board, link = group.board, httpx.URL(group.links["participate"]).path
        await group.goes("cluster")
        group_id = new()
        for _ in range(2):
            await group.fay.ok("merge", merge=new(), into=group_id, **{"from": ideas})
        for _ in range(2):
            assert (await add(group.browser("ben"))).json()["answer"] == "late"
        used = (await group.room()).board.merge_bytes
        assert used > 400
    async with serving(database, clock, **limits) as server:
        room = await server.rooms.find(board)
        assert room is not None
        assert room.board.merge_bytes == used
        people = [Browser(server.base) for _ in range(4)]
        for person in people:
            await person.follow(link)
        # Ten of twelve ideas are for participants, and five are there.
        assert [(await writes_until_refused(person))[0] for person in people] == [3, 2, 0, 0]
        pages = [await person.open() for person in people]
        done = [
            [(await page.do("merge", merge=new(), into=group_id, **{"from": ideas}))["answer"] for _ in range(9)]
            for page in pages
        ]
        assert sum(one.count("ok") for one in done) * 100 < 1600 - used
        for person in people:
            await person.close()


async def test_the_facilitator_still_makes_merges_when_participants_cannot(group: Group) -> None:
    committer = group.server.rooms.committer
    committer._limits = replace(committer._limits, merges=10)
    ideas = [idea.id for idea in await group.writes(4)]
    await group.goes("cluster")
    into = new()

    async def merges(tab: Tab) -> tuple[int, Any]:
        for count in range(100):
            answer = await tab.do("merge", merge=new(), into=into, **{"from": ideas})
            if answer["answer"] == "refused":
                return count, answer["params"]
        raise AssertionError

    (more,) = await group.joins(1)
    assert [(await merges(tab))[0] for tab in (group.pia, group.ben, more)] == [3, 3, 2]
    assert await merges(group.fay) == (2, no_room("merges", "limit", 10))
    await group.pia.ok("place_idea", idea=ideas[0], cluster=None)
    await group.pia.ok("undo_merge", merge=next(iter(group.pia.root("merges"))))
    await group.fay.ok("merge", merge=new(), into=into, **{"from": ideas})


@pytest.mark.usefixtures("front_end")
async def test_a_board_takes_so_many_people(database: Path, clock: MovableClock) -> None:
    async with serving(database, clock, people_per_board=5) as server, gather(server) as group:
        await group.joins(2)
        late = await group.newcomer()
        assert await Tab(await late.dial()).closed() == Close.FULL
        await group.goes("diverge")
        answer = await add(late)
        assert (answer.status_code, answer.json()["params"]) == (429, no_room("people", "reserve", 5))
        assert (await add(group.browser("ben"))).json()["answer"] == "ok"
        assert (await add(group.browser("fay"))).json()["answer"] == "ok"
        assert len((await group.room()).board.seats) == 5
