"""A shared limit: a quarter for one participant, four fifths for all of them, and the rest for the facilitator."""

import pytest

from board.facilitation.shares import Full, check


def adds(most: int, own: int = 0, total: int = 0, *, leads: bool = False) -> tuple[int, Full | None]:
    """How many one person can add, one by one, and what stops them."""
    added = 0
    while (full := check(most, total=total + added, own=own + added, more=1, leads=leads)) is None:
        added += 1
    return added, full


@pytest.mark.parametrize(("most", "share"), [(1, 1), (4, 1), (7, 2), (100, 25), (3000, 750)])
def test_one_participant_adds_a_quarter(most: int, share: int) -> None:
    assert adds(most)[0] == share


def test_participants_together_leave_a_fifth_to_the_facilitator() -> None:
    total = 0
    for added, full in ((50, Full.SHARE), (50, Full.SHARE), (50, Full.SHARE), (10, Full.RESERVE), (0, Full.RESERVE)):
        assert adds(200, total=total) == (added, full)
        total += added
    assert adds(200, total=total, leads=True) == (40, Full.LIMIT)
    assert adds(200, total=200) == (0, Full.LIMIT)


def test_the_facilitator_is_bound_by_the_limit_alone() -> None:
    assert adds(200, own=190, total=0, leads=True) == (200, Full.LIMIT)


def test_several_at_once_fit_whole_or_not_at_all() -> None:
    assert check(100, total=0, own=0, more=25, leads=False) is None
    assert check(100, total=0, own=0, more=26, leads=False) is Full.SHARE
    assert check(100, total=60, own=0, more=21, leads=False) is Full.RESERVE
    assert check(100, total=60, own=0, more=41, leads=True) is Full.LIMIT


def test_what_adds_nothing_always_fits() -> None:
    assert check(100, total=130, own=80, more=0, leads=False) is None
    assert check(100, total=130, own=80, more=-3, leads=False) is None
