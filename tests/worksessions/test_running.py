"""The clock of a session over the wire."""

import asyncio
import uuid

import pytest

from board.protocol.worksession.document import SessionMeta
from tests.brainstorm.wire import NOTICE
from tests.worksessions.clients import Work

pytestmark = pytest.mark.anyio


async def test_the_first_item_runs_after_the_start(running: Work) -> None:
    meta = await running.until_meta(state="running")
    assert meta["clock"]["item"] == running.order[0]
    assert meta["clock"]["act"] is None


async def test_one_item_moves_when_two_people_press_at_once(running: Work) -> None:
    first, second, *_ = running.order
    ben = running.members[1]
    answers = await asyncio.gather(*(one.tab.do("next_item", **{"from": first}) for one in (running.lead, ben)))
    assert [answer["answer"] for answer in answers] == ["ok", "ok"]
    meta = await running.until_meta()
    assert meta["clock"]["item"] == second


async def test_an_act_is_shown_with_the_name_and_can_be_undone(running: Work) -> None:
    first, second, *_ = running.order
    ben = running.members[1]
    before = running.lead.tab.root("agenda")
    await ben.tab.ok("extend", seconds=300, **{"from": second})
    assert (await running.seen("agenda", first, extra=300))["minutes"] == before[first]["minutes"]
    await running.seen("agenda", second, extra=-300)
    assert (await running.until_meta())["clock"]["act"]["person"] == ben.person
    await running.lead.tab.ok("undo_clock")
    await running.seen("agenda", second, extra=0)
    assert running.lead.tab.root("agenda") == before


async def test_nothing_can_be_undone_after_ten_seconds(running: Work) -> None:
    await running.lead.tab.ok("pause", paused=True)
    running.server.clock.advance(11)
    assert (await running.lead.tab.do("undo_clock"))["code"] == "nothing_to_undo"


async def test_the_lead_can_take_the_clock(running: Work) -> None:
    await running.lead.tab.ok("set_clock", clock="lead")
    refused = await running.members[1].tab.do("pause", paused=True)
    assert refused["code"] == "lead_runs_the_clock"


async def test_pages_find_every_field_of_a_new_session(work: Work) -> None:
    assert set(work.lead.tab.root("meta")) == set(SessionMeta.__struct_fields__)


async def test_a_change_of_the_document_alone_brings_no_notice(running: Work) -> None:
    ben, task = running.members[1].tab, str(uuid.uuid4())
    await ben.ok("add_task", task=task, text="Ask for prices")
    # A notice of who is here may have been due until then.
    await ben.until(lambda tab: tab.notice["present"] == 2)
    before = len(ben.frames)
    await ben.ok("edit_task", task=task, text="Ask two for prices")
    await ben.until(lambda tab: tab.root("tasks")[task]["text"] == "Ask two for prices")
    assert NOTICE not in [frame[0] for frame in ben.frames[before:]]
