"""Which ballots count, and the refusals of the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.errors import Refused
from board.protocol.document import Option
from board.protocol.refusals import Refusal
from board.voting.ballots import Ballot, check

IDS = ["a", "b", "c", "d", "e", "f", "g", "h"]
OPTIONS = [Option(key, "idea", None, n, f"idea {key}", True, (key,)) for n, key in enumerate(IDS, start=1)]


def dots(keys: str) -> dict[str, int]:
    return dict.fromkeys(keys, 1)


def test_a_ballot_within_the_budget_counts() -> None:
    assert check(Ballot(dots("abc")), OPTIONS, 3) is None


def test_fewer_dots_are_fine() -> None:
    assert check(Ballot(dots("a"), done=True), OPTIONS, 3) is None


def test_an_empty_ballot_is_an_abstention_and_fine() -> None:
    assert check(Ballot({}), OPTIONS, 3) is None
    assert check(Ballot({}), [], 0) is None


def test_no_dots_on_an_option_is_the_same_as_not_naming_it() -> None:
    assert check(Ballot({"a": 1, "b": 0}), OPTIONS, 1) is None
    assert Ballot({"a": 1, "b": 0}).used == 1


def test_too_many_dots() -> None:
    assert check(Ballot(dots("abcdefg")), OPTIONS, 6) == Refused(Refusal.TOO_MANY_DOTS, dots=6, used=7)
    assert check(Ballot(dots("ab")), OPTIONS, 1) == Refused(Refusal.TOO_MANY_DOTS, dots=1, used=2)


def test_one_dot_on_an_option_at_most() -> None:
    assert check(Ballot({"a": 2}), OPTIONS, 3) == Refused(Refusal.ONE_DOT_EACH)


@pytest.mark.parametrize("n", [-1, -100, True, False, 1.0, 0.5, "1", None, [], float("nan")])
def test_dots_are_whole_numbers(n: object) -> None:
    ballot = Ballot({"a": n})  # type: ignore[dict-item]
    assert check(ballot, OPTIONS, 3) == Refused(Refusal.DOTS_ARE_WHOLE)


def test_negative_dots_do_not_make_room_for_more() -> None:
    assert check(Ballot({"a": 1, "b": 1, "c": -1}), OPTIONS, 1) is not None


def test_only_what_is_on_the_ballot() -> None:
    away = Refused(Refusal.NOT_ON_THE_BALLOT)
    assert check(Ballot({"a": 1, "z": 1}), OPTIONS, 3) == away
    assert check(Ballot({"z": 0}), OPTIONS, 3) == away
    assert check(Ballot({}, bold="z"), OPTIONS, 3) == away
    assert check(Ballot({}, bold=""), OPTIONS, 3) == away


def test_the_bold_pick_costs_no_dot_and_may_stand_beside_one() -> None:
    assert check(Ballot(dots("abc"), bold="d"), OPTIONS, 3) is None
    assert check(Ballot(dots("abc"), bold="a"), OPTIONS, 3) is None
    assert check(Ballot({}, bold="a"), OPTIONS, 0) is None


@given(
    spent=st.dictionaries(st.sampled_from([*IDS, "y", "z"]), st.integers(-2, 3)),
    bold=st.none() | st.sampled_from([*IDS, "z"]),
    budget=st.integers(0, 10),
)
def test_what_counts_keeps_every_limit_and_what_keeps_them_counts(
    spent: dict[str, int], bold: str | None, budget: int
) -> None:
    fair = (
        all(key in IDS and n in (0, 1) for key, n in spent.items())
        and sum(spent.values()) <= budget
        and (bold is None or bold in IDS)
    )
    assert (check(Ballot(spent, bold), OPTIONS, budget) is None) == fair
