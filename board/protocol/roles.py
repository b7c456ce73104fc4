"""The three roles."""

from enum import StrEnum


class Role(StrEnum):
    """What a link grants, strongest first; the value is the word in `?as=…` and in the JSON of links."""

    FACILITATOR = "facilitate"
    PARTICIPANT = "participate"
    WATCHER = "watch"
