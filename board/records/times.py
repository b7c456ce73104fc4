"""Times in a record: RFC 3339 in UTC, to the second; and the words for them."""

from datetime import UTC, datetime

from board.words import day as in_words
from board.words import say


def utc(seconds: float) -> str:
    """Formats Unix seconds as a record holds them."""
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def instant(time: str) -> datetime:
    """Parses a time of a record."""
    return datetime.strptime(time, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def day(time: str) -> str:
    """The date in words."""
    return in_words(instant(time))


def moment(time: str) -> str:
    """The date and the time of day in words."""
    return say("when-moment", day=day(time), time=_clock(time))


def span(start: str, end: str) -> str:
    """From one moment to another, in words."""
    if instant(start).date() == instant(end).date():
        return say("when-same-day", day=day(start), start=_clock(start), end=_clock(end))
    return say("when-days", day=day(start), start=_clock(start), last=day(end), end=_clock(end))


def lasted(seconds: int) -> str:
    """A duration in words, to the minute from one minute on."""
    if seconds < 60:
        return say("when-seconds", seconds=seconds)
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return say("when-minutes", minutes=minutes)
    return say("when-hours-minutes", hours=hours, minutes=minutes) if minutes else say("when-hours", hours=hours)


def _clock(time: str) -> str:
    return f"{instant(time):%H:%M}"
