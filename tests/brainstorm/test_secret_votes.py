"""Before the vote is closed, no frame, page, answer or file contains a count."""

import json
from collections.abc import Callable, Iterator

from tests.brainstorm import wire
from tests.brainstorm.clients import Browser, Tab
from tests.brainstorm.wire import Json, Value
from tests.cast import Group

IDEAS = 8


async def open_vote(group: Group, people: int) -> list[Tab]:
    """Opens a vote on eight lone ideas; returns the pages of so many voters."""
    take_part = await group.browser("fay").open("participate")
    voters = [group.pia, group.ben, take_part, *(await group.joins(max(0, people - 3)))][:people]
    await group.writes(IDEAS)
    await group.goes("vote")
    return voters


def plain_values(browser: Browser) -> Iterator[Value]:
    """All JSON that this person received."""
    for tab in browser.tabs:
        yield tab.all()
        for frame in map(wire.read, tab.frames):
            if frame.kind != wire.SYNC:
                yield frame.json
    for body in browser.bodies:
        text = body.decode()
        if 'id="boot">' in text:
            text = text.partition('id="boot">')[2].partition("</script>")[0]
        if text.startswith("{"):
            yield json.loads(text)


def objects(value: Value, path: str = "") -> Iterator[tuple[str, Json]]:
    if isinstance(value, dict):
        yield path, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from objects(item, f"{path}.{key}" if isinstance(value, dict) else path)


def counts_of_options(browser: Browser, options: list[str]) -> list[str]:
    """Where a number stands at an option, apart from the person's own ballot."""
    found = []
    for value in plain_values(browser):
        for path, one in objects(value):
            keyed = {type(count) for key, count in one.items() if key in options}
            if int in keyed and not path.endswith("you.ballot.dots") and not path.endswith(".numbers"):
                found.append(f"{path}: numbers keyed by option")
            if "option" in one and any(name in one for name in ("dots", "bold", "votes", "count")):
                found.append(f"{path}: a count beside an option")
    return found


async def export(group: Group, ending: str) -> Value:
    content = (await group.browser("ben").export(ending)).text
    if ending != "json":
        # A file says when it was drawn, and how long the phase has lasted by then.
        return [line for line in content.splitlines() if "UTC" not in line and "Z" not in line]
    plain = json.loads(content)
    return {key: value for key, value in plain.items() if key not in ("as_of", "phases")}


async def test_skewed_ballots_show_nowhere_before_the_close(group: Group) -> None:
    voters = await open_vote(group, 7)
    options = group.options()
    before = {ending: await export(group, ending) for ending in ("json", "md", "csv")}
    state = group.ben.doc.get_state()
    documents = [frame for frame in group.ben.frames if frame[0] == wire.SYNC]
    for number, tab in enumerate(voters):
        dots = dict.fromkeys(options[: 3 if number < 2 else 2 if number < 5 else 1], 1)
        await tab.ok("cast_ballot", dots=dots, bold=options[-1], done=number != 6)
    await group.olu.until(lambda tab: tab.notice["counts"]["done"] == 6)
    await group.load_everything()
    for name, browser in group.browsers.items():
        assert counts_of_options(browser, options) == [], name
    assert {ending: await export(group, ending) for ending in ("json", "md", "csv")} == before
    assert group.ben.doc.get_state() == state, "a ballot does not touch the document"
    assert [frame for frame in group.ben.frames if frame[0] == wire.SYNC] == documents
    await group.goes("decide")
    tally = {line["option"]: (line["dots"], line["bold"]) for line in group.ben.meta("rounds")[0]["tally"]}
    assert [tally[option] for option in options] == [(7, 0), (5, 0), (2, 0), *[(0, 0)] * 4, (0, 7)]
    assert counts_of_options(group.browser("ben"), options) != [], "the search finds a tally where there is one"


async def test_how_many_are_done_is_told_from_three_people_on(group: Group) -> None:
    voters = await open_vote(group, 2)
    assert group.fay.notice["counts"]["joined"] == 3
    third = group.browser("fay").tabs[-1]
    assert group.fay.notice["counts"]["done"] == 0
    for number, voter in enumerate((*voters, third), start=1):
        await voter.ok("cast_ballot", dots={}, done=True)
        await group.fay.until(done_is(number))


def done_is(number: int) -> Callable[[Tab], bool]:
    return lambda tab: bool(tab.notice["counts"]["done"] == number)


async def test_two_people_are_not_told_who_of_them_is_done(group: Group) -> None:
    await group.goes("diverge")
    await group.pia.write("an idea")
    assert group.ben.notice["counts"]["wrote"] is None
    await group.goes("vote")
    await group.votes([(group.pia, group.options()), (group.ben, [])])
    await group.load_everything()
    for tab in (group.fay, group.pia, group.ben, group.olu):
        assert {notice["counts"]["done"] for notice in tab.notices} == {None}
    await group.goes("decide")
    assert group.olu.meta("rounds")[0]["ballots"] == 2


async def test_a_vote_of_three_cannot_be_closed_on_one_or_two_ballots(group: Group) -> None:
    voters = await open_vote(group, 3)
    options = group.options()
    for tab in voters[:2]:
        await tab.ok("cast_ballot", dots={options[0]: 1})
        assert (await group.opens("decide"))["answer"] == "refused"
    await voters[2].ok("cast_ballot", dots={})
    assert (await group.opens("decide"))["answer"] == "ok"


async def test_proxies_do_not_hide_a_single_ballot(group: Group) -> None:
    """Who typed the proxies in could take them off the count."""
    voters = await open_vote(group, 3)
    options = group.options()
    for number in range(3):
        proxy = f"00000000-0000-4000-8000-00000000000{number}"
        await group.fay.ok("cast_ballot", proxy=proxy, dots={options[0]: 1}, bold=None)
    await voters[0].ok("cast_ballot", dots={options[1]: 1})
    assert (await group.opens("decide"))["answer"] == "refused"
    for tab in voters[1:]:
        await tab.ok("cast_ballot", dots={options[1]: 1})
    await group.goes("decide")
    counted = group.olu.meta("rounds")[0]
    assert (counted["ballots"], counted["proxies"]) == (6, 3)
    assert {line["option"]: line["dots"] for line in counted["tally"] if line["dots"]} == {options[0]: 3, options[1]: 3}


async def test_a_vote_of_proxies_alone_can_be_closed(group: Group) -> None:
    """Nobody else chose anything, so the count shows nothing that the facilitator does not know."""
    await open_vote(group, 4)
    option = group.options()[1]
    for number in range(2):
        await group.fay.ok("cast_ballot", proxy=f"00000000-0000-4000-8000-00000000007{number}", dots={option: 1})
    await group.goes("decide")
    counted = group.olu.meta("rounds")[0]
    assert (counted["ballots"], counted["proxies"]) == (2, 2)


async def test_who_joins_during_the_vote_may_vote(group: Group) -> None:
    await open_vote(group, 2)
    late = (await group.joins(1))[0]
    await late.ok("cast_ballot", dots={group.options()[0]: 1}, done=True)
    await late.until(lambda tab: tab.notice["you"]["ballot"] is not None)
    assert late.notice["you"]["ballot"] == {"round": 1, "dots": {group.options()[0]: 1}, "bold": None, "done": True}
