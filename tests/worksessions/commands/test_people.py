"""Who is in a session, by command: names, places and who is told apart."""

import pytest

from board.people.cookie import Person
from board.people.links import mint
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.links import Link
from tests.worksessions.in_memory import Desk


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ben", "Ben"),
        ("Ana", "Ana 2"),
        (" ANA ", "ANA 2"),
        ("A\u200dna", "A\u200dna 2"),
        ("\uff21na", "\uff21na 2"),
        ("Ana\n(leads)", "Ana (leads)"),
    ],
)
def test_names_that_look_alike_are_told_apart(name: str, shown: str) -> None:
    desk = Desk()
    assert desk.document.people[desk.id(desk.comes(name))].name == shown


def test_a_name_is_told_apart_from_every_other() -> None:
    desk = Desk()
    names = [desk.document.people[desk.id(desk.comes(name))].name for name in ("Ana", "Ana 2", "ana")]
    assert names == ["Ana 2", "Ana 2 2", "ana 3"]


def test_whoever_was_removed_gives_a_place_back() -> None:
    """Somebody with the join link can invent people until nobody else may join."""
    desk = Desk(people=10)
    invented = [desk.comes(f"Person {number}") for number in range(7)]
    late = Person(mint(), {Link.JOIN: mint()})
    assert desk.no(late, "join", name="Late") is Refusal.SESSION_FULL
    for one in invented[1:]:
        desk.ok(desk.lead, "remove", person=desk.id(one))
    desk.ok(late, "join", name="Late")


def test_a_session_remembers_so_many_people_who_were_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "REMOVED", 3)
    desk = Desk(people=10)
    for number in range(12):
        desk.ok(desk.lead, "remove", person=desk.id(desk.comes(f"Person {number}")))
    late = Person(mint(), {Link.JOIN: mint()})
    assert desk.no(late, "join", name="Late") is Refusal.SESSION_FULL
    assert len(desk.document.people) == 13
