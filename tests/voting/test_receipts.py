"""Receipts: voters find their own dots, the sums are right, and the order of receipts reveals nothing."""

from collections import Counter
from itertools import count as counting
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.protocol.document import Option
from board.voting import tally
from board.voting.ballots import Ballot
from board.voting.receipts import receipt, receipts, without
from tests.vectors import vectors

NAMES = "abcdef"
OPTIONS = [Option(name, "idea", None, None, name, True, (name,)) for name in NAMES]

boxes = st.lists(
    st.builds(
        lambda chosen, code: Ballot(dict.fromkeys(chosen, 1), receipt=code),
        st.sets(st.sampled_from(NAMES)),
        st.none() | st.uuids().map(str),
    ),
    max_size=12,
)


def made(ballots: list[Ballot], number: int = 1) -> dict[str, list[str]]:
    nobodys = counting()
    return receipts(ballots, number, lambda: f"nobody's {next(nobodys)}")


@pytest.mark.parametrize("case", vectors("receipts"), ids=lambda case: case["receipt"])
def test_the_hash_is_what_everybody_can_compute(case: dict[str, Any]) -> None:
    """printf 'shortlist receipt\\n%s\\n%s\\n%s\\n1' CODE ROUND OPTION | sha256sum | cut -c1-20"""
    assert receipt(case["code"], case["round"], case["option"], case["dot"]) == case["receipt"]


@given(boxes)
def test_receipts_add_up_to_the_tally(ballots: list[Ballot]) -> None:
    told = made(ballots)
    for line in tally.count(ballots, OPTIONS):
        assert len(set(told.get(line.option, ()))) == line.dots


@given(boxes)
def test_every_code_finds_exactly_the_own_dots(ballots: list[Ballot]) -> None:
    told = made(ballots)
    for ballot in ballots:
        if ballot.receipt:
            found = {name: receipt(ballot.receipt, 1, name, 1) in told.get(name, ()) for name in NAMES}
            assert found == {name: name in ballot.dots for name in NAMES}


@given(boxes)
def test_what_a_reader_sees_does_not_depend_on_who_gave_which_dots_together(ballots: list[Ballot]) -> None:
    """Sorted, one for each dot, and no hash twice: neither order, nor gaps, nor equal hashes make up a ballot."""
    told = made(ballots)
    assert all(hashes == sorted(hashes) for hashes in told.values())
    every = Counter(text for hashes in told.values() for text in hashes)
    assert set(every.values()) <= {1}
    assert sum(every.values()) == sum(ballot.used for ballot in ballots)


def test_a_single_ballot_without_a_code_cannot_be_read_off_the_gaps() -> None:
    ballots = [Ballot({"a": 1, "c": 1}), Ballot({"a": 1, "b": 1}, receipt="x" * 16)]
    assert {option: len(hashes) for option, hashes in made(ballots).items()} == {"a": 2, "b": 1, "c": 1}
    assert without(ballots) == 1


def test_two_ballots_with_one_code_are_both_found_by_it() -> None:
    told = made([Ballot({"a": 1}, receipt="x" * 16)] * 2)
    assert sorted(receipt("x" * 16, 1, "a", dot) for dot in (1, 2)) == told["a"]


def test_a_code_that_is_used_again_does_not_tie_two_rounds_together() -> None:
    ballot = Ballot({"a": 1, "b": 1}, receipt="x" * 16)
    first, second = made([ballot], 1), made([ballot], 2)
    assert not {*first["a"], *first["b"]} & {*second["a"], *second["b"]}
