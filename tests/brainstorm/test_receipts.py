"""Receipts through the real application: from the code in a browser to the dots in the record."""

import random

from board.brainstorm.state import store
from board.db.engine import create_engine, reader
from board.voting.receipts import receipt
from tests.brainstorm.wire import Json
from tests.cast import Group
from tests.databases import needs_sqlite

PROXY = "00000000-0000-4000-8000-000000000001"


def code(voter: int, number: int) -> str:
    return f"code-of-voter-{voter}-in-{number}"


def found(one: Json, code: str) -> set[str]:
    """The options of a round under which this code finds a dot."""
    return {option for option, told in one["receipts"].items() if receipt(code, one["round"], option, 1) in told}


async def voted(group: Group, number: int, budget: int) -> dict[str, list[str]]:
    """Everybody votes by chance, a proxy and a page without a code too; returns code → options."""
    rng, options = random.Random(number), group.options()
    cast = {code(at, number): rng.sample(options, rng.randint(0, budget)) for at in range(4)}
    for tab, (own, chosen) in zip(group.voters, cast.items(), strict=False):
        await tab.ok("cast_ballot", dots=dict.fromkeys(chosen, 1), bold=options[0], receipt=own)
    await group.more[-1].ok("cast_ballot", dots=dict.fromkeys(options[:2], 1), bold=options[0])
    await group.fay.ok("cast_ballot", proxy=PROXY, dots={options[1]: 1}, bold=None)
    await group.goes("decide")
    return cast


async def test_each_code_finds_exactly_the_own_dots_of_each_round_and_all_add_up(group: Group) -> None:
    await group.joins(3)
    await group.writes(8)
    await group.goes("vote")
    first = await voted(group, 1, 3)
    chosen = [line["option"] for line in group.fay.meta("rounds")[0]["tally"][:4]]
    await group.goes("vote", options=chosen)
    second = await voted(group, 2, 2)
    draft = (await group.browser("ben").export("json")).json()
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=chosen[:2])
    sha256 = (await group.fay.ok("freeze"))["decision"]
    record = (await group.browser("sam").get(f"/decisions/{sha256}.json")).json()
    assert record["rounds"] == draft["rounds"]
    for one, cast in zip(record["rounds"], (first, second), strict=True):
        assert {option: len(set(told)) for option, told in one["receipts"].items()} == {
            line["option"]: line["dots"] for line in one["tally"]
        }
        assert (one["ballots"], one["proxies"], one["without_receipt"]) == (6, 1, 2)
        for own, options in cast.items():
            assert found(one, own) == set(options)
    for own in (*first, *second):
        assert own not in str(record)


async def test_receipts_outlive_a_restart_before_the_freeze(group: Group) -> None:
    needs_sqlite()
    await group.joins(3)
    await group.writes(6)
    await group.goes("vote")
    await voted(group, 1, 2)
    before = (await group.browser("ben").export("json")).json()["rounds"]
    await group.server.settled()
    engine = create_engine(f"sqlite+aiosqlite:///{group.server.file}")
    async with reader(engine).connect() as conn:
        again = await store.load(conn, board=group.board)
    await engine.dispose()
    assert again is not None
    assert again.receipts[1] == {option: told for option, told in before[0]["receipts"].items() if told}
    assert again.new_receipts == []
