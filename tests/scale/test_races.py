"""Commands on a board that race over two processes: each counts once or not at all, and every replica is equal."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from random import Random

import pytest

from tests.brainstorm.clients import Browser, Tab, draft
from tests.brainstorm.wire import Json
from tests.scale.racing import LONGEST, Person, Race
from tests.scale.visits import Visits

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(LONGEST)]

PEOPLE = 4
DOTS = 3
IDEAS = [{"text": f"idea {number}"} for number in range(6)]
FREEZES = 4
"""of one board, each after a correction"""


@dataclass
class Board:
    """A board that its people have open at both processes."""

    race: Race
    visits: Visits
    fay: Person[Browser]
    people: list[Person[Browser]]

    @property
    def tabs(self) -> list[Tab]:
        return [tab for one in (self.fay, *self.people) for tab in one.tabs]

    async def opens(self, phase: str) -> None:
        """The facilitator opens a phase at both processes at once: one of them does it."""
        answers = await self.race.at_once(self.fay.tabs, "open_phase", phase=phase)
        assert sorted(answers) == ["ok", "refused"], answers
        for tab in self.tabs:
            await tab.until(lambda tab: tab.synced and tab.phase == tab.meta("phase") == phase)

    async def casts(self) -> list[str]:
        """Everybody gives a dot to the first option, so that the vote may be closed; returns the options."""
        options = [str(one["option"]) for one in self.fay.tabs[0].meta("ballot")["options"]]
        for one in self.people:
            await one.tabs[0].ok("cast_ballot", dots={options[0]: 1}, done=False)
        return options

    async def equal(self) -> Json:
        return await self.race.equal(self.visits, self.fay.browser, self.tabs)


@contextlib.asynccontextmanager
async def opened(race: Race, **wanted: object) -> AsyncIterator[Board]:
    async with Visits() as visits:
        fay = await visits.newcomer(race.bases[0])
        links = (await fay.post("/api/boards", json={"question": "Which first?"} | wanted)).json()["links"]
        await fay.follow(links["facilitate"])
        newcomers = [await visits.newcomer(race.bases[0], links["participate"]) for _ in range(PEOPLE)]
        lead, *people = [await race.comes(visits, one, await one.open()) for one in (fay, *newcomers)]
        one = Board(race, visits, lead, people)
        for tab in one.tabs:
            await tab.until(lambda tab: tab.notice["counts"]["counting"] == PEOPLE)
        yield one


async def _writes(race: Race, person: Person[Browser]) -> dict[str, str]:
    """Writes ideas at both processes by turns until one is late; returns what each was answered."""
    answers: dict[str, str] = {}
    for tab in person.by_turns():
        idea = draft(f"idea {len(answers)}")
        answers[idea.id] = str(
            (await race.do(tab, "add_idea", idea=idea.id, text=idea.text, secret=idea.secret))["answer"]
        )
        if answers[idea.id] == "late":
            return answers
    raise AssertionError


async def test_one_reveal_shows_every_accepted_idea_once(race: Race) -> None:
    for _ in race.rounds():
        async with opened(race) as board:
            await board.opens("diverge")
            epoch = board.fay.tabs[0].notice["epoch"]
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(board.opens("reveal"))
                written = [tasks.create_task(_writes(race, one)) for one in board.people]
            found = await board.equal()
            answers = {idea: answer for one in written for idea, answer in one.result().items()}
            assert found["ideas"].keys() == {idea for idea, answer in answers.items() if answer == "ok"}
            assert sorted(found["numbers"].values()) == list(range(1, len(found["ideas"]) + 1))
            assert {tab.notice["epoch"] for tab in board.tabs} == {epoch + 1}
            for tab in board.fay.tabs:
                await tab.until(lambda tab: tab.notice["counts"]["late"] == PEOPLE)


async def _votes(race: Race, person: Person[Browser], options: Sequence[str], random: Random) -> Sequence[str]:
    """Casts ballots at both processes by turns until the vote is over; returns the last one that was accepted."""
    kept = options[:1]
    for tab in person.by_turns():
        chosen = random.sample(options, random.randrange(1, DOTS + 2))
        answer = await race.do(tab, "cast_ballot", dots=dict.fromkeys(chosen, 1), done=False)
        if answer["answer"] == "ok":
            assert len(chosen) <= DOTS
            kept = chosen
        elif len(chosen) <= DOTS:
            return kept
    raise AssertionError


async def test_the_count_has_the_last_accepted_ballot_of_each_person(race: Race) -> None:
    for random in race.rounds():
        async with opened(race, ideas=IDEAS, dots=DOTS) as board:
            await board.opens("cluster")
            await board.opens("vote")
            options = await board.casts()
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(board.opens("decide"))
                voted = [tasks.create_task(_votes(race, one, options, random)) for one in board.people]
            (counted,) = (await board.equal())["meta"]["rounds"]
            expected = Counter(option for one in voted for option in one.result())
            assert {line["option"]: line["dots"] for line in counted["tally"] if line["dots"]} == expected
            assert counted["ballots"] == PEOPLE


async def test_a_decision_is_made_final_once_and_corrected_once(race: Race) -> None:
    final = 0
    for _ in race.rounds():
        async with opened(race, ideas=IDEAS) as board:
            await board.opens("cluster")
            await board.opens("vote")
            options = await board.casts()
            await board.opens("decide")
            for number in range(FREEZES):
                if number:
                    assert (await race.at_once(board.fay.tabs * 3, "correct")).count("ok") == 1
                words = f"Wording {number}"
                await board.fay.tabs[0].ok("write_decision", decision=words, owner="Mara", shortlist=options[:1])
                assert (await race.at_once(board.fay.tabs * 3, "freeze")).count("ok") == 1
                final += 1
                assert (await board.equal())["meta"]["phase"] == "frozen"
    with race.database.connect() as connection:
        assert connection.execute("SELECT count(*) FROM decisions").fetchone() == (final,)
