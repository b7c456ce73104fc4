"""How many boards an address may create, in a minute and in an hour, counted only when one is created."""

import pytest

from board.people.creating import CreationLimit

ONE, OTHER = "198.51.100.7", "198.51.100.8"


def test_a_burst_is_refused_until_the_minute_has_room_again() -> None:
    limit = CreationLimit(per_minute=4, per_hour=1000)
    assert [limit.take(ONE, 0.0) for _ in range(5)] == [0.0, 0.0, 0.0, 0.0, 15.0]
    assert limit.take(OTHER, 0.0) == 0.0
    assert limit.take(ONE, 14.0) == pytest.approx(1.0)
    assert limit.take(ONE, 15.5) == 0.0
    assert limit.take(ONE, 15.5) > 0


def test_a_steady_stream_within_the_minute_meets_the_hour() -> None:
    limit = CreationLimit(per_minute=10, per_hour=30)
    taken = [limit.take(ONE, float(second)) for second in range(0, 600, 10)]
    # The hour's bucket holds 30 and gains 30 an hour: 5 more in ten minutes.
    assert taken.count(0.0) == 34
    assert 0 < taken[-1] <= 120


def test_a_refusal_costs_nothing() -> None:
    limit = CreationLimit(per_minute=1, per_hour=60)
    assert limit.take(ONE, 0.0) == 0.0
    assert all(limit.take(ONE, 0.5) == 59.5 for _ in range(100))
    assert limit.take(ONE, 60.0) == 0.0


def test_the_whole_allowance_comes_back() -> None:
    limit = CreationLimit(per_minute=20, per_hour=100)
    for hour in range(2):
        now = hour * 2 * 3600.0
        assert [limit.take(ONE, now + 61.0 * minute) for minute in range(5) for _ in range(20)] == [0.0] * 100
        assert limit.take(ONE, now + 305.0) == 0.0
