"""A clock that is aligned with another one shows its time without running backwards."""

import itertools
import time

import pytest

from board.clock import AlignedClock


class Steady:
    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def steady() -> Steady:
    return Steady()


@pytest.fixture
def clock(steady: Steady) -> AlignedClock:
    """It was aligned once, at 5000."""
    clock = AlignedClock(steady)
    clock.align(5000.0, steady.at)
    return clock


def test_until_the_other_clock_is_read_this_machine_shows_its_own() -> None:
    assert abs(AlignedClock().now() - time.time()) < 0.1


def test_it_shows_at_once_what_is_read_first_and_goes_on(clock: AlignedClock, steady: Steady) -> None:
    assert clock.now() == 5000
    steady.at += 7
    assert clock.now() == 5007


def test_a_machine_whose_clock_is_set_meanwhile_does_not_follow_it(
    clock: AlignedClock, steady: Steady, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: 9999.0)
    steady.at += 1
    assert clock.now() == 5001


@pytest.mark.parametrize("wrong", [-1.0, 1.0])
def test_it_moves_gently_and_never_backwards(clock: AlignedClock, steady: Steady, wrong: float) -> None:
    clock.align(5000.0 + wrong, steady.at)
    shown = [clock.now()]
    for _ in range(200):
        steady.at += 0.1
        shown.append(clock.now())
    steps = [later - earlier for earlier, later in itertools.pairwise(shown)]
    assert shown[0] == 5000
    assert all(0.089 < step < 0.111 for step in steps)
    assert shown[-1] == pytest.approx(5020.0 + wrong)


def test_it_jumps_where_it_would_be_wrong_for_long(clock: AlignedClock, steady: Steady) -> None:
    clock.align(4000.0, steady.at)
    assert clock.now() == 4000
