"""A page hears of an update only when all before it are committed too."""

from board.worksessions.engine.receipts import Receipts


def taken(updates: int) -> Receipts:
    receipts = Receipts()
    assert [receipts.take() for _ in range(updates)] == list(range(1, updates + 1))
    return receipts


def test_updates_that_are_committed_in_their_order_are_reported_one_by_one() -> None:
    receipts = taken(3)
    assert [receipts.commit(number, whole=False) for number in (1, 2, 3)] == [1, 2, 3]


def test_a_small_update_behind_a_large_one_is_reported_with_it() -> None:
    receipts = taken(3)
    assert receipts.commit(2, whole=False) is None
    assert receipts.commit(1, whole=False) == 2
    assert receipts.commit(3, whole=False) == 3


def test_what_was_missed_counts_once_a_later_one_brings_everything() -> None:
    receipts = taken(4)
    receipts.miss(2)
    assert receipts.commit(1, whole=False) == 1
    assert receipts.commit(3, whole=False) is None
    assert receipts.commit(4, whole=True) == 4


def test_a_whole_update_brings_nothing_of_one_that_is_still_under_way() -> None:
    receipts = taken(2)
    assert receipts.commit(2, whole=True) is None
    assert receipts.commit(1, whole=False) == 2


def test_what_is_missed_after_a_whole_update_is_still_missing() -> None:
    receipts = taken(3)
    receipts.miss(3)
    assert receipts.commit(1, whole=False) == 1
    assert receipts.commit(2, whole=True) == 2
