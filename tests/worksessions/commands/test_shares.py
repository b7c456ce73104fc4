"""Nobody uses up what everybody needs: a quarter for one person, a fifth kept for the lead."""

import pytest

from board.people.cookie import Person
from board.protocol.refusals import Refusal
from board.words import say
from tests.worksessions.in_memory import Desk, new

MOST = 20
COMMANDS = {
    "tasks": ("add_task", "task"),
    "parked": ("park", "parked"),
    "conditions": ("add_condition", "condition"),
    "agreements": ("propose_agreement", "agreement"),
}
"""what is limited → the command that adds one, and what its id is called"""


def until_refused(desk: Desk, person: Person, what: str) -> tuple[int, str]:
    """How many one person adds before a refusal, and which part of the limit is used up."""
    do, id = COMMANDS[what]
    for count in range(MOST + 1):
        answer = desk.give(person, do, **{id: new()}, text="x")
        if answer.reason is not None:
            assert answer.at_limit
            assert answer.reason.code is Refusal.SESSION_FULL
            assert answer.reason.params["what"] == what
            assert say(answer.reason.code, **answer.reason.params).endswith(".")
            return count, str(answer.reason.params["part"])
    raise AssertionError("nothing is refused")


@pytest.mark.parametrize("what", COMMANDS)
def test_a_quarter_for_one_person_and_a_fifth_for_the_lead(what: str) -> None:
    desk = Desk("team", (), **{what: MOST}).started()
    first, *others = [desk.comes(f"Person {n}") for n in range(4)]
    if what == "agreements":
        # By name, so that more than one can be open.
        desk.here = {desk.id(desk.lead), desk.id(first)}
    assert until_refused(desk, first, what) == (5, "share")
    assert [until_refused(desk, one, what) for one in others] == [(5, "share"), (5, "share"), (1, "reserve")]
    assert until_refused(desk, desk.lead, what) == (4, "limit")


@pytest.mark.parametrize("what", COMMANDS)
def test_one_person_alone_is_bound_by_the_limit_alone(what: str) -> None:
    desk = Desk("individual", (), **{what: MOST}).started()
    assert until_refused(desk, desk.lead, what) == (MOST, "limit")


def test_the_agenda_has_a_limit() -> None:
    desk = Desk(items=7)
    for _ in range(2):
        desk.ok(desk.lead, "add_item", item=new(), title="x", minutes=1)
    assert desk.no(desk.lead, "add_item", item=new(), title="x", minutes=1) is Refusal.SESSION_FULL


def test_a_thought_that_becomes_a_task_counts_as_one() -> None:
    desk = Desk(tasks=4).started()
    ben, thoughts = desk.comes("Ben"), [new(), new()]
    for id in thoughts:
        desk.ok(ben, "park", parked=id, text="x")
    desk.ok(ben, "settle_parked", parked=thoughts[0], **{"as": "task"})
    assert desk.no(ben, "settle_parked", parked=thoughts[1], **{"as": "task"}) is Refusal.SESSION_FULL
    assert desk.document.parked[thoughts[1]].settled is None
    desk.ok(ben, "settle_parked", parked=thoughts[0], **{"as": "task"})
