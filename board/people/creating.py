"""How many boards one network address may create: a token bucket for a minute and one for an hour.

A proxy that forwards no address is itself the address: everybody behind it shares its buckets.
"""

from collections.abc import Sequence

from board.people.addresses import AddressBuckets, Bucket

MINUTE, HOUR = 60.0, 3600.0


class CreationLimit:
    """Counts the boards that were created, by address."""

    def __init__(self, per_minute: int, per_hour: int) -> None:
        spans = (("boards in a minute", per_minute, MINUTE), ("boards in an hour", per_hour, HOUR))
        self.buckets = [Bucket(about, most, most / span) for about, most, span in spans]
        self._counted = [AddressBuckets(bucket.per_second) for bucket in self.buckets]

    def wait(self, levels: Sequence[float]) -> float:
        """Seconds until there is room for one more, when the buckets are so full; 0 when there is."""
        full = zip(self.buckets, levels, strict=True)
        return max(0.0, *((level + 1 - bucket.most) / bucket.per_second for bucket, level in full))

    def look(self, address: str, now: float) -> float:
        """The same for an address as it was counted here."""
        return self.wait([counted.level(address, now) for counted in self._counted])

    def take(self, address: str, now: float) -> float:
        """Counts one board and returns 0; or counts nothing and returns the seconds until one may be created."""
        if wait := self.look(address, now):
            return wait
        for bucket, counted in zip(self.buckets, self._counted, strict=True):
            counted.add(address, now, most=bucket.most)
        return 0.0
