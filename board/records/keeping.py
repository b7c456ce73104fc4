"""How long boards and decisions are kept, and the day on which one goes."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

DAY = 86400
"""seconds"""


@dataclass(frozen=True, slots=True)
class Keep:
    """Days after the last activity of a board, and after the freeze of a decision; None: until somebody deletes it."""

    boards: int | None = None
    decisions: int | None = None

    def decision_goes(self, frozen_at: float) -> date | None:
        """The first day (UTC) on which the decision may be gone."""
        if self.decisions is None:
            return None
        return datetime.fromtimestamp(frozen_at + self.decisions * DAY, UTC).date()

    def boards_idle_since(self, now: float) -> int | None:
        """Boards last used on this day, counted from 1970, or before are to go."""
        return None if self.boards is None else today(now) - self.boards

    def decisions_frozen_until(self, now: float) -> float | None:
        """Decisions frozen at this time or before are to go."""
        return None if self.decisions is None else now - self.decisions * DAY


def today(now: float) -> int:
    """The day in UTC, counted from 1970."""
    return int(now // DAY)
