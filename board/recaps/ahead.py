"""The days that are still to come when a recap is made: the finisher's, and those of open tasks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from board.recaps.who import Who, on
from board.records.canonical import Json
from board.words import say

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Day:
    day: str
    """in words"""
    what: str
    owner: str | None


def ahead(record: Json, who: Who, *, alone: bool) -> list[Day]:
    """The next first. A task that is due "next week" is not among them."""
    found = sorted(_days(record, who, alone=alone), key=lambda one: one[0])
    return [Day(on(day), what, owner) for day, what, owner in found]


def _days(record: Json, who: Who, *, alone: bool) -> Iterator[tuple[str, str, str | None]]:
    if record["verdict"] == "nearly" and record["by"] and not record["finished_at"]:
        owner = None if alone or record["finisher"] is None else who.person(record["finisher"])
        yield record["by"], say("recap-finish-it"), owner
    for task in record["tasks"]:
        if task["state"] == "open" and is_day(task["when"]):
            yield task["when"], task["text"], owner_of(task, who, alone=alone)


def owner_of(task: Json, who: Who, *, alone: bool) -> str | None:
    """Who does a task. Somebody who worked alone goes without saying."""
    owner = task["owner"]
    return None if alone and owner and owner["person"] else who.owner(owner)


def is_day(when: str | None) -> bool:
    """Whether this is a day as YYYY-MM-DD; people may type anything there."""
    # ISO 8601 also writes dates as weeks and ordinals; rules of sessions refuse them.
    if when is None or not _DAY.fullmatch(when):
        return False
    try:
        date.fromisoformat(when)
    except ValueError:
        return False
    return True
