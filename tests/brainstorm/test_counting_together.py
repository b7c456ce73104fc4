"""Who counts, where several processes see a person for a part of the 30 s."""

import pytest

from board.brainstorm.engine.attendance import Attendance
from tests.brainstorm.test_counting import person, ripe

pytestmark = pytest.mark.usefixtures("patient_crowd")


def test_time_at_another_process_is_added_and_time_at_both_is_not() -> None:
    here, there, ada = Attendance(), Attendance(), person("ada")
    there.opens(ada, 0)
    here.opens(ada, 10)
    here.receive(there.stays, 15)
    assert ripe(here, 29) == set()
    there.closes(ada, 20)
    here.receive(there.stays, 20)
    assert ripe(here, 29.9) == set()
    assert ripe(here, 30) == {"ada"}


def test_time_before_a_page_came_to_this_process_counts() -> None:
    here, there, ada = Attendance(), Attendance(), person("ada")
    there.opens(ada, 0)
    there.closes(ada, 18)
    here.receive(there.stays, 19)
    here.opens(ada, 100)
    assert ripe(here, 111.9) == set()
    assert ripe(here, 112) == {"ada"}


def test_whoever_counts_through_another_process_is_forgotten() -> None:
    attendance, ada = Attendance(), person("ada")
    attendance.opens(ada, 0)
    attendance.forget_counting(lambda _: True)
    assert attendance.stays == {}
