"""How often one person may ask a session for what costs the server much."""

from board.clock import Clock
from board.live.transport.rate_limit import Rate, RateLimiter
from board.protocol.refusals import Refusal

FILES = Rate(burst=20, per_second=0.5)
"""files and earlier versions"""
TEXTS = Rate(burst=60, per_second=4)
"""the text as a page shows it, which it fetches after each change"""

NEWS = Rate(burst=20, per_second=0.1)
"""what the home page asks once each time it is opened"""


class SessionReadLimits:
    """Shared by all sessions."""

    def __init__(self, clock: Clock) -> None:
        self.files = RateLimiter(FILES, clock.now, Refusal.TOO_MANY_FILES)
        self.texts = RateLimiter(TEXTS, clock.now)
        self.news = RateLimiter(NEWS, clock.now)
