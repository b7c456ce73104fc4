"""Two processes that take 200 changes a second each of one board or session converge, and lose none of them."""

import asyncio
import os
import re
import statistics
import uuid
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack
from random import Random
from typing import Any

import pytest
from pycrdt import Map, MapEvent, Text, TextEvent

from tests.brainstorm.clients import PATIENCE, Tab, draft
from tests.brainstorm.running import eventually, passing
from tests.scale.racing import Race
from tests.scale.visits import Visits
from tests.worksessions.clients import Member
from tests.worksessions.text_pages import TextPage

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(3600 if "CHANGES" in os.environ else 180)]

CHANGES = int(os.environ.get("CHANGES", "400"))
"""at each process, of the board and of the session"""
RATE = 200.0
"""changes a second at each process"""
PEOPLE = 8
"""at each process; one alone is slowed down from 40 changes a second on"""
UNANSWERED = 20
"""changes of one person at most: a slow machine lowers the rate"""
EACH = CHANGES // PEOPLE
CARDS = 3
"""of each person, which nobody else moves"""
IDEA_EVERY, TASK_EVERY = 20, 4
"""of a person's changes, one is a late idea; one is about a task and not in the text"""


class Lag:
    """How long it takes until a page at the other process shows what was sent to the first one."""

    def __init__(self) -> None:
        self._sent: dict[str, float] = {}
        self._shown: dict[str, float] = {}
        self._watched: list[object] = []
        self._now = asyncio.get_running_loop().time

    def watch(self, shared: Map[Any] | Text, changes: Callable[[Any], Iterable[str]]) -> None:
        """What the page at the other process has there; `changes` reads an event of it."""
        # The observation ends with the object.
        self._watched.append((shared, shared.observe(lambda event: self._show(changes(event)))))

    def send(self, change: str) -> None:
        self._sent[change] = self._now()

    def _show(self, changes: Iterable[str]) -> None:
        """A page shows these; others than those that were sent are ignored."""
        self._shown |= {change: self._now() for change in changes if change in self._sent and change not in self._shown}

    def __str__(self) -> str:
        took = sorted(1000 * (shown - self._sent[change]) for change, shown in self._shown.items())
        *_, last = statistics.quantiles(took, n=20)
        within = max(self._shown.values()) - min(self._sent.values())
        rate = len(self._sent) / within
        return f"{rate:.0f} changes a second; shown after {statistics.median(took):.0f} ms, 95 % within {last:.0f} ms"


async def _paced() -> AsyncIterator[int]:
    """One person's changes by number, each when its time has come. A slow machine sends what is late at once."""
    began, now = asyncio.get_running_loop().time(), asyncio.get_running_loop().time
    for number in range(EACH):
        await passing(max(0.0, began + number * PEOPLE / RATE - now()))
        yield number


async def _moves(
    tab: Tab, cards: list[str], clusters: list[str], lag: Lag, random: Random
) -> tuple[dict[str, Any], set[str]]:
    """Moves own cards and writes late ideas; returns where each card was put last, and the ideas."""
    requests, places, ideas = [], {}, set()
    async for number in _paced():
        if number % IDEA_EVERY == IDEA_EVERY - 1:
            idea = draft(f"late {number}")
            ideas.add(idea.id)
            requests.append(await tab.send("add_idea", idea=idea.id, text=idea.text, secret=idea.secret))
            continue
        if number >= UNANSWERED:
            await tab.answer(requests[number - UNANSWERED])
        card, rank = random.choice(cards), f"{uuid.uuid4().hex}V"
        places[card] = {"cluster": random.choice(clusters), "rank": rank}
        lag.send(rank)
        requests.append(await tab.send("place_idea", idea=card, **places[card]))
    answers = [(await tab.answer(request))["answer"] for request in requests]
    assert answers.count("ok") == len(requests) - len(ideas)
    assert answers.count("late") == len(ideas)
    return places, ideas


def _values(field: str) -> Callable[[MapEvent], list[str]]:
    """Reads this field of each value that was set."""
    return lambda event: [str(one["newValue"][field]) for one in event.keys.values()]  # type: ignore[attr-defined]


async def test_a_board_converges_and_has_every_move_and_idea(race: Race, capsys: pytest.CaptureFixture[str]) -> None:
    random = Random(31)
    async with Visits() as visits:
        fay = await visits.newcomer(race.bases[0])
        given = [{"text": f"idea {number}"} for number in range(2 * PEOPLE * CARDS)]
        links = (await fay.post("/api/boards", json={"question": "Where?", "ideas": given})).json()["links"]
        await fay.follow(links["facilitate"])
        lead = await fay.open()
        await lead.ok("open_phase", phase="cluster")
        clusters = [str(uuid.uuid4()) for _ in range(5)]
        for cluster in clusters:
            await lead.ok("name_cluster", cluster=cluster, name="A group")
        people = [[await visits.newcomer(base, links["participate"]) for _ in range(PEOPLE)] for base in race.bases[:2]]
        tabs = [[await one.open() for one in at] for at in people]
        for tab in (*tabs[0], *tabs[1]):
            await tab.until(lambda tab: len(tab.root("clusters")) == len(clusters))
        lags = Lag(), Lag()
        for lag, other in zip(lags, reversed(tabs), strict=True):
            lag.watch(other[0].doc.get("places", type=Map), _values("rank"))
        cards = iter(sorted(lead.root("ideas")))
        async with asyncio.TaskGroup() as tasks:
            moving = [
                tasks.create_task(_moves(tab, [next(cards) for _ in range(CARDS)], clusters, lag, random))
                for lag, at in zip(lags, tabs, strict=True)
                for tab in at
            ]
        await lead.ok("admit_late")
        found = await race.equal(visits, fay, [lead, *tabs[0], *tabs[1]])
        for places, ideas in (one.result() for one in moving):
            assert places.items() <= found["places"].items()
            assert ideas <= found["ideas"].keys()
    _report(capsys, "board", lags)


async def _works(member: Member, page: TextPage, task: str, lag: Lag) -> tuple[list[str], str]:
    """Types words and rewords one task; returns the words, and the task as it was worded last."""
    requests, words, wording = [], [], ""
    async for number in _paced():
        said = f"{member.person[:6]}-{number}"
        lag.send(said)
        if number % TASK_EVERY == TASK_EVERY - 1:
            wording = said
            requests.append(await member.tab.send("edit_task", task=task, text=said))
        else:
            words.append(said)
            page.type(f"{said} ")
        await page.until(lambda: page.sent - page.committed < UNANSWERED)
    assert {(await member.tab.answer(request))["answer"] for request in requests} == {"ok"}
    await page.saved()
    return words, wording


def _typed(event: TextEvent) -> list[str]:
    return [word for change in event.delta for word in str(change.get("insert", "")).split()]  # type: ignore[attr-defined]


async def test_a_session_converges_and_has_every_word_and_task(race: Race, capsys: pytest.CaptureFixture[str]) -> None:
    async with Visits() as visits, AsyncExitStack() as closing:
        opener = await visits.newcomer(race.bases[0])
        wanted = {"kind": "team", "artifact": "A brief", "conditions": ["scope is in it"]}
        links = (await opener.post("/api/worksessions", json=wanted)).json()["links"]
        lead = await visits.member(race.bases[0], links["lead"], "Ana")
        await lead.tab.ok("start")
        people = [
            [await visits.member(base, links["join"], f"Person {number}") for number in range(PEOPLE)]
            for base in race.bases[:2]
        ]
        pages = [[await TextPage.opened(one) for one in at] for at in people]
        every = [page for at in pages for page in at]
        for page in every:
            closing.push_async_callback(page.close)
        lags = Lag(), Lag()
        for lag, others, there in zip(lags, reversed(people), reversed(pages), strict=True):
            lag.watch(there[0].text, _typed)
            lag.watch(others[0].tab.doc.get("tasks", type=Map), _values("text"))
        own: list[str] = []
        for member in (*people[0], *people[1]):
            own.append(task := str(uuid.uuid4()))
            await member.tab.ok("add_task", task=task, text="First")
        async with asyncio.TaskGroup() as tasks:
            working = [
                tasks.create_task(_works(member, page, task, lags[number // PEOPLE]))
                for number, (member, page, task) in enumerate(zip((*people[0], *people[1]), every, own, strict=True))
            ]
        await eventually(lambda: len({str(page) for page in every}) == 1, within=PATIENCE)
        found = await race.equal(visits, lead, [one.tab for one in (lead, *people[0], *people[1])])
        stored = (await (await visits.elsewhere(lead, race.bases[2])).export("json")).json()["text"]
        assert stored == str(every[0])
        done = [one.result() for one in working]
        assert sorted(re.findall(r"\S+-\d+", stored)) == sorted(word for words, _ in done for word in words)
        assert [found["tasks"][task]["text"] for task in own] == [wording for _, wording in done]
    _report(capsys, "session", lags)


def _report(capsys: pytest.CaptureFixture[str], what: str, lags: Iterable[Lag]) -> None:
    with capsys.disabled():
        for at, lag in enumerate(lags, 1):
            print(f"\n{what}, process {at}: {lag}", end="")
