"""A board inside a session, whatever is deleted, lost or cannot be stored: nothing of the session is lost by it."""

import uuid
from pathlib import Path

import pytest

from board.brainstorm import Board, NewBoard, prepare_board
from board.worksessions import SessionRooms
from board.worksessions.engine.jobs import BoardsJob
from board.worksessions.state.boards import Opening
from tests.brainstorm.database import rows
from tests.brainstorm.running import MovableClock, eventually, serving
from tests.worksessions.boards import board_is, comes, counted, decides, gathered, given, opens
from tests.worksessions.clients import Member, Work, session
from tests.worksessions.test_board_results import HEAD, looked
from tests.worksessions.test_boards import found

__all__ = ["found"]
pytestmark = pytest.mark.anyio


async def test_a_board_that_is_deleted_opens_the_text_again(found: Work) -> None:
    item, ben = found.order[0], found.members[1]
    before = await found.text()
    await opens(found, item)
    fay = await comes(found.lead, item)
    await given(ben, item)
    assert (await fay.http.delete(f"/api/boards/{fay.board}?decision=keep")).status_code == 204
    await board_is(found, item, "gone")
    await ben.tab.until(lambda tab: tab.notice["you"]["boards"] == {} and tab.notice["here"] is not None)
    await ben.tab.ok("append_text", line=str(uuid.uuid4()), text="We go on")
    assert rows(found.server.file, "SELECT * FROM session_boards") == []
    assert (await found.text()).startswith(before.rstrip())
    await found.lead.tab.ok("open_board", item=item)
    await board_is(found, item, "open")


async def test_a_board_that_is_deleted_after_its_decision_leaves_it_where_it_is(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    async with gathered(found, item) as group:
        await counted(group)
        digest = await decides(group)
        await board_is(found, item, "decided")
        address = f"/api/boards/{group.board}?decision=delete"
        assert (await group.browser("fay").http.delete(address)).status_code == 204
        await found.members[1].tab.until(lambda tab: tab.notice["you"]["boards"] == {})
    assert (await board_is(found, item, "decided"))["decision"] == digest
    assert len(found.document["agreements"]) == 1
    assert (await found.lead.get(f"/decisions/{digest}")).status_code == 410


async def test_the_board_of_a_deleted_session_is_a_board_as_any_other(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    async with gathered(found, item) as group:
        await group.writes(2)
        await found.lead.tab.ok("delete")
        assert rows(found.server.file, "SELECT * FROM session_boards") == []
        await group.goes("decide")
        await decides(group)
        assert (await group.browser("pia").boot())["role"] == "participate"


async def test_a_lost_event_is_made_up_for_when_the_item_ends(found: Work) -> None:
    item = found.order[0]
    found.server.rooms.followers.clear()
    await opens(found, item)
    async with gathered(found, item) as group:
        await counted(group)
        digest = await decides(group)
        await looked(found)
        assert (await board_is(found, item, "open"))["decision"] is None
        await found.lead.tab.ok("next_item", **{"from": item})
        assert (await board_is(found, item, "decided"))["decision"] == digest


async def test_a_restart_between_the_freeze_and_the_session_loses_nothing(
    database: Path, clock: MovableClock, front_end: Path
) -> None:
    async with serving(database, clock) as server, session(server, kind="brainstorming") as work:
        await work.comes("Ben")
        await work.comes("Cleo")
        await work.lead.tab.ok("start")
        item = work.order[0]
        server.rooms.followers.clear()
        await opens(work, item)
        async with gathered(work, item) as group:
            await counted(group)
            digest = await decides(group)
        cookies = dict(work.lead.http.cookies)
        assert (await board_is(work, item, "open"))["decision"] is None
    for _ in range(2):
        async with serving(database, clock) as server:
            lead = Member(server.base)
            lead.http.cookies.update(cookies)
            lead.board = work.id
            tab = await lead.open()
            await tab.until(lambda tab: tab.root("agenda")[item]["board"]["decision"] == digest)
            assert len(tab.root("agreements")) == 1
            text = (await lead.export("json")).json()["text"]
            assert text.count(HEAD) == 1
            await lead.close()


async def test_a_storage_fault_is_looked_at_again(found: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    item = found.order[0]
    await opens(found, item)
    rooms: SessionRooms = found.server.provided("session_rooms")
    room = await rooms.find(found.id)
    assert room is not None
    failed: list[str] = []
    monkeypatch.setattr("board.worksessions.engine.rooms.LOOK_AGAIN", 0.05)

    async def fails(one: object) -> dict[str, object]:
        failed.append(room.id)
        raise OSError

    async with gathered(found, item) as group:
        await counted(group)
        with monkeypatch.context() as patched:
            patched.setattr(rooms, "_seen", fails)
            digest = await decides(group)
            await eventually(lambda: len(failed) > 5)
        assert (await board_is(found, item, "decided"))["decision"] == digest


async def test_a_board_that_is_not_stored_yet_is_not_taken_for_a_deleted_one(found: Work) -> None:
    item = found.order[0]
    rooms: SessionRooms = found.server.provided("session_rooms")
    room = await rooms.find(found.id)
    assert room is not None
    board = prepare_board(NewBoard(question="Where?"), found.server.clock.now())
    assert isinstance(board, Board)
    await opens(found, item)
    room.session.boards.open(Opening(found.order[1], board, "facilitates", "takes part"))
    assert set(await rooms._seen(room)) == {item}
    room.session.boards.opening = []
    assert (await rooms._seen(room))[found.order[1]].outcome.exists is False, "this one was never stored"
    room.session.boards.let_go(found.order[1])


async def test_what_comes_back_while_nothing_can_be_stored_waits(found: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    item = found.order[0]
    await opens(found, item)
    monkeypatch.setattr("board.worksessions.engine.jobs.LOOK_AGAIN", 0.05)
    rooms: SessionRooms = found.server.provided("session_rooms")
    room = await rooms.find(found.id)
    assert room is not None
    found.server.rooms.followers.clear()
    async with gathered(found, item) as group:
        await counted(group)
        digest = await decides(group)
        seen = await rooms._seen(room)
        rooms.journal.storage.fail()
        rooms.journal.submit(BoardsJob(room, seen))
        await eventually(lambda: room.owes_look)
        assert (await board_is(found, item, "open"))["decision"] is None
        assert (await board_is(found, item, "decided"))["decision"] == digest


async def test_a_session_goes_on_whose_decision_is_deleted(found: Work) -> None:
    """The link of a session that began with a decision says that it was deleted."""
    item = found.order[0]
    await opens(found, item)
    async with gathered(found, item) as group:
        await counted(group)
        digest = await decides(group)
        opened = (await found.lead.post(f"/api/decisions/{digest}/worksessions", json={})).json()
        lead = Member(found.server.base)
        found.members.append(lead)
        tab = await lead.joins(opened["links"]["lead"], "Ana")
        await tab.ok("start")
        address = f"/api/boards/{group.board}?decision=delete"
        assert (await group.browser("fay").http.delete(address)).status_code == 204
        await tab.ok("append_text", line=str(uuid.uuid4()), text="We go on")
        assert tab.root("meta")["decision"] == digest
        answer = await lead.get(f"/decisions/{digest}")
        assert answer.status_code == 410
        assert "deleted" in answer.text
