"""Where a shortlist departs from the count, and what it was chosen from: the record and the page say the same."""

from typing import Any

import pytest

from board.decisions.reading import day_to_decide_by
from board.decisions.standing import Cut, cut, options_to_choose_from, rounds_of
from tests.vectors import vectors

RECOMMENDED = vectors("recommended")


@pytest.mark.parametrize("case", vectors("standing"), ids=lambda case: case["name"])
def test_why_each_line_is_on_the_shortlist(case: dict[str, Any]) -> None:
    rounds = [
        {"round": n, "runoff": one["runoff"], "tally": [_line(*got) for got in one["dots"].items()]}
        for n, one in enumerate(case["rounds"], start=1)
    ]
    assert cut(rounds_of({"rounds": rounds}), case["shortlist"], case["bold"]) == Cut(
        case["why"], case["left_out"], case["tied"]
    )


def _line(option: str, dots: int) -> dict[str, Any]:
    return {"option": option, "dots": dots, "bold": 0}


@pytest.mark.parametrize("case", RECOMMENDED["options"], ids=str)
def test_how_many_options_there_were_to_choose_from(case: dict[str, Any]) -> None:
    rounds = [{"runoff": one["runoff"], "options": [{}] * one["options"]} for one in case["rounds"]]
    record = {"rounds": rounds, "shortlist": [{}] * case["shortlist"]}
    assert options_to_choose_from(record) == case["options"]


@pytest.mark.parametrize("case", RECOMMENDED["days"], ids=str)
def test_the_day_stands_within_a_sentence(case: dict[str, Any]) -> None:
    assert day_to_decide_by({"decide_by": case["typed"]}) == case["day"]
