"""The rate limit of one person: a token bucket for each, whichever sockets and requests they use."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from board.errors import TooMany
from board.people.cookie import Person
from board.words import live as words

MOST_PATIENCE = 5.0
"""seconds that a request over HTTP may wait for its turn; a socket is simply not read for as long as it takes"""
LOOK_UP = 1.0
"""seconds after which somebody who waits is looked at: whoever has gone waits no longer"""
MOST_SENDERS = 4096
"""people whose buckets are remembered; a new bucket is full"""
BYTES_A_TOKEN = 64 * 1024
"""bytes of an answer to sync step 1 that count like one command"""


@dataclass(frozen=True, slots=True)
class Rate:
    """`burst` tokens at once, then `per_second`."""

    burst: int
    per_second: float


class Bucket:
    """A token bucket. It may go into debt: what has been spent is waited for afterwards."""

    __slots__ = ("_at", "_now", "_tokens", "rate")

    def __init__(self, rate: Rate, now: Callable[[], float]) -> None:
        self.rate = rate
        self._now = now
        self._tokens = float(rate.burst)
        self._at = now()

    def owed(self) -> float:
        """The seconds until there is a token; 0 when there is one."""
        now = self._now()
        passed = max(0.0, now - self._at) * self.rate.per_second
        self._tokens = min(self.rate.burst, self._tokens + passed)
        self._at = now
        return max(0.0, (1 - self._tokens) / self.rate.per_second)

    def spend(self, tokens: float) -> None:
        """Takes tokens whether they are there or not."""
        self._tokens -= tokens

    def charge(self, size: int) -> None:
        """Takes the tokens for an answer of `size` bytes."""
        self.spend(size / BYTES_A_TOKEN)

    async def take(self, given_up: Callable[[], bool] = lambda: False) -> None:
        """Waits for a token, or about until `given_up`. Several may wait, each behind those before."""
        wait = self.owed()
        self.spend(1)
        while wait > 0 and not given_up():
            await asyncio.sleep(min(wait, LOOK_UP))
            wait -= LOOK_UP


class Pace:
    """What one socket may do now: its person's bucket, and how many of its commands are unanswered.

    A person who sends more is read later, never refused.
    """

    __slots__ = ("_answered", "_unanswered", "bucket")

    def __init__(self, bucket: Bucket) -> None:
        self.bucket = bucket
        self._unanswered = 0
        self._answered: asyncio.Event | None = None
        """made when something has to wait, which hardly any socket ever does"""

    def at_once(self) -> bool:
        """Whether a command may be heard and begun now; then it counts as both."""
        if self.bucket.owed() > 0 or self._unanswered >= self.bucket.rate.burst:
            return False
        self.bucket.spend(1)
        self._unanswered += 1
        return True

    async def begin(self) -> None:
        """Waits until one more command may be unanswered."""
        while self._unanswered >= self.bucket.rate.burst:
            self._answered = self._answered or asyncio.Event()
            self._answered.clear()
            await self._answered.wait()
        self._unanswered += 1

    def end(self) -> None:
        """A command was answered."""
        self._unanswered -= 1
        if self._answered is not None:
            self._answered.set()


class Senders:
    """The buckets of all people, on each board one."""

    def __init__(self, rate: Rate, now: Callable[[], float], why: str = words.TOO_FAST) -> None:
        """`why` is the sentence for somebody who would have to wait too long."""
        self.rate = rate
        self._now = now
        self._why = why
        self._buckets: dict[tuple[str, bytes], Bucket] = {}

    def bucket(self, board: str, person: Person) -> Bucket:
        """This person's bucket. Beyond the bound the one that was asked for longest ago is forgotten."""
        key = (board, person.seat)
        bucket = self._buckets.pop(key, None) or Bucket(self.rate, self._now)
        self._buckets[key] = bucket
        if len(self._buckets) > MOST_SENDERS:
            del self._buckets[next(iter(self._buckets))]
        return bucket

    async def take(self, board: str, person: Person) -> None:
        """Waits for this person's turn over HTTP. Raises TooMany when that would take longer than `MOST_PATIENCE`."""
        bucket = self.bucket(board, person)
        if (wait := bucket.owed()) > MOST_PATIENCE:
            raise TooMany(self._why, wait)
        await bucket.take()
