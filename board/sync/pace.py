"""How fast one sender is heard: a burst at once, then so many a second. Who sends more is heard later."""

import asyncio
from collections.abc import Callable

from board.errors import TooMany
from board.people.cookie import Person
from board.sync.turn import Limits
from board.words import live as words

MOST_PATIENCE = 5.0
"""seconds that an HTTP command may wait for its turn; a socket is simply not read for as long as it takes"""
MOST_SENDERS = 4096
"""senders over HTTP that are remembered; a sender who is forgotten begins anew"""


class Pace:
    """60 frames at once, then slower: a sender who sends more is read later, never refused."""

    def __init__(self, limits: Limits, now: Callable[[], float]) -> None:
        self._limits = limits
        self._now = now
        self._tokens = float(limits.burst)
        self._at = now()
        self._unanswered = 0
        self._answered = asyncio.Event()

    def owed(self) -> float:
        """The seconds after which one more may be heard; 0 for at once."""
        now = self._now()
        passed = max(0.0, now - self._at) * self._limits.per_second
        self._tokens = min(self._limits.burst, self._tokens + passed)
        self._at = now
        return max(0.0, (1 - self._tokens) / self._limits.per_second)

    async def take(self) -> None:
        """Waits until one more may be heard. Several may wait, each behind those before."""
        wait = self.owed()
        self._tokens -= 1
        if wait > 0:
            await asyncio.sleep(wait)

    def at_once(self) -> bool:
        """Whether a command may be heard and begun now; then it counts as both."""
        if self.owed() > 0 or self._unanswered >= self._limits.burst:
            return False
        self._tokens -= 1
        self._unanswered += 1
        return True

    async def begin(self) -> None:
        """Waits until one more command may be unanswered."""
        while self._unanswered >= self._limits.burst:
            self._answered.clear()
            await self._answered.wait()
        self._unanswered += 1

    def end(self) -> None:
        """A command was answered."""
        self._unanswered -= 1
        self._answered.set()


class Senders:
    """The pace of everybody who gives commands over HTTP, where no socket holds it."""

    def __init__(self, limits: Limits, now: Callable[[], float]) -> None:
        self._limits = limits
        self._now = now
        self._paces: dict[tuple[str, bytes], Pace] = {}

    async def take(self, board: str, person: Person) -> None:
        """Waits for this person's turn. Raises TooMany when that would take longer than anybody waits."""
        key = (board, person.seat)
        pace = self._paces.pop(key, None) or Pace(self._limits, self._now)
        self._paces[key] = pace
        if len(self._paces) > MOST_SENDERS:
            del self._paces[next(iter(self._paces))]
        if (wait := pace.owed()) > MOST_PATIENCE:
            raise TooMany(words.TOO_FAST, wait)
        await pace.take()
