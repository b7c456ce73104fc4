"""The agenda that a session begins with."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.worksessions.rules.agenda import LONG, LONGEST, SHORTEST, Kind, lacking, proposed

MINUTES = st.integers(SHORTEST, LONGEST)
KINDS: list[Kind] = ["team", "brainstorming", "individual", "deep_work", "coworking"]


def shown(kind: Kind, minutes: int) -> str:
    return " · ".join(f"{one.step} {one.minutes}" for one in proposed(kind, minutes))


@pytest.mark.parametrize(
    ("kind", "minutes", "agenda"),
    [
        ("team", 60, "agree 5 · draft 25 · break 5 · review 20 · finish 5"),
        ("brainstorming", 60, "board 30 · break 5 · draft 20 · finish 5"),
        ("individual", 60, "work 58 · finish 2"),
        ("deep_work", 50, "work 48 · finish 2"),
        ("coworking", 60, "work 55 · finish 5"),
        ("team", 30, "agree 5 · draft 11 · review 9 · finish 5"),
        ("team", 120, "agree 5 · draft 32 · break 10 · draft 32 · break 10 · review 26 · finish 5"),
        ("coworking", 90, "work 38 · break 10 · work 37 · finish 5"),
        ("coworking", 120, "work 53 · break 10 · work 52 · finish 5"),
        ("brainstorming", 120, "board 37 · break 10 · draft 32 · break 10 · draft 26 · finish 5"),
    ],
)
def test_each_kind_begins_with_its_agenda(kind: Kind, minutes: int, agenda: str) -> None:
    assert shown(kind, minutes) == agenda


@settings(deadline=None)
@given(st.sampled_from(KINDS), MINUTES)
def test_an_agenda_fills_its_time_and_ends_with_the_finish(kind: Kind, minutes: int) -> None:
    agenda = proposed(kind, minutes)
    assert sum(one.minutes for one in agenda) == minutes
    assert min(one.minutes for one in agenda) >= 1
    assert [one.kind for one in agenda].count("finish") == 1
    assert agenda[-1].kind == "finish"


@settings(deadline=None)
@given(st.sampled_from(KINDS[:2]), MINUTES)
def test_a_session_together_has_the_breaks_that_it_needs(kind: Kind, minutes: int) -> None:
    breaks = [one.minutes for one in proposed(kind, minutes) if one.kind == "break"]
    assert lacking(minutes, breaks) == 0
    assert len(breaks) == minutes // 60


def test_only_a_long_session_has_to_have_breaks() -> None:
    assert lacking(LONG - 1, []) == 0
    assert (lacking(LONG, []), lacking(120, [10]), lacking(120, [10, 10])) == (10, 10, 0)
