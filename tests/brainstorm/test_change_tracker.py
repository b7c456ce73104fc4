"""A change tracker knows which rows are not stored yet, and when all have to be rewritten."""

import pytest

from board.db.change_tracker import ChangeTracker


@pytest.fixture
def tracker() -> ChangeTracker[str, int]:
    tracker: ChangeTracker[str, int] = ChangeTracker()
    tracker.load({"a": 1, "b": 2})
    return tracker


def test_what_was_loaded_is_stored(tracker: ChangeTracker[str, int]) -> None:
    assert not tracker.dirty
    assert dict(tracker) == {"a": 1, "b": 2}


def test_changes_are_remembered_until_they_are_stored(tracker: ChangeTracker[str, int]) -> None:
    tracker["a"] = 3
    tracker["c"] = 4
    del tracker["b"]
    assert tracker.changed == {"a", "b", "c"}
    tracker.stored()
    assert not tracker.dirty
    assert dict(tracker) == {"a": 3, "c": 4}


def test_rewriting_makes_it_dirty_without_a_change(tracker: ChangeTracker[str, int]) -> None:
    tracker.rewrite()
    assert tracker.dirty
    assert tracker.rewritten
    tracker.stored()
    assert not tracker.rewritten


def test_clearing_deletes_the_rows_of_the_table_too(tracker: ChangeTracker[str, int]) -> None:
    tracker.clear()
    assert (len(tracker), tracker.rewritten) == (0, True)


def test_a_row_that_is_not_there_cannot_be_deleted(tracker: ChangeTracker[str, int]) -> None:
    with pytest.raises(KeyError):
        del tracker["unknown"]
    assert not tracker.dirty


def test_only_what_has_a_row_already_is_outdated(tracker: ChangeTracker[str, int]) -> None:
    tracker["new"] = 1
    tracker["new"] = 2
    del tracker["a"]
    tracker["a"] = 5
    assert tracker.outdated == {"a"}
    tracker.stored()
    tracker["new"] = 3
    del tracker["new"]
    tracker["new"] = 4
    assert tracker.outdated == {"new"}
