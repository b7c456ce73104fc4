"""The timer as a value: every change, from every state."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.facilitation.timer import GRACE, NONE, Timer

NOW = 1_800_000_000.0


def running(left: float, length: float = 600.0) -> Timer:
    return Timer(deadline=NOW + left, left=None, length=length)


def paused(left: float, length: float = 600.0) -> Timer:
    return Timer(deadline=None, left=left, length=length)


def test_without_a_timer_everything_is_in_time() -> None:
    assert NONE.accepts(NOW)
    assert not NONE.is_over(NOW)


@pytest.mark.parametrize("before", [NONE, running(30), running(-30), paused(30)])
def test_a_start_begins_afresh(before: Timer) -> None:
    assert before.started(NOW, 300) == Timer(deadline=NOW + 300, left=None, length=300)


def test_zero_is_the_deadline_itself() -> None:
    timer = running(10)
    assert not timer.is_over(NOW + 9.999)
    assert timer.is_over(NOW + 10)


def test_the_grace_is_two_seconds_and_includes_its_last_moment() -> None:
    timer = running(0)
    assert GRACE == 2.0
    assert timer.accepts(NOW + 2.0)
    assert not timer.accepts(NOW + 2.001)


def test_more_time_before_zero_is_added_to_the_deadline() -> None:
    assert running(10).extended(NOW, 60) == running(70, length=660)


@pytest.mark.parametrize("ago", [0.0, 1.0, 2.0, 3.0, 3600.0])
def test_more_time_after_zero_counts_from_now(ago: float) -> None:
    assert running(-ago).extended(NOW, 60) == running(60, length=660)


def test_more_time_after_zero_opens_again() -> None:
    over = running(-30)
    assert not over.accepts(NOW)
    assert over.extended(NOW, 60).accepts(NOW + 60)


def test_more_time_while_paused_waits_with_the_rest() -> None:
    assert paused(10).extended(NOW, 60) == paused(70, length=660)


def test_more_time_where_none_runs_starts_it() -> None:
    assert NONE.extended(NOW, 60) == running(60, length=60)


def test_a_pause_keeps_what_is_left_and_the_length() -> None:
    assert running(42).paused(NOW) == paused(42)


@pytest.mark.parametrize("left", [0.0, -1.0, -100.0])
def test_a_pause_after_zero_reopens_nothing(left: float) -> None:
    over = running(left)
    assert over.paused(NOW) == over


@pytest.mark.parametrize("timer", [NONE, paused(42)])
def test_a_pause_of_what_does_not_run_changes_nothing(timer: Timer) -> None:
    assert timer.paused(NOW) == timer


def test_while_paused_everything_is_in_time() -> None:
    timer = paused(1)
    assert timer.accepts(NOW + 10_000)
    assert not timer.is_over(NOW + 10_000)


def test_going_on_gives_back_what_was_left() -> None:
    assert paused(42).resumed(NOW) == running(42)


@pytest.mark.parametrize("timer", [NONE, running(42), running(-42)])
def test_going_on_without_a_pause_changes_nothing(timer: Timer) -> None:
    assert timer.resumed(NOW) == timer


@pytest.mark.parametrize("timer", [NONE, running(42), paused(42)])
def test_ending_early_sets_the_deadline_to_now_and_leaves_the_grace(timer: Timer) -> None:
    ended = timer.ended(NOW)
    assert ended == Timer(deadline=NOW, left=None, length=timer.length)
    assert ended.is_over(NOW)
    assert ended.accepts(NOW + GRACE)
    assert not ended.accepts(NOW + GRACE + 0.001)


@pytest.mark.parametrize("left", [0.0, -1.0, -100.0])
def test_ending_after_zero_gives_no_second_grace(left: float) -> None:
    over = running(left)
    assert over.ended(NOW) == over


Change = Callable[[Timer, float], Timer]
CHANGES: dict[str, Change] = {
    "start": lambda timer, now: timer.started(now, 300),
    "extend": lambda timer, now: timer.extended(now, 60),
    "pause": lambda timer, now: timer.paused(now),
    "resume": lambda timer, now: timer.resumed(now),
    "end": lambda timer, now: timer.ended(now),
}
# Whole seconds: so every sum is exact.
STORY = st.lists(st.tuples(st.integers(0, 400), st.sampled_from(sorted(CHANGES))), max_size=30)


@given(STORY)
def test_whatever_happens_a_timer_stands_runs_or_is_paused(story: list[tuple[int, str]]) -> None:
    timer, now = NONE, NOW
    for waited, change in story:
        now += waited
        timer = CHANGES[change](timer, now)
        assert timer.deadline is None or timer.left is None
        assert timer.left is None or timer.left > 0
        assert timer.accepts(now) or timer.is_over(now)


@given(STORY)
def test_only_more_time_takes_in_what_was_late(story: list[tuple[int, str]]) -> None:
    timer, now = NONE, NOW
    for waited, change in story:
        now += waited
        before, timer = timer, CHANGES[change](timer, now)
        if not before.accepts(now) and timer.accepts(now):
            assert change in {"start", "extend"}


@given(left=st.integers(1, 3600), pauses=st.lists(st.integers(0, 3600), max_size=10))
def test_pauses_cost_no_time(left: int, pauses: list[int]) -> None:
    timer, now = running(left), NOW
    for pause in pauses:
        timer = timer.paused(now)
        now += pause
        timer = timer.resumed(now)
    assert timer.deadline == now + left
