"""The timer of a board as a value: seconds in, a new timer out. The caller brings the time.

A timer stands still (`NONE`), runs (`deadline` is set) or is paused (`left` is set). Zero moves no phase; it only ends
what is accepted as in time.
"""

from dataclasses import dataclass, replace

# An idea sent in the last moment still has to travel.
GRACE = 2.0


@dataclass(frozen=True, slots=True)
class Timer:
    """What is known of a board's time: the Unix second it ends, or the seconds left while paused.

    `length` is the whole time given so far, for the bar that drains; it grows with every extension.
    """

    deadline: float | None
    left: float | None
    length: float | None

    def started(self, now: float, seconds: float) -> "Timer":
        """A fresh run of this many seconds, whatever was before."""
        return Timer(deadline=now + seconds, left=None, length=seconds)

    def extended(self, now: float, seconds: float) -> "Timer":
        """More time. After zero it counts from now, so that one more minute is a minute to write in.

        While paused it waits with the rest; where no timer runs, it starts one.
        """
        length = (self.length or 0.0) + seconds
        if self.left is not None:
            return Timer(deadline=None, left=self.left + seconds, length=length)
        if self.deadline is not None:
            return Timer(deadline=max(self.deadline, now) + seconds, left=None, length=length)
        return self.started(now, seconds)

    def paused(self, now: float) -> "Timer":
        """Standing still with what is left. A timer that is over stays over: a pause must not reopen writing."""
        if self.deadline is None or self.is_over(now):
            return self
        return replace(self, deadline=None, left=self.deadline - now)

    def resumed(self, now: float) -> "Timer":
        """Running again with what was left."""
        if self.left is None:
            return self
        return replace(self, deadline=now + self.left, left=None)

    def ended(self, now: float) -> "Timer":
        """Over from now on. A deadline that has passed stays where it was, or its grace period would restart."""
        if self.is_over(now):
            return self
        return replace(self, deadline=now, left=None)

    def accepts(self, now: float) -> bool:
        """Whether what arrives now is in time: always without a deadline, else until the grace is over."""
        return self.deadline is None or now <= self.deadline + GRACE

    def is_over(self, now: float) -> bool:
        """Whether zero has been reached; a timer that is paused or not set never is."""
        return self.deadline is not None and now >= self.deadline


NONE = Timer(deadline=None, left=None, length=None)
