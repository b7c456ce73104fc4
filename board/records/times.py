"""Times in a record: RFC 3339 in UTC, to the second; and the words for them."""

from datetime import UTC, datetime

from board.words import dates


def utc(seconds: float) -> str:
    """Formats Unix seconds as a record holds them."""
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def instant(time: str) -> datetime:
    """Parses a time of a record."""
    return datetime.strptime(time, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def day(time: str) -> str:
    """The date in words."""
    at = instant(time)
    return dates.day(at.year, at.month, at.day)


def moment(time: str) -> str:
    """The date and the time of day in words."""
    return f"{day(time)}, {instant(time):%H:%M} UTC"
