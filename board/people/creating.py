"""How many boards one network address may create: a token bucket for a minute and one for an hour.

A proxy that forwards no address is itself the address: everybody behind it shares its buckets.
"""

from board.people.addresses import AddressBuckets

MINUTE, HOUR = 60.0, 3600.0


class CreationLimit:
    """Counts the boards that were created, by address."""

    def __init__(self, per_minute: int, per_hour: int) -> None:
        spans = ((per_minute, MINUTE), (per_hour, HOUR))
        self._limits = [(most, most / span, AddressBuckets(most / span)) for most, span in spans]

    def take(self, address: str, now: float) -> float:
        """Counts one board and returns 0; or counts nothing and returns the seconds until one may be created."""
        wait = max((buckets.level(address, now) + 1 - most) / rate for most, rate, buckets in self._limits)
        if wait > 0:
            return wait
        for most, _, buckets in self._limits:
            buckets.add(address, now, most=most)
        return 0.0
