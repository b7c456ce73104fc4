"""Leaky buckets for network addresses: rate limits for clients that have not shown a link of a board."""

import hashlib
import secrets
from typing import NamedTuple

from board.people.network import network

MOST_ADDRESSES = 10_000
"""addresses that one set of buckets remembers; beyond that it forgets the one that was quiet longest"""


class Bucket(NamedTuple):
    """What one kind of bucket is for, how much goes into it, and how fast it leaks."""

    about: str
    most: float
    per_second: float


class AddressHashes:
    """Keyed hashes of network addresses. The key is stored nowhere; by default it lives as long as this process."""

    def __init__(self, key: bytes | None = None) -> None:
        self._key = key or secrets.token_bytes(16)

    def of(self, address: str, about: str = "") -> bytes:
        """The hash of an address, another one for each thing that it is `about`."""
        counted = network(address)
        # Of a fixed length, so that no address runs into what follows it.
        return hashlib.blake2b(
            len(counted).to_bytes(4) + counted + about.encode(), digest_size=8, key=self._key
        ).digest()


class AddressBuckets:
    """One bucket per address that leaks at a constant rate. Memory holds only hashes under a key of this process."""

    def __init__(self, per_second: float) -> None:
        self._per_second = per_second
        self._hashes = AddressHashes()
        self._seen: dict[bytes, tuple[float, float]] = {}

    def level(self, address: str, now: float) -> float:
        """How full the bucket is. `now` in seconds of any steady clock."""
        level, at = self._seen.get(self._hashes.of(address), (0.0, now))
        return max(0.0, level - max(0.0, now - at) * self._per_second)

    def add(self, address: str, now: float, *, most: float) -> float:
        """Adds one, up to `most`, and returns the level."""
        level = min(most, self.level(address, now) + 1)
        key = self._hashes.of(address)
        self._seen.pop(key, None)
        self._seen[key] = (level, now)
        if len(self._seen) > MOST_ADDRESSES:
            del self._seen[next(iter(self._seen))]
        return level
