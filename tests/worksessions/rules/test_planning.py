"""What may become of an agenda."""

import pytest
from msgspec import structs

from board.canvas.rank import is_rank
from board.errors import Refused
from board.protocol.refusals import Refusal
from board.protocol.worksession.document import Item
from board.worksessions.rules import planning


def agenda(**changes: Item) -> dict[str, Item]:
    """Agree is over, Draft runs; a break, Review and the finish are to come."""
    rows = {
        "agree": Item(title="Agree", minutes=5, rank="0001", spent=300.0),
        "draft": Item(title="Draft", minutes=25, rank="0002"),
        "break": Item(title="Break", minutes=5, rank="0003", kind="break"),
        "review": Item(title="Review", minutes=20, rank="0004", extra=-300.0),
        "finish": Item(title="Finish", minutes=5, rank="0005", kind="finish"),
    }
    return rows | changes


def moved(id: str, **fields: object) -> Refused | None:
    plan = agenda()
    return planning.check_change(plan, id, structs.replace(plan[id], **fields), "draft")


def test_a_new_item_stands_last_before_the_finish() -> None:
    rank = planning.place(agenda())
    assert rank is not None
    assert is_rank(rank)
    assert "0004" < rank < "0005"


def test_without_a_finish_it_stands_last() -> None:
    plan = {id: one for id, one in agenda().items() if id != "finish"}
    assert (planning.place(plan) or "") > "0004"
    assert planning.place({}) == "V"
    only = {"finish": Item(title="Finish", minutes=5, rank="V", kind="finish")}
    assert (planning.place(only) or "W") < "V"


def test_many_items_find_room_before_the_finish() -> None:
    plan = agenda()
    for n in range(60):
        rank = planning.place(plan)
        assert rank is not None
        plan[f"more {n}"] = Item(title="more", minutes=1, rank=rank)
    assert planning.in_order(plan)[4:] == [*(f"more {n}" for n in range(60)), "finish"]


@pytest.mark.parametrize(
    ("id", "fields", "refused"),
    [
        ("review", {"rank": "0002V"}, None),
        ("review", {"rank": "0001V"}, Refusal.ITEM_UNREACHED),
        ("review", {"rank": "0006"}, Refusal.FINISH_STAYS),
        ("finish", {"rank": "0002V"}, Refusal.FINISH_STAYS),
        ("draft", {"rank": "0003V"}, Refusal.ITEM_RUNS),
        ("draft", {"minutes": 40, "title": "Write"}, None),
        ("agree", {"rank": "0003V"}, Refusal.ITEM_OVER),
        ("agree", {"minutes": 6}, Refusal.ITEM_OVER),
        ("agree", {"title": "Agreed"}, None),
        ("review", {"minutes": 6}, None),
        ("review", {"minutes": 5}, Refusal.TIME_GIVEN),
    ],
)
def test_what_may_change_while_the_clock_runs(id: str, fields: dict[str, object], refused: Refusal | None) -> None:
    assert moved(id, **fields) == (refused and Refused(refused))


def test_before_the_start_everything_but_the_finish_moves() -> None:
    plan = {id: structs.replace(one, spent=None) for id, one in agenda().items()}
    first = structs.replace(plan["review"], rank="0000V")
    assert planning.check_change(plan, "review", first, None) is None
    assert planning.check_order(plan, {**plan, "new": structs.replace(plan["review"], rank="1")}, None) == Refused(
        Refusal.FINISH_STAYS
    )


def test_what_is_left_out_may_stand_anywhere() -> None:
    plan = agenda(review=structs.replace(agenda()["review"], skipped=True))
    assert planning.check_change(plan, "review", structs.replace(plan["review"], rank="0001V"), "draft") is None


@pytest.mark.parametrize(
    ("id", "refused"),
    [
        ("agree", Refusal.ITEM_OVER),
        ("draft", Refusal.ITEM_RUNS),
        ("break", None),
        ("review", None),
        ("finish", Refusal.FINISH_STAYS),
    ],
)
def test_what_may_be_taken_off(id: str, refused: Refusal | None) -> None:
    assert planning.check_removal(agenda(), id, "draft") == (refused and Refused(refused))


def test_an_agenda_keeps_one_item() -> None:
    only = {"draft": Item(title="Draft", minutes=25, rank="V")}
    assert planning.check_removal(only, "draft", None) == Refused(Refusal.FINISH_STAYS)
