"""Why a line is on the shortlist, by the tally alone."""

from typing import Any

import pytest

from board.decisions.health import findings
from board.decisions.standing import Cut, bold_winners, cut, scores, standing
from board.protocol.document import Round, TallyLine


def a_round(got: dict[str, int], bold: dict[str, int] | None = None, **more: Any) -> Round:  # noqa: ANN401
    lines = [TallyLine(option, dots, (bold or {}).get(option, 0)) for option, dots in got.items()]
    tally = tuple(sorted(lines, key=lambda line: -line.dots))
    told: dict[str, Any] = {
        "round": 1,
        "runoff": False,
        "dots": 5,
        "joined": 9,
        "ballots": 9,
        "abstained": 0,
        "unspent": 0,
        "options": (),
    }
    return Round(**told | {"tally": tally} | more)


FIVE = a_round({"a": 9, "b": 7, "c": 5, "d": 5, "e": 0}, {"d": 3, "a": 1})


@pytest.mark.parametrize(
    ("shortlist", "bold", "expected"),
    [
        (["a", "b"], [], Cut({"a": "count", "b": "count"}, [], [])),
        (["b", "a"], [], Cut({"b": "count", "a": "count"}, [], [])),
        (["a", "b", "c"], [], Cut({"a": "count", "b": "count", "c": "count"}, [], ["d"])),
        (["a", "b", "c", "d"], [], Cut({"a": "count", "b": "count", "c": "count", "d": "count"}, [], [])),
        (["a", "c"], [], Cut({"a": "count", "c": "chosen"}, ["b"], [])),
        (["b", "c"], [], Cut({"b": "count", "c": "chosen"}, ["a"], [])),
        (["b"], [], Cut({"b": "chosen"}, ["a"], [])),
        (["a", "e"], [], Cut({"a": "count", "e": "chosen"}, ["b"], [])),
        # The bold winner is there in its own right, and takes no place from the others.
        (["a", "b", "d"], ["d"], Cut({"a": "count", "b": "count", "d": "bold"}, [], [])),
        (["a", "b", "c", "d"], ["d"], Cut({"a": "count", "b": "count", "c": "count", "d": "count"}, [], [])),
        (["a", "b", "c"], ["a"], Cut({"a": "count", "b": "count", "c": "count"}, [], ["d"])),
        (["a"], ["a"], Cut({"a": "count"}, [], [])),
        (["d"], ["d"], Cut({"d": "bold"}, ["a"], [])),
    ],
)
def test_every_line_says_why_it_is_there(shortlist: list[str], bold: list[str], expected: Cut) -> None:
    assert cut([FIVE], shortlist, bold) == expected


def test_without_a_vote_every_line_was_chosen() -> None:
    assert cut([], ["a"], []) == Cut({"a": "chosen"}, [], [])


def test_what_got_no_dots_is_never_there_by_the_count() -> None:
    assert cut([a_round({"a": 0, "b": 0})], ["a", "b"], []).why == {"a": "chosen", "b": "chosen"}


def test_a_run_off_orders_its_options_anew_where_the_best_of_them_stood() -> None:
    rounds = [FIVE, a_round({"d": 8, "c": 6}, round=2, runoff=True)]
    assert standing(rounds) == [["a"], ["b"], ["d"], ["c"], ["e"]]
    assert cut(rounds, ["a", "b", "d"], []) == Cut({"a": "count", "b": "count", "d": "count"}, [], [])
    assert cut(rounds, ["a", "b", "c"], []) == Cut({"a": "count", "b": "count", "c": "chosen"}, ["d"], [])


def test_a_second_whole_round_takes_the_place_of_the_first() -> None:
    rounds = [FIVE, a_round({"e": 4, "a": 1}, round=2)]
    assert standing(rounds) == [["e"], ["a"]]
    assert scores(rounds)["e"].dots == 4
    assert scores(rounds)["b"].round == 1


def test_bold_winners_are_those_with_most_picks_and_nobody_without_one() -> None:
    assert bold_winners([FIVE]) == ["d"]
    assert bold_winners([FIVE, a_round({"c": 3, "d": 2}, runoff=True)]) == ["d"]
    assert bold_winners([a_round({"a": 1, "b": 1})]) == []


def test_health_names_ties_one_dot_margins_and_turnout() -> None:
    one = a_round({"a": 6, "b": 5, "c": 5, "d": 2, "e": 0, "f": 0}, joined=9, ballots=8, abstained=1, unspent=2)
    assert findings(one) == [
        {"finding": "one_dot", "above": ["a"], "below": ["b", "c"]},
        {"finding": "tie", "dots": 5, "options": ["b", "c"]},
        {"finding": "turnout", "joined": 9, "ballots": 8, "abstained": 1, "unspent": 2},
    ]


def test_health_names_what_looks_alike_and_where_it_would_stand_as_one() -> None:
    one = a_round({"a": 6, "b": 4, "c": 3, "d": 0, "e": 0}, joined=9, ballots=8, abstained=0, unspent=0)
    names = {"a": "Plant trees", "b": "Cap the rents", "c": "cap the rents!", "d": "CAP THE RENTS", "e": "Plant trees"}
    stood = [{"option": option, "name": name} for option, name in names.items()]
    found = [finding for finding in findings(one, stood) if finding["finding"] == "look_alike"]
    assert found == [{"finding": "look_alike", "options": ["b", "c"], "dots": 7, "place": 1}]
    as_many = a_round({"a": 7, "b": 4, "c": 3}, joined=9, ballots=8, abstained=0, unspent=0)
    assert [one["place"] for one in findings(as_many, stood) if one["finding"] == "look_alike"] == [2]


def test_what_is_hidden_looks_like_nothing() -> None:
    one = a_round({"a": 2, "b": 1}, joined=3, ballots=3, abstained=0, unspent=0)
    stood = [{"option": "a", "name": None}, {"option": "b", "name": None}]
    assert {finding["finding"] for finding in findings(one, stood)} == {"one_dot", "turnout"}
