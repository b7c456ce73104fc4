"""Deleting a board by its facilitator. Afterwards nothing of it is in any file."""

import asyncio
import json

import pytest

from board.brainstorm.commands.parsing import parse_command
from board.brainstorm.engine.room import Room
from board.brainstorm.phases import waiting_changes
from board.people import links
from board.people.cookie import Person
from board.protocol.commands import AddIdea
from board.protocol.refusals import Refusal
from board.protocol.roles import Role
from board.words import say
from tests.brainstorm.clients import draft, holds
from tests.brainstorm.database import rows
from tests.brainstorm.traces import counted, found, full
from tests.cast import QUESTION, Group, gather


async def remove(group: Group, name: str = "fay", decision: str = "delete") -> int:
    browser = group.browser(name)
    answer = await browser.http.delete(f"/api/boards/{group.board}?decision={decision}")
    return answer.status_code


async def test_after_a_deletion_no_text_of_it_is_left_in_any_file(group: Group) -> None:
    await full(group)
    written = {"covered idea 4725", "late idea 4719", "the reason 4724", "the decision 4720", QUESTION}
    # A text of which there is one copy may lie across two pages of the file.
    assert len(written.difference(found(group))) <= 1
    assert await remove(group) == 204
    await group.server.settled()
    assert found(group) == []
    assert counted(group) == {}


async def test_a_change_that_waits_is_deleted_with_its_board(group: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting_changes, "SHORTEST_WAIT", waiting_changes.LONGEST_WAIT)
    idea = (await group.writes(1))[0]
    await group.goes("reveal")
    await group.pia.ok("sign_idea", idea=idea.id, secret=idea.secret, name="Sina Waits 4727")
    assert counted(group)["waiting_changes"] == 1
    assert await remove(group) == 204
    await group.server.settled()
    assert counted(group) == {}
    assert not holds(group.server.stored(), "Sina Waits 4727")


async def test_a_frozen_board_goes_with_its_record_or_without(group: Group) -> None:
    await full(group)
    sha256 = (await group.fay.ok("freeze"))["decision"]
    assert await remove(group, decision="keep") == 204
    await group.server.settled()
    assert counted(group) == {"decisions": 1}
    assert {"late idea 4719", "covered idea 4725"}.isdisjoint(found(group))
    assert (await group.browser("sam").get(f"/decisions/{sha256}.json")).status_code == 200


async def test_a_record_that_is_deleted_with_its_board_is_gone_and_says_so(group: Group) -> None:
    await full(group)
    first = (await group.fay.ok("freeze"))["decision"]
    await group.fay.ok("correct")
    await group.fay.ok("write_decision", decision="another 4720", owner="Mara", shortlist=[])
    option = group.fay.meta("rounds")[0]["options"][0]["option"]
    await group.fay.ok("write_decision", decision="another 4726", owner="Mara", shortlist=[option])
    second = (await group.fay.ok("freeze"))["decision"]
    assert await remove(group) == 204
    await group.server.settled()
    assert found(group) == []
    assert not holds(group.server.stored(), "another 4726")
    assert counted(group) == {}
    for sha256 in (first, second):
        for ending in ("", ".json", ".md", ".csv", ".html"):
            answer = await group.browser("sam").get(f"/decisions/{sha256}{ending}")
            assert (answer.status_code, "It was deleted on" in answer.text) == (410, True)


async def test_everybody_is_told_and_nothing_leads_there_any_more(group: Group) -> None:
    await group.goes("diverge")
    await group.pia.write("an idea")
    assert await remove(group) == 204
    codes = await asyncio.gather(*(tab.closed() for tab in (group.fay, group.pia, group.ben, group.olu)))
    assert codes == [4406] * 4
    pia = group.browser("pia")
    page = await pia.get(f"/boards/{group.board}")
    assert (page.status_code, say(Refusal.BOARD_DELETED) in page.text) == (410, True)
    stranger = await group.browser("sam").get(f"/boards/{group.board}")
    assert (stranger.status_code, say(Refusal.NO_LINK) in stranger.text) == (404, True)
    for _ in range(20):
        for link in group.links.values():
            joined = await group.browser("sam").get(link.removeprefix(group.server.base))
            assert (joined.status_code, say(Refusal.BOARD_DELETED) in joined.text) == (410, True)
    unknown = await group.browser("sam").get("/join/" + links.mint())
    assert (unknown.status_code, say(Refusal.UNKNOWN_LINK) in unknown.text) == (404, True)
    assert (await pia.post(f"/api/boards/{group.board}/commands", json={"do": "freeze"})).status_code == 410
    assert await remove(group) == 410
    assert counted(group) == {}


async def test_of_a_deleted_board_the_hashes_of_its_links_stay_and_nothing_that_joins_them(group: Group) -> None:
    async with gather(group.server) as other:
        assert [await remove(one) for one in (group, other)] == [204, 204]
        await group.server.settled()
        tokens = [link.rpartition("/")[2] for one in (group, other) for link in one.links.values()]
        stored = group.server.stored()
        assert not any(holds(stored, text) for text in (*tokens, group.board, other.board))
    kept = rows(group.server.file, "SELECT * FROM deleted_links")
    assert kept == [(hashed,) for hashed in sorted(map(links.digest, tokens))]
    assert counted(group) == {}


async def test_only_a_facilitator_of_this_site_deletes_and_says_what_becomes_of_the_decision(group: Group) -> None:
    before = counted(group)
    assert [await remove(group, name) for name in ("pia", "ben", "olu", "sam")] == [403, 403, 403, 404]
    for query in ("", "?decision=", "?decision=maybe"):
        answer = await group.browser("fay").http.delete(f"/api/boards/{group.board}{query}")
        assert answer.status_code == 400, query
    for query in ("keep&decision=delete", "delete&decision=keep", "delete&decision=delete", "keep&x=1&x=1"):
        answer = await group.browser("fay").http.delete(f"/api/boards/{group.board}?decision={query}")
        assert (answer.status_code, answer.json()["code"]) == (422, Refusal.BAD_DELETION), query
    wrong = {"origin": "https://elsewhere.example"}
    answer = await group.browser("fay").http.delete(f"/api/boards/{group.board}?decision=delete", headers=wrong)
    assert answer.status_code == 403
    assert counted(group) == before


async def test_what_is_on_its_way_while_a_board_is_deleted_leaves_no_row(group: Group) -> None:
    await group.goes("diverge")
    writing = [asyncio.create_task(group.pia.do("add_idea", **one)) for one in ideas(40)]
    deleting = asyncio.create_task(remove(group))
    writing += [asyncio.create_task(group.ben.do("add_idea", **one)) for one in ideas(40)]
    assert await deleting == 204
    await group.server.settled()
    await asyncio.wait(writing, timeout=0.5)
    for task in writing:
        task.cancel()
    await asyncio.gather(*writing, return_exceptions=True)
    assert counted(group) == {}


async def about_to_write(group: Group) -> tuple[Room, Person, AddIdea]:
    """Somebody who was let in, and a command of theirs."""
    await group.goes("diverge")
    room = await group.room()
    person = next(one.person for one in room.connections if one.role is Role.PARTICIPANT)
    command = parse_command(json.dumps({"id": "late", "do": "add_idea", **ideas(1)[0]}))
    assert isinstance(command, AddIdea)
    return room, person, command


async def test_a_command_that_comes_when_the_board_is_gone_writes_nothing(group: Group) -> None:
    """Somebody was let in just before, and asks just after."""
    room, person, command = await about_to_write(group)
    assert await remove(group) == 204
    assert (await group.server.rooms.command(room, person, command)).answer == "refused"
    assert counted(group) == {}


async def test_a_command_that_was_queued_before_the_deletion_is_carried_out(group: Group) -> None:
    room, person, command = await about_to_write(group)
    rooms = group.server.rooms
    answer, gone = await asyncio.gather(rooms.command(room, person, command), rooms.delete(room, with_decisions=True))
    assert (answer.answer, gone) == ("ok", True)
    assert counted(group) == {}


def ideas(count: int) -> list[dict[str, str]]:
    return [{"idea": one.id, "text": one.text, "secret": one.secret} for one in map(draft, ["flying 4711"] * count)]


async def test_a_reveal_that_waits_is_answered_when_its_board_goes(group: Group) -> None:
    await group.goes("diverge")
    fay = group.browser("fay")
    path = f"/api/boards/{group.board}/commands"
    waiting = asyncio.create_task(fay.post(path, json={"id": "r", "do": "open_phase", "phase": "reveal"}))
    await group.pia.until(lambda tab: tab.notice["closing"])
    assert await remove(group) == 204
    async with asyncio.timeout(5):
        assert (await waiting).json()["answer"] == "refused"


async def test_boards_beside_it_stay(group: Group) -> None:
    async with gather(group.server) as other:
        await other.goes("diverge")
        await other.pia.write("the neighbour's idea")
        await full(group)
        assert await remove(group) == 204
        await other.pia.write("and another one")
        assert {row[0] for row in rows(group.server.file, "SELECT board FROM ideas")} == {other.board}
        assert rows(group.server.file, "SELECT id FROM boards") == [(other.board,)]
