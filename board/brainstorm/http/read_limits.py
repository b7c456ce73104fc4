"""How often one person may ask for what costs the server much."""

import asyncio

from board.clock import Clock
from board.live.transport.rate_limit import Rate, RateLimiter
from board.protocol.refusals import Refusal

EXPORTS, ADVICE = Rate(burst=20, per_second=0.5), Rate(burst=20, per_second=2)
"""files of one board, and looks at its ballot, that one person may ask for"""


class ReadLimits:
    """Shared by all boards."""

    def __init__(self, clock: Clock) -> None:
        self.exports = RateLimiter(EXPORTS, clock.now, Refusal.TOO_MANY_FILES)
        self.advice = RateLimiter(ADVICE, clock.now)
        self.drafting = asyncio.Lock()
        """held while a whole board is read on a thread: several at once would take the interpreter from the loop"""
