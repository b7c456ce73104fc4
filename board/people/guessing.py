"""Slows down addresses that open links that lead nowhere.

Valid links do not count here, so a crowd behind one address is never refused. A guess has no chance anyway, with 144
random bits in a link; the limit bounds the load of guessing and its noise in the logs.
"""

from dataclasses import dataclass

from board.people.addresses import AddressBuckets, Bucket

FREE = 10
"""wrong links that are answered at once: mail programs cut links off, and boards are deleted"""
MOST = 40
"""wrong links after which every further one is refused"""
PER_SECOND = 0.5
"""wrong links that are forgotten"""
BUCKET = Bucket("wrong links", MOST + 1, PER_SECOND)
FIRST_DELAY, LONGEST_DELAY = 0.1, 2.0
"""seconds; each further one waits longer"""


@dataclass(frozen=True, slots=True)
class Slowed:
    """What a wrong link costs: seconds until its answer, and whether the answer is a refusal."""

    delay: float
    refused: bool


def cost(count: float) -> Slowed:
    """What the last of this number of attempts costs."""
    delay = 0.0 if count <= FREE else min(LONGEST_DELAY, FIRST_DELAY * (count - FREE))
    return Slowed(delay, refused=count > MOST)


class Guesses:
    """Counts wrong links by address."""

    def __init__(self) -> None:
        self._buckets = AddressBuckets(PER_SECOND)

    def count(self, address: str, now: float) -> float:
        """Counts one more, and returns how many there are. `now` in seconds of any steady clock."""
        return self._buckets.add(address, now, most=BUCKET.most)

    def wrong(self, address: str, now: float) -> Slowed:
        """Counts one more, and returns what it costs."""
        return cost(self.count(address, now))
