"""The whole table of a session's rights compared in one go."""

import pytest

from board.errors import Refused
from board.protocol.refusals import Refusal
from board.protocol.worksession.links import Link
from board.protocol.worksession.states import ORDER, State
from board.words import say
from board.worksessions.rules.policy import RULES, Course, Standing, allow
from tests.worksessions.table import PEOPLE, beside_a_board, rows, who


@pytest.mark.parametrize("everyone_runs_the_clock", [True, False])
@pytest.mark.parametrize("nearly", [True, False])
@pytest.mark.parametrize("left_open", [True, False])
@pytest.mark.parametrize("correcting", [True, False])
def test_the_whole_table(*, everyone_runs_the_clock: bool, nearly: bool, left_open: bool, correcting: bool) -> None:
    courses = [Course(state, everyone_runs_the_clock, nearly, left_open, correcting) for state in ORDER]
    written = {
        (course.state.value, person, command): person in who(cell, course)
        for command, cells in rows().items()
        for course, cell in zip(courses, cells, strict=True)
        for person in PEOPLE
    }
    computed = {
        (course.state.value, person, command): allow(course, standing, command) is None
        for command in RULES
        for course in courses
        for person, standing in PEOPLE.items()
    }
    assert len(written) == 4 * 8 * len(RULES)
    assert computed == written


def test_beside_an_open_board_only_what_tells_nobody_apart_is_possible() -> None:
    course, beside = Course(State.RUNNING, board_open=True), beside_a_board()
    assert beside <= RULES.keys()
    refused = {
        (name, command)
        for name, person in PEOPLE.items()
        for command in RULES
        if allow(course, person, command) == Refused(Refusal.BOARD_OPEN)
    }
    expected = {
        (name, command)
        for command, cells in rows().items()
        for name in who(cells[ORDER.index(State.RUNNING)], course)
        if command not in beside and name != "accepter"
    }
    assert refused == expected
    assert len({command for _, command in refused}) > 20


@pytest.mark.parametrize("link", [Link.READ, Link.ACCEPT])
def test_a_link_that_does_not_join_gives_no_power_whatever_somebody_was_before(link: Link) -> None:
    person = Standing(link, joined=False, decider=True, finisher=True)
    allowed = {name for name in RULES if allow(Course(State.RUNNING, nearly=True), person, name) is None}
    assert allowed == ({"accept_contract"} if link == "accept" else set())


def test_the_refusal_says_what_is_missing() -> None:
    running, ended = Course(State.RUNNING, everyone_runs_the_clock=False), Course(State.ENDED)
    assert allow(running, PEOPLE["reader"], "park") == Refused(Refusal.READING)
    assert allow(running, PEOPLE["guest"], "park") == Refused(Refusal.JOIN_FIRST)
    assert allow(running, PEOPLE["member"], "pause") == Refused(Refusal.LEAD_RUNS_THE_CLOCK)
    assert allow(running, PEOPLE["member"], "end") == Refused(Refusal.ONLY_DECIDER)
    assert allow(running, PEOPLE["acting"], "delete") == Refused(Refusal.ONLY_LEAD)
    assert allow(ended, PEOPLE["member"], "finish") == Refused(Refusal.ONLY_FINISHER)
    assert allow(ended, PEOPLE["lead"], "start") == Refused(Refusal.NOT_IN_STATE, state="ended")
    assert allow(running, PEOPLE["lead"], "nonsense") == Refused(Refusal.UNKNOWN_COMMAND)


def test_every_refusal_is_a_sentence() -> None:
    for command in RULES:
        for state in State:
            for person in PEOPLE.values():
                if refused := allow(Course(state), person, command):
                    assert say(refused.code, **refused.params).endswith(".")


def test_the_lead_plans_before_giving_a_name() -> None:
    lead, guest = Standing(Link.LEAD), PEOPLE["guest"]
    for command in ("edit_contract", "add_condition", "edit_condition", "add_item", "start"):
        assert allow(Course(State.PLAN), lead, command) is None
    assert allow(Course(State.PLAN), guest, "add_condition") == Refused(Refusal.JOIN_FIRST)
    assert allow(Course(State.PLAN), lead, "add_task") == Refused(Refusal.JOIN_FIRST), "a task belongs to somebody"
