"""The names of time zones."""

from functools import cache
from zoneinfo import available_timezones


def is_zone(name: str) -> bool:
    """Whether it is the IANA name of a time zone."""
    return name in _names()


@cache
def _names() -> frozenset[str]:
    # Reads the files of all zones.
    # "localtime" is where the server stands, and "Factory" is nowhere.
    return frozenset(available_timezones() - {"localtime", "Factory"})
