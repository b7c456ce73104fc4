"""A ledger knows what is not stored yet, and when its rows have to be written anew."""

import pytest

from board.sync.ledger import Ledger


@pytest.fixture
def ledger() -> Ledger[str, int]:
    ledger: Ledger[str, int] = Ledger()
    ledger.load({"a": 1, "b": 2})
    return ledger


def test_what_was_loaded_is_stored(ledger: Ledger[str, int]) -> None:
    assert not ledger.dirty
    assert dict(ledger) == {"a": 1, "b": 2}


def test_changes_are_remembered_until_they_are_stored(ledger: Ledger[str, int]) -> None:
    ledger["a"] = 3
    ledger["c"] = 4
    del ledger["b"]
    assert ledger.touched == {"a", "b", "c"}
    ledger.stored()
    assert not ledger.dirty
    assert dict(ledger) == {"a": 3, "c": 4}


def test_rewriting_makes_it_dirty_without_a_change(ledger: Ledger[str, int]) -> None:
    ledger.rewrite()
    assert ledger.dirty
    assert ledger.rewritten
    ledger.stored()
    assert not ledger.rewritten


def test_clearing_deletes_the_rows_of_the_table_too(ledger: Ledger[str, int]) -> None:
    ledger.clear()
    assert (len(ledger), ledger.rewritten) == (0, True)


def test_a_row_that_is_not_there_cannot_be_deleted(ledger: Ledger[str, int]) -> None:
    with pytest.raises(KeyError):
        del ledger["unknown"]
    assert not ledger.dirty


def test_only_what_has_a_row_already_is_outdated(ledger: Ledger[str, int]) -> None:
    ledger["new"] = 1
    ledger["new"] = 2
    del ledger["a"]
    ledger["a"] = 5
    assert ledger.outdated == {"a"}
    ledger.stored()
    ledger["new"] = 3
    del ledger["new"]
    ledger["new"] = 4
    assert ledger.outdated == {"new"}
