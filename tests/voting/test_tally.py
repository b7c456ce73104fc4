"""Counting, the proposed shortlist, and when a vote may close."""

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.protocol.document import Option, Proposal, TallyLine
from board.voting.ballots import Ballot
from board.voting.tally import abstained, count, propose, unspent, wished

IDS = ["a", "b", "c", "d", "e", "f"]
OPTIONS = [Option(key, "idea", None, n, f"idea {key}", True, (key,)) for n, key in enumerate(IDS, start=1)]


def ballot(keys: str, bold: str | None = None) -> Ballot:
    return Ballot(dict.fromkeys(keys, 1), bold)


def lines(*dots: int, bold: dict[str, int] | None = None) -> list[TallyLine]:
    """Lines a, b, c … with these dots."""
    return [TallyLine(key, n, (bold or {}).get(key, 0)) for key, n in zip("abcdefghijkl", dots, strict=False)]


def test_the_count() -> None:
    ballots = [ballot("ab", bold="f"), ballot("bc", bold="f"), ballot("b"), Ballot({})]
    assert count(ballots, OPTIONS) == [
        TallyLine("b", 3, 0),
        TallyLine("a", 1, 0),
        TallyLine("c", 1, 0),
        TallyLine("d", 0, 0),
        TallyLine("e", 0, 0),
        TallyLine("f", 0, 2),
    ]


def test_equal_counts_keep_the_order_of_the_ballot() -> None:
    assert [line.option for line in count([ballot("fd"), ballot("ec")], OPTIONS)] == ["c", "d", "e", "f", "a", "b"]


def test_no_ballots_count_to_zero() -> None:
    assert count([], OPTIONS) == [TallyLine(key, 0, 0) for key in IDS]


def test_a_bold_pick_is_no_dot() -> None:
    assert count([ballot("a", bold="b")], OPTIONS)[:2] == [TallyLine("a", 1, 0), TallyLine("b", 0, 1)]


def test_a_line_in_the_form_of_the_record() -> None:
    assert msgspec.to_builtins(TallyLine("a", 3, 1)) == {"option": "a", "dots": 3, "bold": 1}


def test_who_gave_neither_dot_nor_pick_abstained() -> None:
    assert abstained([Ballot({}), Ballot({"a": 0}), ballot("a"), ballot("", bold="a")]) == 2


def test_dots_that_nobody_spent() -> None:
    assert unspent([ballot("abc"), ballot("a"), Ballot({})], 3) == 5
    assert unspent([], 3) == 0


BALLOTS = st.lists(
    st.builds(Ballot, st.dictionaries(st.sampled_from(IDS), st.integers(0, 1)), st.none() | st.sampled_from(IDS)),
    max_size=30,
)


@given(BALLOTS)
def test_every_dot_is_counted_once(ballots: list[Ballot]) -> None:
    tally = count(ballots, OPTIONS)
    assert sorted(line.option for line in tally) == IDS
    assert sum(line.dots for line in tally) + unspent(ballots, 6) == 6 * len(ballots)
    assert sum(line.bold for line in tally) == sum(b.bold is not None for b in ballots)
    for line in tally:
        assert line.dots == sum(b.dots.get(line.option, 0) for b in ballots)


@given(BALLOTS, st.randoms())
def test_the_order_of_the_ballots_means_nothing(ballots: list[Ballot], chance: object) -> None:
    shuffled = list(ballots)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert count(shuffled, OPTIONS) == count(ballots, OPTIONS)


@pytest.mark.parametrize(
    ("dots", "size", "shortlist", "tied"),
    [
        ([9, 7, 5, 3, 1], 3, "abc", ""),
        ([9, 7, 5, 3, 1], 9, "abcde", ""),
        ([9, 7, 0, 0], 3, "ab", ""),  # what nobody wanted is never proposed
        ([9, 9, 5, 3], 3, "abc", ""),  # a tie above the line does not matter
        ([9, 7, 5, 5, 5, 1], 2, "ab", ""),  # nor one below it
        ([9, 7, 7, 3], 2, "abc", "bc"),  # as near after the tie as before it: nobody is left out by chance
        ([9, 7, 7, 7, 3], 2, "a", "bcd"),  # before the tie is nearer
        ([9, 8, 7, 6, 6, 1], 4, "abcde", "de"),
        ([9, 8, 7, 6, 5, 5, 5, 5], 5, "abcd", "efgh"),
        ([2, 2, 2, 2], 3, "abcd", "abcd"),
        ([1] * 12, 3, "", "abcdefghijkl"),  # all alike: the dots decide nothing
        ([0, 0, 0], 3, "", ""),
        ([], 3, "", ""),
        ([5, 4], 0, "", ""),
    ],
)
def test_the_line_under_the_shortlist(dots: list[int], size: int, shortlist: str, tied: str) -> None:
    assert propose(lines(*dots), size=size) == Proposal(tuple(shortlist), tuple(tied), ())


def test_the_proposal_sorts_for_itself() -> None:
    assert propose([TallyLine("a", 1, 0), TallyLine("b", 3, 0), TallyLine("c", 2, 0)], size=2).shortlist == ("b", "c")


@given(st.lists(st.integers(0, 6), max_size=12), st.integers(0, 8))
def test_the_line_never_runs_through_a_tie(dots: list[int], size: int) -> None:
    ordered = lines(*sorted(dots, reverse=True))
    proposal = propose(ordered, size=size)
    n = len(proposal.shortlist)
    assert proposal.shortlist == tuple(line.option for line in ordered[:n])
    if 0 < n < len(ordered):
        assert ordered[n - 1].dots > ordered[n].dots
    assert all(line.dots > 0 for line in ordered[:n])
    wanted = [line for line in ordered if line.dots > 0]
    # A clean line is the wished one; only a tie moves it, and then the tie is named whole and once.
    assert bool(proposal.tied) == (n != min(size, len(wanted)))
    tied_dots = {line.dots for line in ordered if line.option in proposal.tied}
    assert len(tied_dots) <= 1
    assert set(proposal.tied) == {line.option for line in ordered if line.dots in tied_dots}
    # No other honest line is nearer to the wished length.
    honest = [0, len(wanted), *(i for i, (a, b) in enumerate(pairwise(wanted), start=1) if a.dots > b.dots)]
    assert abs(n - size) == min(abs(other - size) for other in honest)


def test_the_winner_of_the_bold_picks() -> None:
    assert propose(lines(5, 4, 3, 0, bold={"b": 1, "d": 4}), size=2) == Proposal(("a", "b"), (), ("d",))


def test_bold_picks_can_tie() -> None:
    assert propose(lines(5, 4, 3, bold={"c": 2, "a": 2, "b": 1}), size=1).bold == ("a", "c")


def test_without_bold_picks_nothing_is_bold() -> None:
    assert propose(lines(5, 4, 3), size=1).bold == ()


def test_a_proposal_in_the_form_of_the_document() -> None:
    told = msgspec.json.encode(Proposal(("a", "b"), ("b",), ("c",)))
    assert told == b'{"shortlist":["a","b"],"tied":["b"],"bold":["c"]}'


@pytest.mark.parametrize(
    ("options", "size"), [(0, 0), (1, 1), (2, 2), (3, 3), (9, 3), (10, 3), (11, 4), (12, 4), (14, 5), (22, 5), (90, 5)]
)
def test_a_shortlist_is_about_a_third(options: int, size: int) -> None:
    assert wished(options) == size
