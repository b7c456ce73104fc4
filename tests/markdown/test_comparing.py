"""Which parts became which others: nothing is lost, few parts change, and nobody can make the search long."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.markdown.comparing import MOST_STEPS, Budget, Span, changed

PARTS = st.lists(st.sampled_from("abcdefgh"), max_size=14)
LONG = 30_000


def check(old: Sequence[str], new: Sequence[str], spans: list[Span]) -> None:
    """Asserts that the spans are all that changed, and that they ascend."""
    at = new_at = 0
    for start, end, new_start, new_end in spans:
        assert end > start or new_end > new_start
        assert list(old[at:start]) == list(new[new_at:new_start])
        at, new_at = end, new_end
    assert list(old[at:]) == list(new[new_at:])


@given(PARTS, PARTS)
def test_what_stands_between_two_changes_is_the_same(old: list[str], new: list[str]) -> None:
    spans = changed(old, new)
    check(old, new, spans)
    assert (spans == []) == (old == new)


@pytest.mark.parametrize(
    ("old", "new", "spans"),
    [
        ("abcd", "abcd", []),
        ("", "ab", [Span(0, 0, 0, 2)]),
        ("ab", "", [Span(0, 2, 0, 0)]),
        ("abcd", "abxd", [Span(2, 3, 2, 3)]),
        ("aabaa", "aaxbaa", [Span(2, 2, 2, 3)]),
        ("xaaay", "xaay", [Span(3, 4, 3, 3)]),
        # What stands once on both sides keeps its order, whatever repeats around it.
        ("..A..B..", "..B..A..", [Span(0, 0, 0, 3), Span(5, 8, 8, 8)]),
    ],
)
def test_few_parts_change(old: str, new: str, spans: list[Span]) -> None:
    found = changed(old, new)
    check(old, new, found)
    assert sum(one.end - one.start + one.new_end - one.new_start for one in found) == sum(
        one.end - one.start + one.new_end - one.new_start for one in spans
    )


class Counted(str):
    """A part that counts how often it is compared, and stops a search that would never end."""

    __slots__ = ()
    most = 0
    times = 0

    def __eq__(self, other: object) -> bool:
        Counted.times += 1
        assert Counted.times <= Counted.most, "compared too often"
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def hostile() -> list[tuple[list[str], list[str]]]:
    """Long sequences with much in common, in another order."""
    every = [f"{number}" for number in range(LONG)]
    odd = [part for pair in zip(every[1::2], every[::2], strict=True) for part in pair]
    few = [f"{number * number % 7}" for number in range(LONG)]
    return [
        (["a"] * LONG, ["b", *["a"] * (LONG - 1000), "b"]),
        (few, [f"{number * 3 % 7}" for number in range(LONG)]),
        (every, every[::-1]),
        (every, odd),
        (every[::2], [f"x{part}" if int(part) % 3 else part for part in every]),
    ]


@pytest.mark.parametrize(("old", "new"), hostile())
def test_nobody_can_make_the_search_long(old: list[str], new: list[str]) -> None:
    mine, theirs = [[Counted(part) for part in one] for one in (old, new)]
    # Hashing, and looking for what is the same at both ends, takes a few comparisons of each part.
    Counted.times, Counted.most = 0, 2 * MOST_STEPS + 10 * (len(old) + len(new))
    spans = changed(mine, theirs)
    Counted.most = 10**9
    check(old, new, spans)


def test_several_searches_share_what_is_left() -> None:
    budget = Budget(10)
    assert len(changed("a.b.c.d.e.", ".f.g.h.i.j", budget)) == 1
    assert budget.left < 0
    assert changed("aXbb", "aYbb", Budget(0)) == [Span(1, 2, 1, 2)]
