"""How long boards, sessions and frozen records are kept, and the day on which one may be deleted."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

DAY = 86400
"""seconds"""


@dataclass(frozen=True, slots=True)
class Keep:
    """Days after the last activity of a board or a session, and after the freeze of a record: a decision or a recap.

    None: until somebody deletes it.
    """

    boards: int | None = None
    records: int | None = None

    def record_goes(self, frozen_at: float) -> date | None:
        """Returns the first day (UTC) on which the record may be deleted."""
        if self.records is None:
            return None
        return datetime.fromtimestamp(frozen_at + self.records * DAY, UTC).date()

    def boards_idle_since(self, now: float) -> int | None:
        """Returns a day, counted from 1970: boards and sessions last used on it or before are to be deleted."""
        return None if self.boards is None else today(now) - self.boards

    def records_frozen_until(self, now: float) -> float | None:
        """Returns a time: records frozen at it or before are to be deleted."""
        return None if self.records is None else now - self.records * DAY


def today(now: float) -> int:
    """Returns the day in UTC, counted from 1970."""
    return int(now // DAY)
