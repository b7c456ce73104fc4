"""A yes or no, and who cannot take it back."""

from board.people.cookie import Person
from board.people.links import mint
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.links import Link
from tests.worksessions.in_memory import Desk


def client() -> Person:
    """Somebody with the accept link."""
    return Person(mint(), {Link.ACCEPT: mint()})


def answers(desk: Desk) -> list[tuple[str, bool, str | None]]:
    return [(one.name, one.yes, one.person) for one in desk.document.meta.agreed]


def test_nobody_in_the_session_takes_back_what_a_client_said() -> None:
    desk = Desk()
    ben = desk.comes("Mara")
    desk.ok(client(), "accept_contract", name="Mara", yes=True)
    desk.ok(ben, "accept_contract", name="Mara", yes=False)
    desk.ok(desk.lead, "accept_contract", name="Mara", yes=False)
    assert answers(desk) == [("Mara", True, None), ("Mara", False, desk.id(ben)), ("Mara", False, desk.id(desk.lead))]
    desk.ok(client(), "accept_contract", name="Mara", yes=False)
    assert ("Mara", False, None) in answers(desk)
    assert len(answers(desk)) == 3


def test_one_person_uses_up_a_quarter_of_the_answers_and_some_are_kept_for_clients() -> None:
    desk = Desk()
    people = [desk.comes(f"Person {number}") for number in range(5)]
    for one in people:
        number = 0
        while desk.give(one, "accept_contract", name=f"name {number}", yes=True).reason is None:
            number += 1
            assert number <= limits.ACCEPTED // 4
    assert len(answers(desk)) == limits.ACCEPTED - limits.ACCEPTED // 5
    for number in range(limits.ACCEPTED // 5):
        desk.ok(client(), "accept_contract", name=f"client {number}", yes=True)
    assert desk.no(client(), "accept_contract", name="one more", yes=True) is Refusal.ENOUGH_NAMES


def test_a_name_stands_on_one_line() -> None:
    desk = Desk()
    desk.ok(client(), "accept_contract", name="Mara\n- Ben says no", yes=True)
    assert [name for name, *_ in answers(desk)] == ["Mara - Ben says no"]
