"""Agreements: who answers how, and what comes of it."""

import msgspec
import pytest

from board.people.cookie import Person
from board.protocol.document import Reason
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.document import Agreement
from tests.worksessions.in_memory import NOW, Desk, new


@pytest.fixture
def desk() -> Desk:
    return Desk().started()


def people(desk: Desk, *names: str) -> list[Person]:
    return [desk.lead, *map(desk.comes, names)]


def proposed(desk: Desk, person: Person, **fields: object) -> str:
    id = new()
    desk.ok(person, "propose_agreement", **({"agreement": id, "text": "One space for each home"} | fields))
    return id


def asked(desk: Desk, count: int = 4) -> tuple[list[Person], str]:
    """So many people, and a proposal of the second."""
    everybody = people(desk, *(f"Person {n}" for n in range(1, count)))
    return everybody, proposed(desk, everybody[1], why="It is enough")


def test_alone_it_is_decided_at_once(desk: Desk) -> None:
    id = proposed(desk, desk.lead, why="There\nis no room", owner={"words": "Mara"})
    agreement = desk.document.agreements[id]
    assert (agreement.by, agreement.open, agreement.agreed) == ("alone", False, True)
    assert agreement.owner is not None
    assert desk.text.endswith("\n\nDecided: One space for each home (because There is no room)\n")
    assert "Mara" not in desk.text
    desk.same(desk.lead, "propose_agreement", agreement=id, text="again")


def test_two_or_three_answer_by_name(desk: Desk) -> None:
    ana, ben, jo = people(desk, "Ben", "Jo")
    id = proposed(desk, ben)
    desk.ok(jo, "answer_agreement", agreement=id, agree=False, reason="two")
    assert desk.document.agreements[id] == Agreement(
        text="One space for each home",
        by="name",
        at=NOW,
        by_name={desk.id(ben): True, desk.id(jo): False},
        why_not={desk.id(jo): "two"},
    )
    desk.ok(jo, "answer_agreement", agreement=id, agree=True)
    assert desk.document.agreements[id].why_not is None
    assert desk.no(ana, "answer_agreement", agreement=id, level=5) is Refusal.YES_OR_NO
    desk.ok(ana, "close_agreement", agreement=id)
    desk.same(ana, "close_agreement", agreement=id)
    assert (desk.document.agreements[id].open, desk.document.agreements[id].agreed) == (False, True)
    assert desk.text.endswith("\n\nAgreed: One space for each home\n")
    assert desk.no(ana, "answer_agreement", agreement=id, agree=False) is Refusal.AGREEMENT_CLOSED


def test_one_no_and_it_is_not_agreed(desk: Desk) -> None:
    _, ben = people(desk, "Ben")
    id = proposed(desk, desk.lead)
    desk.ok(ben, "answer_agreement", agreement=id, agree=False)
    desk.ok(ben, "close_agreement", agreement=id)
    assert desk.document.agreements[id].agreed is False
    assert desk.text.endswith("\n\nNot agreed: One space for each home\n")


def test_four_answer_without_names(desk: Desk) -> None:
    everybody, id = asked(desk)
    before = desk.document.agreements[id]
    assert before == Agreement(text="One space for each home", why="It is enough", by="level", at=NOW)
    for person, level in zip(everybody, (5, 4, 2, 5), strict=True):
        desk.same(person, "answer_agreement", agreement=id, level=0)
        desk.same(person, "answer_agreement", agreement=id, level=level, reason="cars" if level == 2 else None)
    assert len(desk.session.answers) == 4
    assert desk.no(desk.lead, "answer_agreement", agreement=id, agree=True) is Refusal.NOT_A_LEVEL
    desk.ok(everybody[3], "close_agreement", agreement=id)
    assert desk.document.agreements[id] == msgspec.structs.replace(
        before,
        open=False,
        answers={"0": 0, "1": 0, "2": 1, "3": 0, "4": 1, "5": 2},
        silent=0,
        reasons=(Reason(2, "cars"),),
        agreed=True,
    )
    assert desk.text.endswith("\n\nAgreed: One space for each home (because It is enough)\n")
    assert (dict(desk.session.answers), dict(desk.session.keys)) == ({}, {})
    assert desk.session.answers.rewritten
    assert desk.session.keys.rewritten


def test_an_objection_and_it_is_not_agreed(desk: Desk) -> None:
    everybody, id = asked(desk, 5)
    for person, level in zip(everybody, (5, 1, 5), strict=False):
        desk.ok(person, "answer_agreement", agreement=id, level=level)
    desk.ok(desk.lead, "close_agreement", agreement=id)
    closed = desk.document.agreements[id]
    assert (closed.agreed, closed.silent) == (False, 2)
    assert "\n\nNot agreed: " in desk.text


def test_one_or_two_answers_are_waited_for(desk: Desk) -> None:
    everybody, id = asked(desk)
    for person in everybody[:2]:
        desk.ok(person, "answer_agreement", agreement=id, level=0, reason="4711")
        assert desk.no(desk.lead, "close_agreement", agreement=id) is Refusal.TOO_FEW_ANSWERS


@pytest.mark.parametrize("how", ["they left", "the session ends"])
def test_answers_that_are_too_few_are_never_told(desk: Desk, how: str) -> None:
    everybody, id = asked(desk)
    before = desk.text
    for person in everybody[:2]:
        desk.ok(person, "answer_agreement", agreement=id, level=0, reason="4711")
    if how == "they left":
        desk.here = {desk.id(desk.lead), desk.id(everybody[1])}
        desk.ok(desk.lead, "close_agreement", agreement=id)
    else:
        desk.ok(desk.lead, "end", verdict="done")
    closed = desk.document.agreements[id]
    assert set((closed.answers or {}).values()) == {0}
    assert (closed.reasons, closed.agreed, closed.silent) == ((), None, 2 if how == "they left" else 4)
    assert desk.text == before
    assert (dict(desk.session.answers), dict(desk.session.keys)) == ({}, {})


def test_a_check_that_nobody_answers_can_be_closed(desk: Desk) -> None:
    _, id = asked(desk)
    desk.ok(desk.lead, "close_agreement", agreement=id)
    assert (desk.document.agreements[id].agreed, desk.document.agreements[id].silent) == (None, 4)


@pytest.mark.parametrize("answers", [0, 2, 4])
def test_a_check_that_is_withdrawn_leaves_nothing_and_makes_room_for_another(desk: Desk, answers: int) -> None:
    everybody, id = asked(desk)
    before = desk.text
    for person in everybody[:answers]:
        desk.ok(person, "answer_agreement", agreement=id, level=0, reason="4711")
    desk.ok(everybody[1] if answers < 3 else desk.lead, "close_agreement", agreement=id, withdraw=True)
    assert (id in desk.document.agreements, desk.text) == (False, before)
    assert (dict(desk.session.answers), dict(desk.session.keys)) == ({}, {})
    desk.ok(desk.lead, "propose_agreement", agreement=new(), text="x")


def test_nobody_but_the_lead_withdraws_what_others_have_answered(desk: Desk) -> None:
    """Somebody who does not like the answers would make them go without a trace."""
    _, ben = people(desk, "Ben")
    named = proposed(desk, ben)
    desk.ok(desk.lead, "answer_agreement", agreement=named, agree=False)
    everybody, check = asked(desk)
    for person in everybody[:3]:
        desk.ok(person, "answer_agreement", agreement=check, level=0)
    for id in (named, check):
        assert desk.no(ben, "close_agreement", agreement=id, withdraw=True) is Refusal.ONLY_LEAD
        desk.ok(desk.lead, "close_agreement", agreement=id, withdraw=True)
    assert desk.document.agreements == {}


def test_a_proposal_by_name_is_withdrawn_beside_a_check_whose_answers_stay(desk: Desk) -> None:
    _, ben = people(desk, "Ben")
    named = proposed(desk, ben)
    everybody, check = asked(desk)
    desk.ok(everybody[0], "answer_agreement", agreement=check, level=5)
    desk.ok(ben, "close_agreement", agreement=named, withdraw=True)
    assert list(desk.document.agreements) == [check]
    assert len(desk.session.answers) == 1


def test_one_check_without_names_is_open_at_a_time(desk: Desk) -> None:
    everybody, id = asked(desk)
    assert desk.no(desk.lead, "propose_agreement", agreement=new(), text="x") is Refusal.AGREEMENT_OPEN
    desk.ok(desk.lead, "close_agreement", agreement=id)
    desk.ok(everybody[2], "propose_agreement", agreement=new(), text="x")


def test_the_end_closes_everything_that_is_open(desk: Desk) -> None:
    _, ben = people(desk, "Ben")
    named = proposed(desk, ben)
    desk.comes("Jo")
    desk.comes("Mara")
    unnamed = proposed(desk, ben)
    desk.ok(desk.lead, "end", verdict="done")
    assert [desk.document.agreements[id].open for id in (named, unnamed)] == [False, False]
    assert "\n\nAgreed: One space for each home\n" in desk.text
    assert desk.session.text_of(desk.document.meta.versions[-1].number) == desk.text


def test_a_full_text_goes_without_the_line(desk: Desk) -> None:
    desk.writes("x" * limits.TEXT)
    id = proposed(desk, desk.lead)
    assert desk.document.agreements[id].agreed
    assert desk.text == "x" * limits.TEXT


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"text": ""}, Refusal.EMPTY),
        ({"text": "x" * (limits.AGREEMENT + 1)}, Refusal.TOO_LONG),
        ({"why": "x" * (limits.WHY + 1)}, Refusal.TOO_LONG),
        ({"owner": {}}, Refusal.OWNER_UNCLEAR),
    ],
)
def test_what_is_not_proposed(desk: Desk, fields: dict[str, object], code: Refusal) -> None:
    assert desk.no(desk.lead, "propose_agreement", **({"agreement": new(), "text": "x"} | fields)) is code


def test_what_is_not_there_is_not_answered(desk: Desk) -> None:
    assert desk.no(desk.lead, "answer_agreement", agreement=new(), agree=True) is Refusal.NO_AGREEMENT
    assert desk.no(desk.lead, "close_agreement", agreement=new()) is Refusal.NO_AGREEMENT
    _, id = asked(desk)
    too_long = "x" * 501
    assert desk.no(desk.lead, "answer_agreement", agreement=id, level=3, reason=too_long) is Refusal.TOO_LONG
