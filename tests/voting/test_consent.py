"""The consent check: six answers, counted and told without names or order."""

import json
import random
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.errors import Refused
from board.protocol.document import Reason
from board.protocol.refusals import Refusal
from board.voting.consent import REASON_LIMIT, Answer, Summary, check, summary


def as_it_is(items: list[Any]) -> None:
    """A shuffle that changes nothing."""


@pytest.mark.parametrize("level", range(6))
def test_the_six_levels(level: int) -> None:
    assert check(Answer(level)) is None


@pytest.mark.parametrize("level", [-1, 6, 100, True, False, 3.0, "3", None, float("nan")])
def test_nothing_else_is_a_level(level: object) -> None:
    assert check(Answer(level)) == Refused(Refusal.NOT_A_LEVEL)  # type: ignore[arg-type]


def test_the_length_of_a_reason_is_counted_in_characters() -> None:
    assert REASON_LIMIT == 500
    assert check(Answer(1, "🙂" * 500)) is None
    assert check(Answer(1, "x" * 501)) == Refused(Refusal.TOO_LONG, limit=500, length=501)


def test_space_around_a_reason_does_not_count() -> None:
    assert check(Answer(1, "  " + "x" * 500 + "\n")) is None


def test_the_summary() -> None:
    answers = [Answer(5), Answer(5), Answer(3, "if we start small"), Answer(1, "too dear"), Answer(0)]
    told = summary(answers, joined=7, shuffle=as_it_is)
    assert told == Summary(
        counts={"0": 1, "1": 1, "2": 0, "3": 1, "4": 0, "5": 2},
        silent=2,
        reasons=(Reason(3, "if we start small"), Reason(1, "too dear")),
    )
    assert told.objections == 2


def test_the_summary_in_the_form_of_the_document() -> None:
    told = summary([Answer(1, " too dear ")], joined=3, shuffle=as_it_is)
    assert json.loads(msgspec.json.encode(told)) == {
        "counts": {"0": 0, "1": 1, "2": 0, "3": 0, "4": 0, "5": 0},
        "silent": 2,
        "reasons": [{"level": 1, "reason": "too dear"}],
    }


def test_an_empty_check_is_all_silence() -> None:
    assert summary([], joined=4, shuffle=as_it_is).silent == 4


def test_silence_is_never_negative() -> None:
    assert summary([Answer(5), Answer(5)], joined=1, shuffle=as_it_is).silent == 0


def test_blank_reasons_are_none() -> None:
    assert summary([Answer(2, " \n ")], joined=1, shuffle=as_it_is).reasons == ()


def test_the_shuffle_decides_the_order_of_the_reasons() -> None:
    answers = [Answer(n, f"reason {n}") for n in range(6)]
    told = summary(answers, joined=6, shuffle=lambda reasons: reasons.reverse())
    assert [answer.level for answer in told.reasons] == [5, 4, 3, 2, 1, 0]


def test_the_answers_themselves_are_left_alone() -> None:
    answers = [Answer(n, f"reason {n}") for n in range(6)]
    summary(answers, joined=6, shuffle=lambda reasons: reasons.reverse())
    assert [answer.level for answer in answers] == [0, 1, 2, 3, 4, 5]


@given(st.lists(st.builds(Answer, st.integers(0, 5), st.sampled_from(["", "why", "because"]))), st.integers(0, 5))
def test_every_answer_is_told_and_nothing_else(answers: list[Answer], silent: int) -> None:
    told = summary(answers, joined=len(answers) + silent, shuffle=random.Random(1).shuffle)
    assert sum(told.counts.values()) == len(answers)
    assert told.silent == silent
    assert told.objections == sum(answer.level <= 1 for answer in answers)
    given = sorted((answer.level, answer.reason) for answer in answers if answer.reason)
    assert sorted((reason.level, reason.reason) for reason in told.reasons) == given
