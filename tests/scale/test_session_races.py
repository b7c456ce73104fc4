"""Commands in a session that race over two processes: each counts once or not at all, and every replica is equal."""

import asyncio
import contextlib
import itertools
import uuid
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import pytest

from tests.brainstorm.clients import Tab
from tests.brainstorm.wire import Json
from tests.scale.racing import LONGEST, Person, Race
from tests.scale.visits import Visits
from tests.worksessions.clients import ARTIFACT, Member

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(LONGEST)]

NAMES = ("Ana", "Ben", "Cleo", "Dana")
"""Ana leads; four are as many as it takes to answer without names"""
CONDITIONS = ["scope is in it", "the price is in it"]
AGREEMENTS = 3
"""of one session, one after the other"""


@dataclass
class Work:
    """A session that its people have open at both processes."""

    race: Race
    visits: Visits
    id: str
    people: list[Person[Member]]

    @property
    def lead(self) -> Person[Member]:
        return self.people[0]

    @property
    def tabs(self) -> list[Tab]:
        return [tab for one in self.people for tab in one.tabs]

    @property
    def clock(self) -> Json:
        """As the lead has it."""
        return dict(self.lead.tabs[0].root("meta")["clock"])

    async def until(self, condition: Callable[[Json], object]) -> None:
        """Waits until this is true of everybody's clock."""
        for tab in self.tabs:
            await tab.until(lambda tab: condition(tab.root("meta")["clock"]))

    async def equal(self) -> Json:
        return await self.race.equal(self.visits, self.lead.browser, self.tabs)


@contextlib.asynccontextmanager
async def started(race: Race) -> AsyncIterator[Work]:
    async with Visits() as visits:
        opener = await visits.newcomer(race.bases[0])
        asked = {"kind": "team", "artifact": ARTIFACT, "conditions": CONDITIONS}
        opened = (await opener.post("/api/worksessions", json=asked)).json()
        links = [opened["links"]["lead" if name == NAMES[0] else "join"] for name in NAMES]
        members = [await visits.member(race.bases[0], link, name) for link, name in zip(links, NAMES, strict=True)]
        one = Work(race, visits, opened["id"], [await race.comes(visits, member, member.tab) for member in members])
        await one.lead.tabs[0].ok("start")
        for tab in one.tabs:
            await tab.until(
                lambda tab: tab.root("meta")["state"] == "running" and len(tab.notice["here"]) == len(NAMES)
            )
        yield one


async def _moves_once(work: Work, field: str, here: Json, there: Json) -> None:
    """Everybody presses at both processes at once, and one press counts: taken back once, the clock is as it was.

    Then everybody presses again.
    """
    before, both = work.clock.get(field), (here, there)
    for last in (False, True):
        presses = [work.race.do(tab, **press) for one in work.people for tab, press in zip(one.tabs, both, strict=True)]
        assert {one["answer"] for one in await asyncio.gather(*presses)} == {"ok"}
        await work.until(lambda clock: clock.get(field) != before)
        if not last:
            assert (await work.race.at_once(work.tabs, "undo_clock")).count("ok") == 1
            await work.until(lambda clock: clock.get(field) == before)


async def test_of_all_who_move_the_clock_at_once_one_does(race: Race) -> None:
    for _ in race.rounds():
        async with started(race) as work:
            agenda = work.lead.tabs[0].root("agenda")
            order = sorted(agenda, key=lambda item: str(agenda[item]["rank"]))
            conditions = sorted(work.lead.tabs[0].root("conditions"))
            for now, following in pairwise(order):
                show = {"do": "show_condition", "from": None}
                await _moves_once(work, "shown", *({**show, "condition": one} for one in conditions))
                press = {"do": "next_item", "from": now}
                await _moves_once(work, "item", press, press)
                assert work.clock["item"] == following
            found = await work.equal()
            assert [item for item in order if found["agenda"][item]["spent"] is not None] == order[:-1]


async def _proposed(work: Work, words: str) -> str:
    """Two people propose something at once, each at another process: one agreement is open."""
    names = {tab: str(uuid.uuid4()) for tab in (work.people[0].tabs[0], work.people[1].tabs[1])}
    proposals = (work.race.do(tab, "propose_agreement", agreement=id, text=words) for tab, id in names.items())
    answers = await asyncio.gather(*proposals)
    (agreement,) = [id for id, one in zip(names.values(), answers, strict=True) if one["answer"] == "ok"]
    for tab in work.tabs:
        await tab.until(lambda tab: agreement in tab.root("agreements"))
    return agreement


async def _answers(work: Work, person: Person[Member], agreement: str, random: Random) -> int:
    """Answers at both processes by turns until the agreement is closed; returns the last level that was accepted."""
    kept = -1
    for tab in person.by_turns():
        level = random.randrange(6)
        answer = await work.race.do(tab, "answer_agreement", agreement=agreement, level=level, reason=str(level))
        if answer["answer"] != "ok":
            assert answer["code"] == "agreement_closed", answer
            return kept
        kept = level
    raise AssertionError


async def _closes(work: Work, agreement: str) -> None:
    """Closes it at both processes at once, when everybody has answered."""
    for tab in work.lead.tabs:
        await tab.until(lambda tab: tab.notice["answered"].get(agreement) == len(NAMES))
    assert await work.race.at_once(work.lead.tabs, "close_agreement", agreement=agreement) == ["ok", "ok"]


async def test_an_agreement_counts_the_last_accepted_answer_of_each_person(race: Race) -> None:
    for random in race.rounds():
        async with started(race) as work:
            for number in range(AGREEMENTS):
                agreement = await _proposed(work, words := f"Agreement {number}")
                async with asyncio.TaskGroup() as tasks:
                    tasks.create_task(_closes(work, agreement))
                    answering = [tasks.create_task(_answers(work, one, agreement, random)) for one in work.people]
                kept = Counter(str(one.result()) for one in answering)
                found = (await work.equal())["agreements"][agreement]
                assert {level: times for level, times in found["answers"].items() if times} == kept
                assert Counter(one["reason"] for one in found["reasons"]) == kept
                assert (await work.lead.browser.export("json")).json()["text"].count(words) == 1


async def _works(work: Work, person: Person[Member], random: Random) -> dict[str, Json]:
    """Adds and changes own tasks at both processes by turns until the session has ended; returns them as accepted."""
    tasks: dict[str, Json] = {}
    for number, tab in zip(itertools.count(), person.by_turns()):
        if number % 3 == 0:
            task, change = str(uuid.uuid4()), {"text": f"{person.browser.person} {number}"}
            answer = await work.race.do(tab, "add_task", task=task, **change)
            if answer["answer"] != "ok":
                assert answer["code"] == "not_in_state", answer
                return tasks
            tasks[task] = {"state": "open"} | change
        else:
            task, change = random.choice(sorted(tasks)), {"state": random.choice(["open", "done"])}
            answer = await work.race.do(tab, "set_task", task=task, **change)
            assert answer["answer"] == "ok", answer
            tasks[task] |= change
    raise AssertionError


async def _ends(work: Work, random: Random) -> str:
    """Gives another verdict at each process; returns the one that was accepted."""
    most = random.randrange(1, 9)
    await work.lead.tabs[0].until(lambda tab: len(tab.root("tasks")) > most)
    verdicts = dict(zip(("done", "another"), work.lead.tabs, strict=True))
    answers = await asyncio.gather(*(work.race.do(tab, "end", verdict=one) for one, tab in verdicts.items()))
    (accepted,) = [one for one, answer in zip(verdicts, answers, strict=True) if answer["answer"] == "ok"]
    return accepted


async def test_one_verdict_ends_a_session_and_no_accepted_change_of_a_task_is_lost(race: Race) -> None:
    for random in race.rounds():
        async with started(race) as work:
            async with asyncio.TaskGroup() as tasks:
                ending = tasks.create_task(_ends(work, random))
                working = [tasks.create_task(_works(work, one, random)) for one in work.people]
            found = await work.equal()
            assert (found["meta"]["state"], found["meta"]["ending"]["verdict"]) == ("ended", ending.result())
            changed = {id: {field: one[field] for field in ("text", "state")} for id, one in found["tasks"].items()}
            assert changed == {task: one for person in working for task, one in person.result().items()}
            following = await asyncio.gather(*(race.do(tab, "open_next") for tab in work.lead.tabs * 2))
            assert len({str(one["worksession"]) for one in following}) == 1
