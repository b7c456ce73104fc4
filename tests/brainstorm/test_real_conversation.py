"""A real conversation through the real server: 165 statements by 57 people, and the agree votes of all 381 as dots."""

import asyncio
import csv
import hashlib
import secrets
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.brainstorm.clients import Browser, Tab, Written, draft
from tests.cast import Group

DATA = Path(__file__).parents[1] / "data" / "polis"
Row = dict[str, str]

OTHER_SCRIPTS = [
    "租金应该与收入挂钩, 而不是与市场挂钩。",
    "🏡👩‍👩‍👧‍👦 für alle, e\u0301 und é",
    "דיור בר השגה (for all) – سكن",
    "長" * 1000,
    'a rule\nwith\n\nthree lines & <b>marks</b> "quoted", =SUM(A1)',
]


def table(name: str) -> list[Row]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_author(comments: Sequence[Row]) -> dict[str, list[Row]]:
    authors: defaultdict[str, list[Row]] = defaultdict(list)
    for row in comments:
        authors[row["author-id"]].append(row)
    return dict(authors)


def agreed(row: Row, statements: Sequence[str], budget: int) -> list[str]:
    """The first statements that this participant agreed with, in the order of the file, within the budget."""
    return [statement for statement in statements if row[statement] == "1"][:budget]


class Crowd:
    """People whose browsers hold nothing but the cookie: one page each."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.people: dict[str, Browser] = {}

    def person(self, name: str) -> Browser:
        if name not in self.people:
            browser = Browser(self.group.server.base, http=self.group.browser("pia").http)
            token = self.group.links["participate"].rpartition("/")[2]
            browser.board = self.group.board
            browser.cookie = f"board_{browser.board}={secrets.token_urlsafe(18)}.{token}"
            self.people[name] = browser
        return self.people[name]

    async def page(self, name: str) -> Tab:
        return await self.person(name).open()


async def write(crowd: Crowd, author: str, rows: list[Row]) -> dict[str, Written]:
    page = await crowd.page(author)
    written = {row["comment-id"]: await page.write(row["comment-body"]) for row in rows}
    await page.close()
    return written


async def vote(crowd: Crowd, name: str, chosen: list[str], at_once: asyncio.Semaphore) -> None:
    async with at_once:
        page = await crowd.page(name)
        await page.ok("cast_ballot", dots=dict.fromkeys(chosen, 1), bold=None, done=True, round=1)
        await page.close()


@pytest.mark.timeout(240)
async def test_the_tally_of_a_real_conversation_is_the_one_anybody_can_count(group: Group) -> None:
    comments, votes = table("comments.csv"), table("participants-votes.csv")
    assert (len(comments), len(by_author(comments)), len(votes)) == (165, 57, 381)
    crowd = Crowd(group)
    await group.goes("diverge")
    written: dict[str, Written] = {}
    for found in await asyncio.gather(*(write(crowd, author, rows) for author, rows in by_author(comments).items())):
        written |= found
    strange = [await group.ben.write(text) for text in OTHER_SCRIPTS]
    await group.goes("reveal")
    assert group.olu.root("ideas") == {idea.id: idea.text.strip() for idea in [*written.values(), *strange]}
    await group.goes("cluster")
    merged = [written[row["comment-id"]].id for row in comments[:6]]
    cluster = "00000000-0000-4000-8000-000000000001"
    await group.pia.ok("merge", **{"from": merged[:4]}, merge="00000000-0000-4000-8000-00000000000a", into=cluster)
    await group.pia.ok("place_idea", idea=merged[4], cluster=cluster)
    await group.goes("vote")

    budget = group.pia.meta("ballot")["dots"]
    statements = [statement for statement in votes[0] if statement.isdigit()]
    inside = {*merged[:5]}
    option_of = {key: cluster if idea.id in inside else idea.id for key, idea in written.items()}
    ballots = {
        row["participant"]: [*dict.fromkeys(option_of[one] for one in agreed(row, statements, budget))] for row in votes
    }
    at_once = asyncio.Semaphore(40)
    await asyncio.gather(*(vote(crowd, name, chosen, at_once) for name, chosen in ballots.items()))
    await group.goes("decide")
    expected = Counter(option for chosen in ballots.values() for option in chosen)
    best = [option for option, _ in expected.most_common(3)]
    await group.fay.ok("write_decision", decision="Build more.", owner="Mara", shortlist=best)
    sha256 = (await group.fay.ok("freeze"))["decision"]

    answer = await group.browser("olu").get(f"/decisions/{sha256}.json")
    assert hashlib.sha256(answer.content).hexdigest() == sha256
    record = answer.json()
    (counted,) = record["votes"] if "votes" in record else record["rounds"]
    assert {line["option"]: line["dots"] for line in counted["tally"] if line["dots"]} == dict(expected)
    assert (counted["ballots"], counted["dots"], len(counted["options"])) == (381, budget, 165 + 5 - 5 + 1)
    assert counted["unspent"] == 381 * budget - expected.total()
    assert counted["abstained"] == sum(not chosen for chosen in ballots.values())
    texts = {idea["idea"]: idea["text"] for idea in record["ideas"]}
    assert texts == {idea.id: idea.text.strip() for idea in [*written.values(), *strange]}
    for ending in ("md", "csv", "html"):
        export = (await group.browser("olu").get(f"/decisions/{sha256}.{ending}")).text
        for text in OTHER_SCRIPTS[:4]:
            assert text in export, ending


async def test_what_is_too_long_gets_a_clear_answer(group: Group) -> None:
    await group.goes("diverge")
    idea = draft("長" * 1001)
    answer = await group.pia.do("add_idea", idea=idea.id, text=idea.text, secret=idea.secret)
    assert (answer["code"], answer["params"]) == ("too_long", {"limit": 1000, "length": 1001})
