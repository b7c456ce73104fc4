"""Ranks: there is always one between two others, and it never says anything by its length or end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.canvas.rank import DIGITS, LONGEST, after, between, is_rank, scattered
from tests.vectors import vectors

ranks = st.builds(lambda head, last: head + last, st.text(DIGITS, max_size=12), st.sampled_from(DIGITS[1:]))


@given(ranks)
def test_after_is_behind(rank: str) -> None:
    assert after(rank) > rank
    assert is_rank(after(rank))


def test_pages_draw_ranks_between_two_others_that_the_server_takes() -> None:
    for case in vectors("rank"):
        low, high, rank = case["low"], case["high"], case["rank"]
        if rank is not None:
            assert is_rank(rank), case
            assert (low or "") < rank, case
            assert high is None or rank < high, case
        elif high is None:
            assert not is_rank(after(low)), case
        else:
            assert low >= high or len(low) == LONGEST, case


def test_behind_the_last_pages_and_server_draw_the_same_rank() -> None:
    behind = [case for case in vectors("rank") if case["high"] is None and case["rank"] is not None]
    assert [after(case["low"]) for case in behind] == [case["rank"] for case in behind]


def test_between_two_others_pages_and_server_draw_the_same_rank() -> None:
    for case in vectors("rank"):
        assert between(case["low"] or "", case["high"]) == case["rank"], case


@given(ranks, ranks)
def test_between_is_between(one: str, other: str) -> None:
    low, high = sorted((one, other))
    rank = between(low, high)
    if low == high:
        assert rank is None
    else:
        assert rank is not None
        assert low < rank < high
        assert is_rank(rank)


def test_a_first_rank_leaves_room_on_both_sides() -> None:
    assert after(None) == after("") == "V"


def test_ranks_compare_by_code_unit() -> None:
    assert list(DIGITS) == sorted(DIGITS)


@pytest.mark.parametrize("text", ["", "0", "V0", "v-", "ü", " V", "V\n", "V" * (LONGEST + 1)])
def test_what_is_no_rank(text: str) -> None:
    assert not is_rank(text)


def test_scattered_ranks_are_ranks_and_random() -> None:
    drawn = {scattered() for _ in range(500)}
    assert len(drawn) == 500
    assert all(map(is_rank, drawn))
    assert len({rank[0] for rank in drawn}) > 40
    assert len({len(rank) for rank in drawn}) == 1, "the length says nothing"
