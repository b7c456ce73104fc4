"""When boards and frozen records are deleted: whole days in UTC, and nothing without a setting."""

from datetime import date

from board.records.keeping import DAY, Keep, today

NOON = 1_795_262_400.0
"""21 November 2026, 12:00 UTC"""


def test_without_a_setting_nothing_goes() -> None:
    keep = Keep()
    assert keep.record_goes(NOON) is None
    assert keep.boards_idle_since(NOON) is None
    assert keep.records_frozen_until(NOON) is None


def test_a_record_goes_so_many_days_after_it_was_made_final() -> None:
    keep = Keep(records=30)
    assert keep.record_goes(NOON) == date(2026, 12, 21)
    assert keep.records_frozen_until(NOON + 30 * DAY) == NOON
    assert Keep(records=36_500).record_goes(NOON) == date(2126, 10, 28)


def test_a_board_goes_so_many_days_after_the_day_on_which_it_was_used() -> None:
    keep = Keep(boards=30)
    used = today(NOON)
    assert keep.boards_idle_since(NOON + 29 * DAY) == used - 1
    assert keep.boards_idle_since(NOON + 30 * DAY) == used
    assert today(NOON + DAY / 2 - 1) == used
    assert today(NOON + DAY / 2) == used + 1
