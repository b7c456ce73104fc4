"""Ranks: there is always one between two others, and it never says anything by its length or end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.canvas.rank import DIGITS, LONGEST, after, between, is_rank, scattered

ranks = st.builds(lambda head, last: head + last, st.text(DIGITS, max_size=12), st.sampled_from(DIGITS[1:]))


@given(ranks)
def test_after_is_behind(rank: str) -> None:
    assert after(rank) > rank
    assert is_rank(after(rank))


@given(ranks, ranks)
def test_between_is_between(one: str, other: str) -> None:
    if one == other:
        with pytest.raises(ValueError, match="order"):
            between(one, other)
        return
    low, high = sorted((one, other))
    middle = between(low, high)
    assert low < middle < high
    assert is_rank(middle)
    with pytest.raises(ValueError, match="order"):
        between(high, low)


@given(ranks)
def test_there_is_room_at_both_ends(rank: str) -> None:
    assert is_rank(between(None, rank))
    assert between(None, rank) < rank < between(rank, None)


@given(st.lists(st.integers(0, 30), max_size=40))
def test_any_sequence_of_insertions_keeps_its_order(places: list[int]) -> None:
    order: list[str] = []
    for place in places:
        at = place % (len(order) + 1)
        order.insert(at, between(order[at - 1] if at else None, order[at] if at < len(order) else None))
    assert all(one < next_one for one, next_one in pairwise(order))
    assert all(map(is_rank, order))


def test_a_first_rank_leaves_room_on_both_sides() -> None:
    assert between(None, None) == after(None) == after("") == "V"


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
