"""From one session to the next of its chain."""

import asyncio
import uuid

import pytest

from board.protocol.refusals import Refusal
from board.worksessions.state.session import REMOVED
from tests.brainstorm.database import rows
from tests.worksessions.chains import after_the_end, visit
from tests.worksessions.clients import Work

pytestmark = pytest.mark.anyio


async def test_what_is_left_goes_on_in_the_next_session(running: Work) -> None:
    lead = running.lead.tab
    done, left, thought = (str(uuid.uuid4()) for _ in range(3))
    await lead.ok("add_task", task=done, text="ask the mayor")
    await lead.ok("add_task", task=left, text="print it", owner={"words": "Olga"}, when="Friday")
    await lead.ok("set_task", task=done, state="done")
    await lead.ok("park", parked=thought, text="a second brief")
    met, unmet = sorted(lead.root("conditions"), key=lambda id: str(lead.root("conditions")[id]["rank"]))
    await lead.ok("tick_condition", condition=met, met=True)
    await running.until_meta()
    before = running.document
    id = await after_the_end(running)
    after = await visit(running, id)
    meta = after["meta"]
    assert (meta["before"], meta["next"], meta["state"]) == (running.id, None, "plan")
    assert meta["before_at"] == running.lead.tab.meta("ending")["at"]
    assert meta["contract"] == before["meta"]["contract"]
    assert set(after["conditions"]) == {unmet}
    assert after["tasks"] == {left: before["tasks"][left] | {"from": running.id}}
    assert set(after["parked"]) == {thought}
    assert (meta["text_digest"], meta["headings"]) == (before["meta"]["text_digest"], before["meta"]["headings"])
    assert [(one["number"], one["reason"]) for one in meta["versions"]] == [(0, "next")]
    assert (await running.until_meta(next=id))["state"] == "ended"


async def test_people_are_the_same_and_what_they_did_stays_behind(running: Work) -> None:
    ben = running.members[1]
    await ben.tab.ok("set_goal", goal="the figures", reach="a chart")
    await ben.tab.ok("take", item=running.order[0])
    await ben.tab.ok("stuck", stuck=True, note="no figures")
    await ben.tab.ok("report_goal", outcome="nearly", note="so close")
    await running.lead.tab.ok("assign", person=ben.person, decider=True)
    id = await after_the_end(running)
    people = (await visit(running, id))["people"]
    same = {"name": "Ben", "role": "member", "decider": True, "goal": None, "reach": None, "outcome": None}
    assert people[ben.person].items() >= same.items()
    assert people[ben.person].items() >= {"taken": None, "note": None, "stuck": None, "shown": False}.items()
    assert people[running.lead.person].items() >= {"name": "Ana", "role": "lead"}.items()
    page = await ben.comes_to(id)
    assert page.notice["you"]["person"] == ben.person, "the seat is the same: nobody joins a second time"


async def test_items_that_were_not_reached_stand_before_the_last(running: Work) -> None:
    extra = str(uuid.uuid4())
    await running.lead.tab.ok("add_item", item=extra, title="Figures", minutes=10)
    await running.lead.tab.ok("next_item", **{"from": running.order[0]})
    id = await after_the_end(running)
    agenda = (await visit(running, id))["agenda"]
    order = sorted(agenda, key=lambda item: str(agenda[item]["rank"]))
    titles = [agenda[item]["title"] for item in order]
    assert titles == ["Agree", "Draft", "Break", "Review", "Figures", "Finish"], "what is proposed is not there twice"
    assert order[-2] == extra
    assert agenda[extra]["spent"] is None


async def test_a_second_one_answers_with_the_same_session(running: Work) -> None:
    id = await after_the_end(running)
    answers = await asyncio.gather(*(running.lead.tab.ok("open_next") for _ in range(3)))
    assert {answer["worksession"] for answer in answers} == {id}
    assert id == f"{running.id.rpartition('-')[0]}-2"


async def test_two_presses_at_once_open_one_session(running: Work) -> None:
    await running.lead.tab.ok("end", verdict="another")
    pages = (running.lead.tab, await running.lead.open())
    answers = await asyncio.gather(*(tab.ok("open_next", starts=at) for at, tab in enumerate(pages)))
    assert len({answer["worksession"] for answer in answers}) == 1


async def test_the_links_lead_to_the_newest_session(running: Work) -> None:
    id = await after_the_end(running)
    for link in ("lead", "join", "read"):
        answer = await running.lead.get(running.links[link])
        assert answer.headers["location"] == f"/worksessions/{id}", link


async def test_a_task_has_one_home_in_the_whole_chain(running: Work) -> None:
    task = str(uuid.uuid4())
    await running.lead.tab.ok("add_task", task=task, text="print it")
    id = await after_the_end(running)
    for do, fields in (("set_task", {"state": "done"}), ("edit_task", {"text": "print two"})):
        assert (await running.lead.tab.do(do, task=task, **fields))["code"] == Refusal.TASKS_MOVED
    page = await running.lead.comes_to(id)
    await page.ok("set_task", task=task, state="done")
    assert running.lead.tab.root("tasks")[task]["state"] == "open", "as it stood at the end"


async def test_somebody_who_was_removed_stays_out_of_the_next_session(running: Work) -> None:
    ben = running.members[1]
    await running.lead.tab.ok("remove", person=ben.person)
    await ben.tab.closed()
    id = await after_the_end(running)
    answer = await ben.post(f"/api/worksessions/{id}/commands", json={"id": "1", "do": "join", "name": "Ben"})
    assert (answer.status_code, answer.json()["code"]) == (200, Refusal.REMOVED)
    assert (await visit(running, id))["people"][ben.person]["removed"] is True
    # A server that starts again reads one session alone.
    await running.server.settled()
    seats = rows(running.server.file, "SELECT session, person FROM session_seats")
    assert (id, REMOVED) in [tuple(one) for one in seats]


async def test_only_the_lead_opens_the_next_session_and_only_after_the_end(running: Work) -> None:
    ben = running.members[1]
    assert (await running.lead.tab.do("open_next"))["code"] == Refusal.NOT_IN_STATE
    await running.lead.tab.ok("end", verdict="done")
    assert (await ben.tab.do("open_next"))["code"] == Refusal.ONLY_LEAD
