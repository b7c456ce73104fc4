"""How links that lead nowhere are slowed down, for each address they come from.

A right link is never asked about here, so a crowd behind one address is never refused. A guess has no chance anyway,
with 144 random bits in a link; what this bounds is the work that guessing makes, and the noise.
"""

from dataclasses import dataclass

from board.people.addresses import AddressBuckets

FREE = 10
"""wrong links that are answered at once: addresses are cut off in mails, and boards are deleted"""
MOST = 40
"""wrong links after which there is only a refusal"""
PER_SECOND = 0.5
"""wrong links that are forgotten"""
FIRST_DELAY, LONGEST_DELAY = 0.1, 2.0
"""seconds; each further one waits longer"""


@dataclass(frozen=True, slots=True)
class Slowed:
    """What a wrong link costs: seconds until its answer, and whether the answer is a refusal."""

    delay: float
    refused: bool


class Guesses:
    """Counts wrong links by address."""

    def __init__(self) -> None:
        self._buckets = AddressBuckets(PER_SECOND)

    def wrong(self, address: str, now: float) -> Slowed:
        """Notes one more. `now` in seconds of any steady clock."""
        count = self._buckets.add(address, now, most=MOST + 1)
        delay = 0.0 if count <= FREE else min(LONGEST_DELAY, FIRST_DELAY * (count - FREE))
        return Slowed(delay, refused=count > MOST)
