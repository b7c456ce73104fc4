"""Buckets by address: which addresses share one, how memory is bounded, and that no address is kept."""

import pytest

from board.people import addresses
from board.people.addresses import AddressBuckets

SAME = [
    ("192.0.2.1", "::ffff:192.0.2.1", True),
    ("192.0.2.1", "192.0.2.2", False),
    ("2001:db8::1", "2001:db8::ffff:ffff", True),
    ("2001:db8::1", "2001:db8:0:1::1", False),
    ("fe80::1%eth0", "fe80::2%eth1", True),
    ("", "192.0.2.1", False),
    ("no address", "no address", True),
]


@pytest.mark.parametrize(("one", "other", "same"), SAME)
def test_which_addresses_share_a_bucket(one: str, other: str, same: bool) -> None:
    buckets = AddressBuckets(1.0)
    buckets.add(one, 0.0, most=5)
    assert buckets.level(other, 0.0) == (1.0 if same else 0.0)


def test_a_bucket_leaks_and_never_overflows() -> None:
    buckets = AddressBuckets(0.5)
    for _ in range(9):
        buckets.add("192.0.2.1", 10.0, most=4)
    assert buckets.level("192.0.2.1", 10.0) == 4.0
    assert buckets.level("192.0.2.1", 13.0) == 2.5
    assert buckets.level("192.0.2.1", 1e6) == 0.0
    assert buckets.level("192.0.2.1", 0.0) == 4.0, "a clock that is set back changes nothing"


def test_memory_is_bounded_and_holds_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "MOST_ADDRESSES", 50)
    buckets = AddressBuckets(1.0)
    for number in range(1000):
        buckets.add(f"10.0.{number // 250}.{number % 250}", float(number), most=10)
    assert len(buckets._seen) == 50
    assert b"10.0" not in repr(buckets._seen).encode()
    assert all(len(key) == 8 for key in buckets._seen)
