"""What will exist at the end, "Done when", and who said yes to it."""

import pytest

from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.document import Change, Owner
from board.protocol.worksession.links import Link
from tests.worksessions.in_memory import NOW, Desk, new


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_only_the_fields_that_are_sent_change(desk: Desk) -> None:
    desk.ok(desk.lead, "edit_contract", audience="  the council ", zone="Europe/Paris", starts=1_800_003_600)
    desk.ok(desk.lead, "edit_contract", artifact="A plan", minutes=90, owner={"words": "Mara"})
    contract = desk.document.meta.contract
    assert (contract.artifact, contract.audience, contract.minutes) == ("A plan", "the council", 90)
    assert (contract.zone, contract.starts, contract.owner) == ("Europe/Paris", 1_800_003_600, Owner(words="Mara"))
    desk.ok(desk.lead, "edit_contract", audience=None, starts=None, owner=None)
    contract = desk.document.meta.contract
    assert (contract.audience, contract.starts, contract.owner, contract.artifact) == (None, None, None, "A plan")


def test_other_minutes_leave_the_agenda_as_it_is(desk: Desk) -> None:
    before = dict(desk.document.agenda)
    desk.ok(desk.lead, "edit_contract", minutes=90)
    assert desk.document.agenda == before


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"artifact": " "}, Refusal.EMPTY),
        ({"artifact": "x" * (limits.ARTIFACT + 1)}, Refusal.TOO_LONG),
        ({"audience": "x" * (limits.AUDIENCE + 1)}, Refusal.TOO_LONG),
        ({"problem": "x" * (limits.PROBLEM + 1)}, Refusal.TOO_LONG),
        ({"constraint": "x" * (limits.CONSTRAINT + 1)}, Refusal.TOO_LONG),
        ({"zone": "Mars/Olympus"}, Refusal.NO_ZONE),
        ({"zone": ""}, Refusal.NO_ZONE),
        ({"zone": "localtime"}, Refusal.NO_ZONE),
        ({"owner": {}}, Refusal.OWNER_UNCLEAR),
        ({"owner": {"person": "nobody"}}, Refusal.NO_PERSON),
    ],
)
def test_what_a_contract_does_not_take(desk: Desk, fields: dict[str, object], code: Refusal) -> None:
    assert desk.no(desk.lead, "edit_contract", **fields) is code


def test_a_change_asks_again_and_keeps_what_was_said(desk: Desk) -> None:
    ben = desk.comes("Ben")
    desk.ok(ben, "accept_contract", name="Mara", yes=True, note="go on")
    desk.same(desk.lead, "edit_contract", artifact="A brief", minutes=60)
    assert [one.outdated for one in desk.document.meta.agreed] == [False]
    desk.now += 60
    desk.ok(desk.lead, "edit_contract", minutes=90)
    (kept,) = desk.document.meta.agreed
    assert (kept.name, kept.yes, kept.note, kept.at, kept.outdated) == ("Mara", True, "go on", NOW, True)
    desk.ok(ben, "accept_contract", name="Mara", yes=True)
    (kept,) = desk.document.meta.agreed
    assert (kept.at, kept.outdated) == (NOW + 60, False)


@pytest.mark.parametrize("how", ["add", "edit", "remove"])
def test_other_conditions_ask_again_and_ticks_do_not(desk: Desk, how: str) -> None:
    desk.started()
    desk.ok(desk.lead, "accept_contract", name="Mara", yes=True)
    first = next(iter(desk.document.conditions))
    desk.ok(desk.lead, "tick_condition", condition=first, met=True)
    assert not desk.document.meta.agreed[0].outdated
    if how == "add":
        desk.ok(desk.lead, "add_condition", condition=new(), text="the date is in it")
    else:
        desk.ok(desk.lead, "edit_condition", condition=first, text="all of it is in it" if how == "edit" else None)
    assert desk.document.meta.agreed[0].outdated


def test_what_changed_while_the_work_went_on_is_kept(desk: Desk) -> None:
    desk.ok(desk.lead, "edit_contract", artifact="A plan")
    assert not desk.document.meta.changes
    desk.started()
    desk.now += 300
    first = next(iter(desk.document.conditions))
    desk.ok(desk.lead, "edit_contract", artifact="A map", minutes=90)
    desk.ok(desk.lead, "edit_condition", condition=first, text="the roads are in it")
    desk.ok(desk.lead, "edit_condition", condition=first, text=None)
    assert desk.document.meta.changes == (
        Change(at=NOW + 300, field="artifact", old="A plan"),
        Change(at=NOW + 300, field="minutes", old=60),
        Change(at=NOW + 300, field="condition", old="scope is in it"),
        Change(at=NOW + 300, field="condition", old="the roads are in it"),
    )


def test_so_many_changes_are_kept(desk: Desk) -> None:
    desk.started()
    for number in range(limits.CHANGES + 5):
        desk.ok(desk.lead, "edit_contract", audience=f"audience {number}")
    kept = desk.document.meta.changes
    assert len(kept) == limits.CHANGES
    assert kept[-1].old == f"audience {limits.CHANGES + 3}"


def test_conditions_stand_in_the_order_in_which_they_were_written(desk: Desk) -> None:
    ben = desk.comes("Ben")
    for number in range(5):
        desk.ok(ben, "add_condition", condition=new(), text=f"condition {number}")
    rows = sorted(desk.document.conditions.values(), key=lambda one: one.rank)
    assert [one.text for one in rows[2:]] == [f"condition {number}" for number in range(5)]
    assert not any(one.met for one in rows)


def test_a_condition_has_a_heading_that_follows_it(desk: Desk) -> None:
    id = new()
    desk.ok(desk.lead, "add_condition", condition=id, text="the date")
    assert desk.text.endswith("\n\n## the date\n")
    desk.same(desk.lead, "add_condition", condition=id, text="other words")
    desk.ok(desk.lead, "edit_condition", condition=id, text="the day")
    assert desk.text.endswith("\n\n## the day\n")
    desk.ok(desk.lead, "append_text", line=new(), text="soon", heading="the day")
    desk.ok(desk.lead, "edit_condition", condition=id, text=None)
    assert desk.text.endswith("## the day\n\nsoon\n"), "what was written under it stays"
    assert id not in desk.document.conditions
    desk.same(desk.lead, "edit_condition", condition=id, text=None)
    assert desk.no(desk.lead, "edit_condition", condition=id, text="x") is Refusal.NO_CONDITION


def test_a_full_text_takes_a_condition_without_a_heading(desk: Desk) -> None:
    desk.writes("x" * limits.TEXT)
    desk.ok(desk.lead, "add_condition", condition=new(), text="the date")
    assert len(desk.text) == limits.TEXT
    assert len(desk.document.conditions) == 3


def test_a_tick_has_a_note(desk: Desk) -> None:
    desk.started()
    id = next(iter(desk.document.conditions))
    desk.ok(desk.lead, "tick_condition", condition=id, met=True, note="page 2")
    assert (desk.document.conditions[id].met, desk.document.conditions[id].note) == (True, "page 2")
    desk.ok(desk.lead, "tick_condition", condition=id, met=False)
    assert (desk.document.conditions[id].met, desk.document.conditions[id].note) == (False, None)
    assert desk.no(desk.lead, "tick_condition", condition=new(), met=True) is Refusal.NO_CONDITION


def test_the_same_name_answers_once(desk: Desk) -> None:
    for name, yes in (("Mara", False), ("Iris", True), ("Mara", True)):
        desk.ok(desk.lead, "accept_contract", name=name, yes=yes)
    assert [(one.name, one.yes) for one in desk.document.meta.agreed] == [("Iris", True), ("Mara", True)]
    assert desk.no(desk.lead, "accept_contract", name=" ", yes=True) is Refusal.EMPTY
    too_long = "x" * (limits.NOTE + 1)
    assert desk.no(desk.lead, "accept_contract", name="Mara", yes=True, note=too_long) is Refusal.TOO_LONG


def test_so_many_people_answer(desk: Desk) -> None:
    for number in range(limits.ACCEPTED):
        desk.ok(desk.lead, "accept_contract", name=f"person {number}", yes=True)
    assert desk.no(desk.lead, "accept_contract", name="one more", yes=True) is Refusal.ENOUGH_NAMES
    desk.ok(desk.lead, "accept_contract", name="person 3", yes=False)


def test_a_name_that_is_typed_gives_no_power(desk: Desk) -> None:
    desk.ok(desk.lead, "edit_contract", owner={"words": "Mara"})
    mara = desk.comes("Mara")
    desk.started()
    assert mara.roles == {Link.JOIN}
    assert desk.no(mara, "end", verdict="done") is Refusal.ONLY_DECIDER
    assert desk.no(mara, "edit_contract", minutes=90) is Refusal.ONLY_LEAD
