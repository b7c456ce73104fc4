"""When the next session of a chain begins that repeats every week. Twin of `session/weekly.ts`, with the same cases."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

WEEK = timedelta(days=7)


def next_start(starts: int, zone: str | None, now: float) -> int:
    """The first of the following weeks that is still to come, at the same time on the wall of the zone.

    A time that the clocks skip on that day is counted by the clock before they change. Of one that they show twice, the
    first counts. All times are Unix seconds.
    """
    place: tzinfo = ZoneInfo(zone) if zone else UTC
    wall = datetime.fromtimestamp(starts, place).replace(tzinfo=None, fold=0)
    weeks = max(1, int((now - starts) // WEEK.total_seconds()))
    while (at := int((wall + weeks * WEEK).replace(tzinfo=place).timestamp())) <= now:
        weeks += 1
    return at
