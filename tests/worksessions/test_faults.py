"""What goes wrong while people work: each has a clear answer, and nothing is lost."""

import asyncio
import uuid

import pytest

from tests.brainstorm.clients import Browser
from tests.brainstorm.database import rows
from tests.cast import Group
from tests.worksessions.clients import Member, Work
from tests.worksessions.test_decision_page import Decided, decided
from tests.worksessions.test_goes_on import offered

__all__ = ["decided"]
pytestmark = pytest.mark.anyio
THOUGHT = "Ask the owners of the street"
CROWD = 50


async def thought(work: Work) -> str:
    parked = str(uuid.uuid4())
    await work.lead.tab.ok("park", parked=parked, text=THOUGHT)
    return parked


async def settled(work: Work, parked: str, way: str) -> None:
    await work.seen("parked", parked, **{"as": way})


async def test_two_people_settle_the_same_thought_as_a_task_and_it_is_one(running: Work) -> None:
    parked = await thought(running)
    await asyncio.gather(*(one.tab.ok("settle_parked", parked=parked, **{"as": "task"}) for one in running.members))
    await settled(running, parked, "task")
    assert [one["text"] for one in running.document["tasks"].values()] == [THOUGHT]


@pytest.mark.parametrize("way", ["next", "dropped"])
async def test_the_later_of_two_who_settle_a_thought_differently_is_right(running: Work, way: str) -> None:
    parked = await thought(running)
    await running.lead.tab.ok("settle_parked", parked=parked, **{"as": "task"})
    await running.members[1].tab.ok("settle_parked", parked=parked, **{"as": way})
    await settled(running, parked, way)
    assert not running.document["tasks"], "what goes to the next session, or away does not stay a task"


async def test_a_task_that_somebody_has_worked_on_stays_when_its_thought_is_dropped(running: Work) -> None:
    parked, ben = await thought(running), running.members[1]
    await running.lead.tab.ok("settle_parked", parked=parked, **{"as": "task"})
    await ben.tab.ok("edit_task", task=parked, owner={"person": ben.person})
    await running.lead.tab.ok("settle_parked", parked=parked, **{"as": "dropped"})
    await settled(running, parked, "dropped")
    assert running.document["tasks"][parked]["owner"] == {"person": ben.person}


async def test_a_lead_whose_laptop_dies_before_the_verdict_finds_it_given_and_leads_again(running: Work) -> None:
    ben = running.members[1]
    await running.lead.tab.close()
    await ben.tab.until(lambda tab: tab.notice["lead_gone"] is not None)
    running.server.clock.advance(150)
    await ben.tab.ok("take_lead")
    await ben.tab.ok("end", verdict="nearly", finisher=ben.person, by="2099-12-04")
    running.lead.tab = await running.lead.open()
    ending = (await running.until_meta(state="ended", acting=None))["ending"]
    assert (ending["verdict"], ending["finisher"]) == ("nearly", ben.person)
    await ben.tab.ok("finish")
    await running.lead.tab.ok("share", visibility="link")


async def test_a_recap_that_is_shared_twice_at_once_is_one_recap(running: Work) -> None:
    await running.lead.tab.ok("end", verdict="done")
    other = await running.lead.open()
    answers = await asyncio.gather(*(tab.ok("share", visibility="link") for tab in (running.lead.tab, other)))
    assert answers[0]["recap"] == answers[1]["recap"]
    assert len(rows(running.server.file, "SELECT sha256 FROM recaps")) == 1


async def test_fifty_people_join_by_the_same_link_within_a_second(decided: Decided) -> None:
    """They come from one address, as in an office."""
    group: Group = decided.group
    lead, tab = await decided.opens(group.browser("fay").http)
    link = str((await offered(group.pia))["join"])
    crowd = [Member(group.server.base) for _ in range(CROWD)]
    await asyncio.gather(*(one.joins(link, f"Person {at}") for at, one in enumerate(crowd)))
    assert len({one.person for one in crowd}) == CROWD
    await tab.until(lambda tab: len(tab.root("people")) == CROWD + 1)
    assert {one["name"] for one in tab.root("people").values()} >= {f"Person {at}" for at in range(CROWD)}
    everybody: list[Browser] = [lead, *crowd]
    for one in everybody:
        await one.close()
