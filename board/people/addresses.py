"""Leaky buckets for network addresses: what rate limits count before anybody has shown a link of a board."""

import hashlib
import ipaddress
import secrets

MOST_ADDRESSES = 10_000
"""addresses that one set of buckets remembers; beyond it the one that was quiet longest is forgotten"""


class AddressBuckets:
    """One bucket per address that leaks at a constant rate. Memory holds only hashes under a key of this process."""

    def __init__(self, per_second: float) -> None:
        self._per_second = per_second
        self._key = secrets.token_bytes(16)
        self._seen: dict[bytes, tuple[float, float]] = {}

    def level(self, address: str, now: float) -> float:
        """How full the bucket is. `now` in seconds of any steady clock."""
        level, at = self._seen.get(self._hash(address), (0.0, now))
        return max(0.0, level - max(0.0, now - at) * self._per_second)

    def add(self, address: str, now: float, *, most: float) -> float:
        """Adds one, up to `most`, and returns the level."""
        level = min(most, self.level(address, now) + 1)
        key = self._hash(address)
        self._seen.pop(key, None)
        self._seen[key] = (level, now)
        if len(self._seen) > MOST_ADDRESSES:
            del self._seen[next(iter(self._seen))]
        return level

    def _hash(self, address: str) -> bytes:
        return hashlib.blake2b(_network(address), digest_size=8, key=self._key).digest()


def _network(address: str) -> bytes:
    """An IPv4 address, or the /64 of an IPv6 one: whoever has one of these has all of them."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address.encode()
    if isinstance(found, ipaddress.IPv6Address):
        return found.ipv4_mapped.packed if found.ipv4_mapped else found.packed[:8]
    return found.packed
