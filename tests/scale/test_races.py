"""Commands that race over two servers: each is carried out once or not at all, and every replica says the same."""

import asyncio
import contextlib
import random
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.brainstorm.clients import Browser, Tab, draft
from tests.brainstorm.running import Server
from tests.cast import Group, gather
from tests.scale.cluster import Database
from tests.scale.pairs import pair_of_servers

pytestmark = pytest.mark.anyio

SEEDS = (3, 17)
BALLOTS = 12
"""that each person casts, one after the other, at the servers by turns"""


@dataclass
class Racing:
    """A board on two servers. Everybody has a page at both, as somebody with two devices."""

    group: Group
    there: dict[str, Tab]
    """name → the page at the other server"""
    servers: tuple[Server, Server]

    async def twin(self, name: str) -> Tab:
        """The same person at the other server."""
        first = self.group.browsers[name]
        second = Browser(self.servers[1].base)
        second.http.cookies.update(first.http.cookies)
        second.board = first.board
        self.group.browsers[f"{name} there"] = second
        self.there[name] = await second.open("facilitate" if name == "fay" else None)
        return self.there[name]

    async def equal(self) -> None:
        """Waits until all pages have the same document."""
        tabs = [self.group.fay, *self.group.voters, self.group.olu, *self.there.values()]
        for tab in tabs:
            await tab.until(lambda tab: tab.all() == self.group.fay.all() and tab.phase == self.group.fay.phase)


@pytest.fixture
async def racing(shared: Database, tmp_path: Path, front_end: None) -> AsyncIterator[Racing]:
    async with contextlib.AsyncExitStack() as stack:
        servers = await stack.enter_async_context(pair_of_servers(shared, tmp_path))
        group = await stack.enter_async_context(gather(servers[0]))
        one = Racing(group, {}, servers)
        for name in ("fay", "pia", "ben"):
            await one.twin(name)
        yield one


async def _votes(
    tabs: Sequence[Tab], options: Sequence[str], random_: random.Random, kept: dict[str, int]
) -> dict[str, int]:
    """Casts ballots until the vote is over, and returns the last one that was accepted."""
    for number in range(BALLOTS):
        dots = Counter(random_.choices(options, k=random_.randrange(1, 4)))
        answer = await tabs[number % 2].do("cast_ballot", dots=dict(dots), done=False)
        if answer["answer"] != "ok":
            break
        kept = dict(dots)
    return kept


@pytest.mark.parametrize("seed", SEEDS)
async def test_the_count_has_the_last_accepted_ballot_of_each_person(racing: Racing, seed: int) -> None:
    group, random_ = racing.group, random.Random(seed)
    await group.joins(3)
    names = [name for name in group.browsers if name.startswith("newcomer")]
    pages = dict(zip(names, group.more, strict=True)) | {"pia": group.pia, "ben": group.ben}
    for name in names:
        await racing.twin(name)
    await group.writes(5)
    await group.goes("vote")
    await racing.equal()
    options = group.options()
    # So that there is something to count whenever it ends.
    first = {options[0]: 1}
    await group.votes([(tab, options[:1]) for tab in pages.values()], done=False)

    async def ends() -> None:
        for _ in range(random_.randrange(2, 9)):
            await racing.there["fay"].do("highlight_idea", idea=None)
        await asyncio.gather(group.opens("decide"), racing.there["fay"].do("open_phase", phase="decide"))

    kept, *_ = await asyncio.gather(
        asyncio.gather(*(_votes((tab, racing.there[name]), options, random_, first) for name, tab in pages.items())),
        ends(),
    )
    await racing.equal()
    (counted,) = group.fay.meta("rounds")
    expected = sum((Counter(one) for one in kept), Counter[str]())
    assert {line["option"]: line["dots"] for line in counted["tally"] if line["dots"]} == dict(expected)
    assert counted["ballots"] == len(pages)


async def _writes(tabs: Sequence[Tab], texts: Sequence[str]) -> dict[str, str]:
    answers = {}
    for number, text in enumerate(texts):
        idea = draft(text)
        answers[idea.id] = await tabs[number % 2].add(idea)
    return answers


@pytest.mark.parametrize("seed", SEEDS)
async def test_one_reveal_shows_every_accepted_idea_once(racing: Racing, seed: int) -> None:
    group = racing.group
    await group.goes("diverge")
    await racing.equal()
    people = {"pia": group.pia, "ben": group.ben}

    async def reveals() -> None:
        await group.pia.until(lambda tab: tab.notice["counts"]["ideas"] > seed % 7)
        await asyncio.gather(group.opens("reveal"), racing.there["fay"].do("open_phase", phase="reveal"))

    written, _ = await asyncio.gather(
        asyncio.gather(
            *(
                _writes((tab, racing.there[name]), [f"{name} {number}" for number in range(10)])
                for name, tab in people.items()
            )
        ),
        reveals(),
    )
    await racing.equal()
    answers = {idea: answer for one in written for idea, answer in one.items()}
    assert group.fay.all()["ideas"].keys() == {idea for idea, answer in answers.items() if answer == "ok"}
    assert group.fay.notice["counts"]["late"] == sum(answer == "late" for answer in answers.values())


async def test_a_decision_is_made_final_once(racing: Racing, shared: Database) -> None:
    group = racing.group
    await group.joins(3)
    await group.writes(3)
    await group.goes("vote")
    await group.votes([(tab, group.options()[:1]) for tab in group.voters])
    await group.goes("decide")
    option = group.fay.meta("rounds")[0]["options"][0]["option"]
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=[option])
    await racing.equal()
    answers = await asyncio.gather(*(tab.do("freeze") for tab in (group.fay, racing.there["fay"]) * 5))
    assert sum(one["answer"] == "ok" for one in answers) == 1
    await racing.equal()
    with shared.connect() as connection:
        assert connection.execute("SELECT count(*) FROM decisions").fetchone() == (1,)
