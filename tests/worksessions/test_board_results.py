"""What comes back from a board into its session: once, and whatever happens to either of them meanwhile."""

import json
import uuid

import pytest

from board.protocol.refusals import Refusal
from board.worksessions import SessionRooms
from tests.brainstorm.running import eventually
from tests.worksessions.boards import board_is, counted, decides, gathered, links, opens
from tests.worksessions.clients import ALL, Work
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


async def test_an_item_with_a_board_that_is_not_reached_is_planned_afresh(found: Work) -> None:
    asked = str(uuid.uuid4())
    await found.lead.tab.ok("ask_everybody", item=asked, question="Where?")
    await found.lead.tab.ok("end", verdict="another")
    following = str((await found.lead.tab.ok("open_next"))["worksession"])
    later = await found.lead.comes_to(following)
    assert "board" not in later.root("agenda")[asked]
    assert later.notice["you"]["boards"] == {}
    assert set(ALL) == set(found.document)
