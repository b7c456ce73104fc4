"""Stepping back: from every phase to every earlier one, and nothing is lost by it."""

import uuid

import pytest

from tests.brainstorm.clients import Written
from tests.brainstorm.wire import Json
from tests.cast import STEPS, Group

KEPT = ("ideas", "numbers", "places", "clusters", "merges", "signatures")


async def worked_through(group: Group) -> list[Written]:
    """Everything there can be before the freeze."""
    await group.joins(1)
    await group.goes("diverge")
    ideas = [await (group.pia, group.ben)[number % 2].write(f"idea {number}") for number in range(8)]
    await group.goes("reveal")
    await group.pia.ok("sign_idea", idea=ideas[0].id, secret=ideas[0].secret, name="Pia")
    await group.goes("cluster")
    into = str(uuid.uuid4())
    await group.ben.ok(
        "merge", merge=str(uuid.uuid4()), into=into, name="a group", **{"from": [one.id for one in ideas[:3]]}
    )
    await group.goes("vote")
    for tab in group.voters:
        await tab.ok("cast_ballot", dots={group.options()[0]: 1})
    await group.goes("decide")
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=[into])
    return ideas


def kept(board: Json) -> Json:
    meta = board["meta"]
    return {root: board[root] for root in KEPT} | {
        key: meta[key] for key in ("rounds", "decision", "counts", "proposal")
    }


@pytest.mark.parametrize("phase", STEPS[:-2])
async def test_nothing_is_lost_by_going_back_and_on_again(group: Group, phase: str) -> None:
    ideas = await worked_through(group)
    before = kept(group.olu.all())
    await group.goes(phase)
    assert kept(group.olu.all()) | {"proposal": None} == before | {"proposal": None}
    await group.goes("cluster")
    assert kept(group.olu.all()) | {"proposal": None} == before | {"proposal": None}
    await group.pia.ok("place_idea", idea=ideas[7].id, cluster=None)
    assert group.olu.root("numbers") == before["numbers"]


async def test_writing_that_is_opened_again_keeps_what_was_hidden(group: Group) -> None:
    await group.joins(1)
    await group.goes("diverge")
    first = await group.pia.write("before the step back")
    await group.goes("lobby")
    assert not group.ben.root("ideas")
    await group.goes("diverge")
    await group.pia.until(lambda tab: tab.notice["you"]["used"] == 1)
    await group.fay.until(lambda tab: tab.notice["counts"]["wrote"] == 1)
    second = await group.ben.write("after it")
    await group.goes("reveal")
    assert group.ben.root("ideas") == {first.id: first.text, second.id: second.text}
    assert group.ben.meta("counts")["wrote"] == 2


async def test_a_second_writing_takes_the_tray_in_and_keeps_the_count_of_writers(group: Group) -> None:
    await group.joins(1)
    await group.goes("diverge")
    for tab in group.voters:
        await tab.write("an idea")
    await group.goes("reveal")
    assert group.olu.meta("counts")["wrote"] == 3
    await group.goes("diverge")
    new = await group.pia.write("one more")
    await group.goes("reveal")
    assert group.olu.meta("counts") | {"voted": None} == {"joined": 3, "wrote": 3, "ideas": 4, "voted": None}
    assert group.olu.root("numbers")[new.id] == 4


async def test_an_old_idea_taken_back_in_a_second_writing_is_no_new_place(group: Group) -> None:
    await group.goes("diverge")
    old = await group.pia.write("old")
    await group.goes("reveal")
    await group.goes("diverge")
    await group.pia.write("new")
    await group.pia.until(lambda tab: tab.notice["you"]["used"] == 1)
    await group.pia.ok("withdraw_idea", idea=old.id, secret=old.secret)
    assert (await group.browser("pia").boot())["notice"]["you"]["used"] == 1


async def test_what_was_promised_is_fixed_once_writing_has_opened(group: Group) -> None:
    await group.fay.ok("change_settings", visibility="visible", minutes=3)
    await group.fay.ok("change_settings", visibility="hidden", question="Another?", criterion="  cheap ", owner="")
    await group.pia.until(lambda tab: tab.meta("question") == "Another?")
    assert (group.pia.meta("criterion"), group.pia.meta("owner"), group.pia.meta("minutes")) == ("cheap", None, 3)
    await group.goes("diverge")
    assert group.pia.notice["length"] == 180
    await group.goes("lobby")
    answer = await group.fay.do("change_settings", visibility="visible")
    assert (answer["answer"], answer["code"]) == ("refused", "visibility_is_promised")
    for fields in ({"question": " "}, {"question": "x" * 301}, {"minutes": 0}, {"dots": 21}, {"owner": "x" * 121}):
        assert (await group.fay.do("change_settings", **fields))["answer"] == "refused", fields
    assert group.pia.meta("question") == "Another?"
