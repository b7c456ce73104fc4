"""Tasks and thoughts for later."""

import pytest

from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.document import Owner, Task
from board.protocol.worksession.states import State
from tests.worksessions.in_memory import Desk, new


@pytest.fixture
def desk() -> Desk:
    return Desk().started()


def test_a_task_is_added_once(desk: Desk) -> None:
    id, me = new(), desk.id(desk.lead)
    desk.ok(
        desk.lead,
        "add_task",
        task=id,
        text="Call Iris",
        owner={"person": me},
        when="2026-12-04",
        first_step=" find the number ",
        item=desk.order[1],
    )
    desk.same(desk.lead, "add_task", task=id, text="Call somebody else")
    assert desk.document.tasks == {
        id: Task(
            text="Call Iris",
            owner=Owner(person=me),
            when="2026-12-04",
            first_step="find the number",
            item=desk.order[1],
        )
    }


def test_a_task_of_now_needs_nothing_but_words(desk: Desk) -> None:
    id = new()
    desk.ok(desk.lead, "add_task", task=id, text="Count", when="  ", owner={"words": "the city"})
    assert desk.document.tasks[id] == Task(text="Count", owner=Owner(words="the city"))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"text": ""}, Refusal.EMPTY),
        ({"text": "x" * (limits.TASK + 1)}, Refusal.TOO_LONG),
        ({"when": "2026-02-30"}, Refusal.NO_DAY),
        ({"when": "x" * (limits.WHEN + 1)}, Refusal.TOO_LONG),
        ({"first_step": "x" * (limits.FIRST_STEP + 1)}, Refusal.TOO_LONG),
        ({"item": new()}, Refusal.NO_ITEM),
        ({"owner": {"words": ""}}, Refusal.EMPTY),
        ({"owner": {"person": "nobody"}}, Refusal.NO_PERSON),
    ],
)
def test_what_a_task_does_not_take(desk: Desk, fields: dict[str, object], code: Refusal) -> None:
    assert desk.no(desk.lead, "add_task", **({"task": new(), "text": "Count"} | fields)) is code
    if "item" not in fields:
        id = new()
        desk.ok(desk.lead, "add_task", task=id, text="Count")
        assert desk.no(desk.lead, "edit_task", task=id, **fields) is code


def test_a_task_lives_on_after_the_end(desk: Desk) -> None:
    id, ben = new(), desk.comes("Ben")
    desk.ok(ben, "add_task", task=id, text="Count", when="after lunch")
    for state in (State.ENDED, State.SHARED):
        with desk.session.change():
            desk.session.canvas.put_meta(state=state)
        desk.ok(ben, "edit_task", task=id, when=f"in {state}")
        desk.ok(ben, "set_task", task=id, state="dropped", note="not needed")
        dropped = Task(text="Count", when=f"in {state}", state="dropped", note="not needed")
        assert desk.document.tasks[id] == dropped
        desk.ok(ben, "set_task", task=id, state="open")
        assert desk.document.tasks[id].note is None
    assert desk.no(ben, "edit_task", task=new(), text="x") is Refusal.NO_TASK
    assert desk.no(ben, "set_task", task=new(), state="done") is Refusal.NO_TASK
    assert desk.no(ben, "set_task", task=id, state="done", note="x" * (limits.NOTE + 1)) is Refusal.TOO_LONG


def test_a_thought_becomes_one_task(desk: Desk) -> None:
    id, ben = new(), desk.comes("Ben")
    desk.ok(ben, "park", parked=id, text="x" * limits.PARKED)
    desk.same(ben, "park", parked=id, text="again")
    for person in (ben, desk.lead):
        desk.ok(person, "settle_parked", parked=id, **{"as": "task"})
    assert list(desk.document.tasks.values()) == [Task(text="x" * limits.PARKED)]
    assert desk.document.parked[id].settled == "task"
    desk.ok(ben, "edit_task", task=id, text="y" * limits.PARKED)
    desk.ok(ben, "settle_parked", parked=id, **{"as": "next"})
    desk.ok(ben, "settle_parked", parked=id, **{"as": "task"})
    assert list(desk.document.tasks.values()) == [Task(text="y" * limits.PARKED)]


def test_what_a_thought_does_not_take(desk: Desk) -> None:
    assert desk.no(desk.lead, "park", parked=new(), text=" ") is Refusal.EMPTY
    assert desk.no(desk.lead, "park", parked=new(), text="x" * (limits.PARKED + 1)) is Refusal.TOO_LONG
    assert desk.no(desk.lead, "settle_parked", parked=new(), **{"as": "next"}) is Refusal.NO_THOUGHT


def test_after_the_end_a_task_changes_in_owner_day_and_first_step_alone(desk: Desk) -> None:
    id = new()
    desk.ok(desk.lead, "add_task", task=id, text="Call Iris")
    desk.ok(desk.lead, "end", verdict="done")
    assert desk.no(desk.lead, "edit_task", task=id, text="Call nobody") is Refusal.NOT_IN_STATE
    desk.ok(desk.lead, "edit_task", task=id, owner={"words": "Mara"}, when="2027-01-08", first_step="find the number")
    assert (desk.document.tasks[id].text, desk.document.tasks[id].when) == ("Call Iris", "2027-01-08")
