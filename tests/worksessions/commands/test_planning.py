"""Items of the agenda by command, before the start and while the clock runs."""

import pytest

from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from tests.worksessions.in_memory import Desk, new


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_an_item_is_added_once_before_the_finish(desk: Desk) -> None:
    id = new()
    desk.ok(desk.lead, "add_item", item=id, title=" Legal ", minutes=10)
    desk.same(desk.lead, "add_item", item=id, title="again", minutes=20)
    assert desk.order[-2] == id
    assert (desk.item(-2).title, desk.item(-2).minutes, desk.item(-2).kind) == ("Legal", 10, "work")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": ""}, Refusal.EMPTY),
        ({"title": "x" * (limits.ITEM_TITLE + 1)}, Refusal.TOO_LONG),
        ({"rank": ""}, Refusal.BAD_RANK),
        ({"rank": "V0"}, Refusal.BAD_RANK),
        ({"rank": "z"}, Refusal.FINISH_STAYS),
        ({"owner": {"words": "Mara", "person": "m"}}, Refusal.OWNER_UNCLEAR),
    ],
)
def test_what_an_agenda_does_not_take(desk: Desk, fields: dict[str, object], code: Refusal) -> None:
    assert desk.no(desk.lead, "add_item", **({"item": new(), "title": "Legal", "minutes": 10} | fields)) is code


def test_an_item_changes_by_its_fields(desk: Desk) -> None:
    id = desk.order[1]
    desk.ok(desk.lead, "edit_item", item=id, title="Write", owner={"person": desk.id(desk.lead)})
    desk.ok(desk.lead, "edit_item", item=id, minutes=30)
    item = desk.document.agenda[id]
    assert (item.title, item.minutes, item.owner and item.owner.person) == ("Write", 30, desk.id(desk.lead))
    desk.ok(desk.lead, "edit_item", item=id, owner=None, rank="0003V")
    assert desk.order[2] == id
    for field, code in (
        ({"title": " "}, Refusal.EMPTY),
        ({"owner": {"person": "nobody"}}, Refusal.NO_PERSON),
        ({"rank": "0"}, Refusal.BAD_RANK),
        ({"rank": "9"}, Refusal.FINISH_STAYS),
        ({"item": new()}, Refusal.NO_ITEM),
    ):
        assert desk.no(desk.lead, "edit_item", **({"item": id} | field)) is code


def test_the_running_item_stays_and_others_go(desk: Desk) -> None:
    ben = desk.comes("Ben")
    first, second, *_, finish = desk.order
    task = new()
    desk.ok(ben, "take", item=second)
    desk.ok(ben, "add_task", task=task, text="Call", item=second)
    desk.started()
    assert desk.no(desk.lead, "remove_item", item=first) is Refusal.ITEM_RUNS
    assert desk.no(desk.lead, "remove_item", item=finish) is Refusal.FINISH_STAYS
    desk.ok(desk.lead, "remove_item", item=second)
    desk.same(desk.lead, "remove_item", item=second)
    assert second not in desk.document.agenda
    assert desk.document.people[desk.id(ben)].taken is None
    assert desk.document.tasks[task].item is None


def test_while_the_last_item_runs_nothing_is_added(desk: Desk) -> None:
    desk.started()
    for leaving in desk.order[:-1]:
        desk.ok(desk.lead, "next_item", **{"from": leaving})
    assert desk.no(desk.lead, "add_item", item=new(), title="more", minutes=5) is Refusal.ITEM_UNREACHED


def test_what_the_lead_planned_meanwhile_stays_when_an_act_is_undone(desk: Desk) -> None:
    desk.started()
    first, second, third, fourth, finish = desk.order
    desk.now += 60
    desk.ok(desk.lead, "extend", seconds=300, **{"from": second})
    added = new()
    desk.ok(desk.lead, "edit_item", item=second, minutes=40, title="Write")
    desk.ok(desk.lead, "edit_item", item=first, minutes=7)
    desk.ok(desk.lead, "edit_item", item=fourth, rank="0002V")
    desk.ok(desk.lead, "add_item", item=added, title="Legal", minutes=10)
    desk.ok(desk.lead, "remove_item", item=third)
    desk.now += 5
    desk.ok(desk.lead, "undo_clock")
    agenda = desk.document.agenda
    assert desk.order == [first, second, fourth, added, finish]
    assert {id: (agenda[id].minutes, agenda[id].extra) for id in (first, second, added)} == {
        first: (7, 0),
        second: (40, 0),
        added: (10, 0),
    }
    assert agenda[second].title == "Write"


def test_the_first_item_of_a_session_together_ends_with_a_condition() -> None:
    desk = Desk(written=())
    first, second, *_ = desk.order
    ben = desk.comes("Ben")
    desk.started()
    assert desk.no(ben, "next_item", **{"from": first}) is Refusal.CONDITION_MISSING
    desk.ok(ben, "add_condition", condition=new(), text="the price is in it")
    desk.ok(ben, "next_item", **{"from": first})
    (condition,) = desk.document.conditions
    desk.ok(desk.lead, "edit_condition", condition=condition, text=None)
    desk.ok(ben, "next_item", **{"from": second})


@pytest.mark.parametrize("kind", ["individual", "deep_work", "coworking"])
def test_alone_and_side_by_side_no_condition_is_asked_for(kind: str) -> None:
    desk = Desk(kind, written=()).started()  # type: ignore[arg-type]
    desk.ok(desk.lead, "next_item", **{"from": desk.order[0]})


def test_somebody_who_leads_by_link_alone_plans_and_runs_the_clock(desk: Desk) -> None:
    stranger = type(desk.lead)("another-browser-of-the-lead", desk.lead.links)
    desk.ok(stranger, "add_item", item=new(), title="Legal", minutes=10)
    desk.ok(stranger, "edit_contract", minutes=90)
    desk.ok(stranger, "start")
    desk.ok(stranger, "pause", paused=True)
    desk.ok(stranger, "end", verdict="done")
    desk.ok(stranger, "reopen")
    assert desk.no(stranger, "park", parked=new(), text="x") is Refusal.JOIN_FIRST
