"""The consent check: asked on exactly one wording, shown to all at once, and kept with the wording it was about."""

import pytest

from board.protocol.refusals import Refusal
from tests.brainstorm.clients import Tab, holds
from tests.cast import Group

DECISION = "We start in May."


@pytest.fixture
async def asked(group: Group) -> tuple[Group, list[Tab]]:
    """A written decision that three people are asked about."""
    await group.joins(1)
    await group.writes(4)
    await group.goes("decide")
    await write(group, DECISION)
    return group, group.voters


async def write(group: Group, decision: str, **fields: object) -> None:
    option = group.fay.meta("rounds")[0]["options"][0]["option"]
    defaults: dict[str, object] = {"owner": "Mara", "shortlist": [option]}
    await group.fay.ok("write_decision", decision=decision, **(defaults | fields))


async def test_no_answer_is_seen_before_the_end_and_then_all_at_once(asked: tuple[Group, list[Tab]]) -> None:
    group, people = asked
    for tab, level in zip(people, (5, 3, 1), strict=True):
        await tab.ok("answer_consent", level=level, reason=f"reason 47{level}")
    await group.fay.until(lambda tab: tab.notice["counts"]["answered"] == 3)
    await group.load_everything()
    for name, found in group.everything().items():
        mine = {"pia": 5, "ben": 3}.get(name, 1 if name.startswith("newcomer") else None)
        for level in {5, 3, 1} - {mine}:
            assert not holds(found, f"reason 47{level}"), name
    await group.fay.ok("close_consent")
    ended = group.fay.meta("consents")[0]
    assert ended["counts"] == {"0": 0, "1": 1, "2": 0, "3": 1, "4": 0, "5": 1}
    assert (ended["decision"], ended["silent"], group.fay.meta("consent")["open"]) == (DECISION, 0, False)
    reasons = {(said["level"], said["reason"]) for said in ended["reasons"]}
    assert reasons == {(level, f"reason 47{level}") for level in (5, 3, 1)}
    assert (await group.pia.do("answer_consent", level=0))["answer"] == "refused"


async def test_one_or_two_answers_of_three_people_cannot_be_shown(asked: tuple[Group, list[Tab]]) -> None:
    group, people = asked
    for tab in people[:2]:
        await tab.ok("answer_consent", level=2, reason="hers alone")
        assert (await group.fay.do("close_consent"))["answer"] == "refused"
    await write(group, "We start in June.")
    ended = group.fay.meta("consents")[0]
    assert (ended["counts"], ended["reasons"], ended["silent"]) == ({str(n): 0 for n in range(6)}, [], 1)
    assert group.fay.meta("consent") == {"n": 2, "open": True}


async def test_another_wording_asks_again_and_keeps_what_was_said_of_the_first(asked: tuple[Group, list[Tab]]) -> None:
    group, people = asked
    for tab in people:
        await tab.ok("answer_consent", level=4)
    await write(group, DECISION, why="Because.", owner="Ben")
    assert group.fay.meta("consent") == {"n": 1, "open": True}, "the wording is the same"
    await write(group, "We start in June.")
    assert [(one["n"], one["decision"], one["counts"]["4"]) for one in group.fay.meta("consents")] == [(1, DECISION, 3)]
    await group.pia.until(lambda tab: tab.notice["you"]["consent"] is None and tab.notice["counts"]["answered"] == 0)
    assert (await group.pia.do("answer_consent", level=4, n=1))["answer"] == "refused"
    await group.pia.ok("answer_consent", level=0, n=2)
    await group.pia.until(lambda tab: (tab.notice["you"]["consent"] or {}).get("n") == 2)


async def test_a_wording_that_was_not_read_is_not_replaced(asked: tuple[Group, list[Tab]]) -> None:
    group, people = asked
    await people[0].ok("answer_consent", level=4)
    option = group.fay.meta("rounds")[0]["options"][0]["option"]
    other: dict[str, object] = {"decision": "We start in July.", "owner": "Olga", "shortlist": [option]}
    answer = await group.fay.do("write_decision", after=0, **other)
    assert (answer["answer"], answer["code"]) == ("refused", Refusal.NEWER_WORDING)
    assert (group.fay.meta("decision")["decision"], group.fay.meta("consent")) == (DECISION, {"n": 1, "open": True})
    await group.fay.until(lambda tab: tab.notice["counts"]["answered"] == 1)
    assert (await group.fay.do("write_decision", after=-1, **other))["answer"] == "refused"
    # Whoever has read it replaces it, and so does a client that does not say what it has read.
    await group.fay.ok("write_decision", after=1, **other)
    assert (await group.fay.do("write_decision", after=1, **other))["code"] == Refusal.NEWER_WORDING
    await write(group, "We start in August.")
    assert group.fay.meta("decision")["n"] == 3


async def test_a_step_back_forgets_the_answers_and_asks_again(asked: tuple[Group, list[Tab]]) -> None:
    group, people = asked
    for tab in people:
        await tab.ok("answer_consent", level=4)
    await group.goes("cluster")
    await group.goes("decide")
    assert group.fay.meta("consents") == []
    await write(group, DECISION)
    assert group.fay.meta("consent")["open"]
    await group.pia.ok("answer_consent", level=1)


async def test_answers_that_are_none_are_refused(asked: tuple[Group, list[Tab]]) -> None:
    group, people = asked
    for fields in ({"level": 6}, {"level": -1}, {"level": "5"}, {"level": 5, "reason": "x" * 501}, {}):
        assert (await people[0].do("answer_consent", **fields))["answer"] == "refused", fields
    await people[0].ok("answer_consent", level=5, reason="x" * 500)
    assert (await group.fay.do("close_consent"))["answer"] == "refused"
