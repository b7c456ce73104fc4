"""The rate limit of one person: a token bucket, shared by all their sockets and requests to one document.

A frame costs one token, and what is answered or changed by its size costs more by its bytes. Nobody is refused over a
socket for sending too fast: the server reads the next frame later. So it does after it closed a connection for what
was sent: stock providers of Yjs connect again at once and send the same.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from board.errors import TooMany
from board.people.cookie import Person
from board.protocol.refusals import Refusal

MAX_WAIT = 5.0
"""seconds that a request over HTTP may wait for a token; a socket waits for as long as it takes"""
CHECK_EVERY = 1.0
"""seconds after which a waiting task checks whether its connection is still there"""
MAX_BUCKETS = 4096
"""buckets that are kept; a new bucket is full"""
BYTES_PER_TOKEN = 64 * 1024
"""bytes of a document's state, or of a change to it, that cost as much as one command"""
LONGEST_PENALTY = 30.0
"""seconds"""
FORGIVEN = 120.0
"""seconds after a penalty began, from which on the next one is the shortest again"""


@dataclass(frozen=True, slots=True)
class Rate:
    """`burst` tokens at once, then `per_second`."""

    burst: int
    per_second: float


class TokenBucket:
    """A token bucket that may go into debt: what was spent has to be waited for afterwards."""

    __slots__ = ("_at", "_now", "_penalised_at", "_penalty", "_tokens", "rate")

    def __init__(self, rate: Rate, now: Callable[[], float]) -> None:
        self.rate = rate
        self._now = now
        self._tokens = float(rate.burst)
        self._at = now()
        self._penalty = 0.0
        """seconds of the last one"""
        self._penalised_at = 0.0

    def delay(self) -> float:
        """The seconds until there is a token; 0 when there is one."""
        now = self._now()
        # A clock that is set back refills nothing, and costs nothing.
        passed = max(0.0, now - self._at) * self.rate.per_second
        self._tokens = min(self.rate.burst, self._tokens + passed)
        self._at = now
        return max(0.0, (1 - self._tokens) / self.rate.per_second)

    def try_spend(self) -> bool:
        """Takes a token if there is one."""
        if self.delay() > 0:
            return False
        self.spend(1)
        return True

    def spend(self, tokens: float) -> None:
        """Takes tokens whether they are there or not."""
        self._tokens -= tokens

    def charge(self, size: int) -> None:
        """Takes the tokens for a state or a change of `size` bytes."""
        self.spend(size / BYTES_PER_TOKEN)

    def penalise(self) -> None:
        """There is no token for a second, and each further time for twice as long."""
        now = self._now()
        again = now - self._penalised_at < FORGIVEN
        self._penalty = min(2 * self._penalty, LONGEST_PENALTY) if again and self._penalty else 1.0
        self._penalised_at = self._at = now
        self._tokens = min(self._tokens, 1 - self._penalty * self.rate.per_second)

    async def acquire(self, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Waits for a token, or until shortly after `cancelled`. Several may wait, each behind those before."""
        delay = self.delay()
        self.spend(1)
        while delay > 0 and not cancelled():
            await asyncio.sleep(min(delay, CHECK_EVERY))
            delay -= CHECK_EVERY


class ConnectionLimit:
    """What one connection may do now: the bucket of its person, and how many of its commands are unanswered."""

    __slots__ = ("_answered", "_unanswered", "bucket")

    def __init__(self, bucket: TokenBucket) -> None:
        self.bucket = bucket
        self._unanswered = 0
        self._answered: asyncio.Event | None = None
        """made when a command has to wait, which hardly ever happens"""

    def try_begin(self) -> bool:
        """Begins a command, and takes its token, if neither has to be waited for."""
        if self._unanswered >= self.bucket.rate.burst or not self.bucket.try_spend():
            return False
        self._unanswered += 1
        return True

    async def begin(self) -> None:
        """Begins a command, whose token was taken, once one more may be unanswered."""
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


class RateLimiter:
    """The buckets of all people, one for each document."""

    def __init__(self, rate: Rate, now: Callable[[], float], code: Refusal = Refusal.TOO_FAST) -> None:
        """`code` is for somebody who would have to wait too long."""
        self.rate = rate
        self._now = now
        self._code = code
        self._buckets: dict[tuple[str, bytes], TokenBucket] = {}

    def bucket(self, document: str, person: Person) -> TokenBucket:
        """This person's bucket. Beyond the bound, the least recently used bucket is dropped."""
        key = (document, person.seat)
        bucket = self._buckets.pop(key, None) or TokenBucket(self.rate, self._now)
        self._buckets[key] = bucket
        if len(self._buckets) > MAX_BUCKETS:
            del self._buckets[next(iter(self._buckets))]
        return bucket

    async def acquire(self, document: str, person: Person) -> None:
        """Waits for a token over HTTP. Raises TooMany when that would take longer than `MAX_WAIT`."""
        bucket = self.bucket(document, person)
        if (delay := bucket.delay()) > MAX_WAIT:
            raise TooMany(self._code, wait=delay)
        await bucket.acquire()
