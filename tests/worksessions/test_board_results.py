"""What comes back from a board into its session: once, and whatever happens to either of them meanwhile."""

import json
import uuid
from pathlib import Path

import pytest

from board.brainstorm import Board, NewBoard, prepare_board
from board.protocol.refusals import Refusal
from board.worksessions import SessionRooms
from board.worksessions.engine.jobs import BoardsJob
from board.worksessions.state.boards import Opening
from tests.brainstorm.database import rows
from tests.brainstorm.running import MovableClock, eventually, serving
from tests.worksessions.boards import board_is, comes, counted, decides, gathered, given, links, opens
from tests.worksessions.clients import ALL, Member, Work, session
from tests.worksessions.test_boards import found

__all__ = ["found"]
pytestmark = pytest.mark.anyio

HEAD = "Decided on the board: "


async def looked(work: Work) -> None:
    """Waits until the session has looked at its boards."""
    rooms: SessionRooms = work.server.provided("session_rooms")
    room = await rooms.find(work.id)
    assert room is not None
    await eventually(lambda: room.look_at is None and room.id not in rooms._looking and room.inbox.queued == 0)


async def test_a_decision_stands_in_the_session_once(found: Work) -> None:
    item = found.order[0]
    await found.lead.tab.ok("append_text", line=str(uuid.uuid4()), text="Before")
    await opens(found, item)
    async with gathered(found, item) as group:
        await group.fay.ok("change_settings", question="What do we build?")
        await counted(group)
        digest = await decides(group, "We build\na bridge")
        assert await board_is(found, item, "decided") == {"state": "decided", "decision": digest, "asks": False}
        (agreement,) = found.document["agreements"].values()
        assert {name: agreement[name] for name in ("text", "why", "owner", "open", "by", "agreed", "board")} == {
            "text": "We build\na bridge",
            "why": "It lasts longest",
            "owner": {"words": "Mara"},
            "open": False,
            "by": "board",
            "agreed": True,
            "board": item,
        }
        assert agreement["decision"] == digest
        line = f"{HEAD}We build a bridge (because It lasts longest)"
        assert (await found.text()).endswith(f"Before\n\n{line}\n")
        for idea in group.pia.root("ideas").values():
            assert idea not in json.dumps(found.document) + await found.text()
        # Corrected, it does not come twice.
        await group.fay.ok("correct")
        await decides(group, "We build two bridges")
        await looked(found)
    await found.lead.tab.ok("next_item", **{"from": item})
    await looked(found)
    assert len(found.document["agreements"]) == 1
    assert (await found.text()).count(HEAD) == 1
    assert "Decided on a board:** We build" in (await found.lead.export("md")).text
    await found.lead.tab.ok("end", verdict="done")
    recap = (await found.lead.tab.ok("share", visibility="link"))["recap"]
    told = (await found.lead.get(f"/recaps/{recap}.json")).json()
    assert told["decisions"] == [{"sha256": digest, "question": "What do we build?", "decision": "We build\na bridge"}]
    assert told["agreements"] == []
    assert f'href="/decisions/{digest}"' in (await found.lead.get(f"/recaps/{recap}")).text


async def test_a_recommendation_comes_back_in_its_own_words(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    async with gathered(found, item) as group:
        await counted(group)
        await decides(group, "", outcome="recommended", decide_by="2026-12-04")
    await board_is(found, item, "decided")
    (agreement,) = found.document["agreements"].values()
    assert "recommends 1 of 6 options" in agreement["text"]
    assert HEAD + "The group recommends" in await found.text()


async def test_a_count_comes_back_when_the_item_ends_and_a_decision_later(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    async with gathered(found, item) as group:
        await counted(group, 7)
        await looked(found)
        assert found.document["agreements"] == {}, "they may still decide"
        await found.lead.tab.ok("next_item", **{"from": item})
        await board_is(found, item, "counted")
        (agreement,) = found.document["agreements"].values()
        names = [option["name"] for option in group.fay.meta("rounds")[0]["options"]]
        tally = [(names[n], line["dots"]) for n, line in enumerate(group.fay.meta("rounds")[0]["tally"])]
        assert agreement["text"].endswith(" · 2 more")
        assert agreement["text"].count("dot") == 5
        assert f"{tally[0][0]} (3 dots)" in agreement["text"]
        assert (agreement["agreed"], agreement["by"], "decision" in agreement) == (None, "board", False)
        assert f"nothing decided: {agreement['text']}\n" in await found.text()
        assert links(found.members[1], item), "they may go on there"
        digest = await decides(group)
        assert (await board_is(found, item, "decided"))["decision"] == digest
        assert len(found.document["agreements"]) == 2
        assert (await found.text()).count(HEAD) == 1


async def test_an_item_that_runs_again_after_its_count_is_silent_again(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    async with gathered(found, item) as group:
        await counted(group)
        await found.lead.tab.ok("next_item", **{"from": item})
        await board_is(found, item, "counted")
        await found.lead.tab.ok("undo_clock")
        await found.lead.tab.until(lambda tab: tab.notice["here"] is None)
        assert (await found.members[1].tab.do("stuck", stuck=True))["code"] == Refusal.BOARD_OPEN
        await found.lead.tab.ok("next_item", **{"from": item})
        await looked(found)
        assert len(found.document["agreements"]) == 1


async def test_a_vote_that_nobody_closed_brings_nothing(found: Work) -> None:
    item = found.order[0]
    before = await found.text()
    await opens(found, item)
    async with gathered(found, item) as group:
        await group.writes(3)
        await group.goes("vote")
        await group.votes([(tab, group.options()[:1]) for tab in group.voters])
        await found.lead.tab.ok("next_item", **{"from": item})
        await looked(found)
        assert (await board_is(found, item, "open"))["decision"] is None
    assert (found.document["agreements"], await found.text()) == ({}, before)


async def test_a_question_that_is_left_out_brings_its_count(found: Work) -> None:
    asked = str(uuid.uuid4())
    await found.lead.tab.ok("ask_everybody", item=asked, question="Where?")
    async with gathered(found, asked) as group:
        await counted(group)
        await found.lead.tab.ok("extend", seconds=60, **{"from": {"skip": asked}})
        await board_is(found, asked, "counted")


async def test_a_count_comes_back_at_the_end_and_the_recap_has_the_text(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    async with gathered(found, item) as group:
        await counted(group)
        await found.lead.tab.ok("end", verdict="another")
        await board_is(found, item, "counted")
        versions = found.document["meta"]["versions"]
        kept = (await found.lead.get(f"/api/worksessions/{found.id}/versions/{versions[-1]['number']}")).text
        assert kept == await found.text()
        await found.lead.tab.ok("share", visibility="link")
        digest = await decides(group)
        await looked(found)
        assert (await board_is(found, item, "counted"))["decision"] is None, "what is shared stays as it is"
        await found.lead.tab.ok("correct")
        assert (await board_is(found, item, "decided"))["decision"] == digest


async def test_what_the_facilitator_hid_stays_hidden(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    async with gathered(found, item) as group:
        first, *_ = await counted(group)
        text = group.fay.root("ideas")[first]
        await group.fay.ok("hide_idea", idea=first, hidden=True)
        await found.lead.tab.ok("next_item", **{"from": item})
        await board_is(found, item, "counted")
    assert text not in await found.text()
    assert text not in json.dumps(found.document)


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


async def test_new_links_move_those_of_the_boards_with_them(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    async with gathered(found, item) as group:
        old = await given(found.members[1], item)
        await group.goes("diverge")
        idea = await group.pia.write("hers 8101")
        new = (await found.lead.tab.ok("renew_links", which=["join"]))["links"]
        assert await group.pia.closed() == 4404
        assert not group.fay.gone, "the lead's link is the same"
        answer = await group.sam.get(old["take_part"])
        assert answer.status_code == 410
        assert (await group.browser("pia").get(f"/boards/{group.board}")).status_code == 404
        await found.members[1].follow(f"/join/{new['join']}")
        found.members[1].tab = await found.members[1].open()
        told = await given(found.members[1], item)
        assert told["take_part"] != old["take_part"]
        pia = await comes(found.members[1], item)
        page = await pia.open()
        await page.ok("edit_idea", idea=idea.id, text="still hers 8101", secret=idea.secret)
        assert rows(found.server.file, "SELECT count(*) FROM seats")[0] == (3,), "she has the same seat"
        assert (await given(found.lead, item))["take_part"] == told["take_part"]
        await page.close()


async def test_a_new_link_for_the_lead_moves_the_facilitators_too(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    fay = await comes(found.lead, item)
    page, old = await fay.open(), links(found.lead, item)
    new = (await found.lead.tab.ok("renew_links", which=["lead"]))["links"]
    assert await page.closed() == 4404
    assert (await fay.get(old["lead"])).status_code == 410
    await found.lead.follow(f"/join/{new['lead']}")
    found.lead.tab = await found.lead.open()
    again = await comes(found.lead, item)
    assert (await again.boot())["role"] == "facilitate"


async def test_an_open_session_of_the_chain_knows_the_new_links_of_its_boards(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    await found.lead.tab.ok("end", verdict="another")
    following = str((await found.lead.tab.ok("open_next"))["worksession"])
    later = await found.lead.comes_to(following)
    old = links(found.lead, item)
    await later.ok("renew_links", which=["join"])
    await found.lead.tab.until(lambda tab: tab.notice["you"]["boards"][item]["take_part"] != old["take_part"])
    assert (await (await comes(found.lead, item)).boot())["role"] == "facilitate"


async def test_an_item_with_a_board_that_is_not_reached_is_planned_afresh(found: Work) -> None:
    asked = str(uuid.uuid4())
    await found.lead.tab.ok("ask_everybody", item=asked, question="Where?")
    await found.lead.tab.ok("end", verdict="another")
    following = str((await found.lead.tab.ok("open_next"))["worksession"])
    later = await found.lead.comes_to(following)
    assert "board" not in later.root("agenda")[asked]
    assert later.notice["you"]["boards"] == {}
    assert set(ALL) == set(found.document)


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
