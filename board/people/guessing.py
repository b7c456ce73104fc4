"""How links that lead nowhere are slowed down, for each address they come from.

A right link is never asked about here, so a crowd behind one address is never refused. A guess has no chance anyway,
with 144 random bits in a link; what this bounds is the work that guessing makes, and the noise.
"""

import hashlib
import secrets
from dataclasses import dataclass

from board.people.network import network

FREE = 10
"""wrong links that are answered at once: addresses are cut off in mails, and boards are deleted"""
MOST = 40
"""wrong links after which there is only a refusal"""
PER_SECOND = 0.5
"""wrong links that are forgotten"""
FIRST_DELAY, LONGEST_DELAY = 0.1, 2.0
"""seconds; each further one waits longer"""
MOST_ADDRESSES = 10_000


@dataclass(frozen=True, slots=True)
class Slowed:
    """What a wrong link costs: seconds until its answer, and whether the answer is a refusal."""

    delay: float
    refused: bool


class Guesses:
    """Counts wrong links by address. Memory holds no address: only hashes under a key of this process."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(16)
        self._seen: dict[bytes, tuple[float, float]] = {}

    def wrong(self, address: str, now: float) -> Slowed:
        """Notes one more. `now` in seconds of any steady clock."""
        key = hashlib.blake2b(network(address), digest_size=8, key=self._key).digest()
        count, at = self._seen.pop(key, (0.0, now))
        count = min(MOST + 1, max(0.0, count - max(0.0, now - at) * PER_SECOND) + 1)
        self._seen[key] = (count, now)
        if len(self._seen) > MOST_ADDRESSES:
            del self._seen[next(iter(self._seen))]
        delay = 0.0 if count <= FREE else min(LONGEST_DELAY, FIRST_DELAY * (count - FREE))
        return Slowed(delay, refused=count > MOST)
