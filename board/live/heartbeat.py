"""When a notice is due although nothing is new: browsers cannot see pings and hold a silent socket for dead."""

from board.clock import steady

HEARTBEAT = 12.0
"""seconds without a notice"""
CLOCK_SET = 1.0
"""seconds by which the clock has to jump before it is sent again: pages count down by it"""


class Heartbeat:
    """When the last notice to everybody was sent, by the steady clock: setting the system clock delays nothing."""

    def __init__(self) -> None:
        self.sent_at = 0.0
        self._ahead = 0.0
        """how far the clock that was sent is ahead of the steady one"""

    def sent(self, now: float) -> None:
        """A notice with the time `now` (Unix seconds) goes to everybody."""
        self.sent_at = steady()
        self._ahead = now - self.sent_at

    @property
    def age(self) -> float:
        """Seconds since the last notice to everybody."""
        return steady() - self.sent_at

    def is_due(self, now: float) -> bool:
        """The last notice is old, or the clock was set since."""
        return self.age >= HEARTBEAT or abs(now - steady() - self._ahead) > CLOCK_SET
