"""The days that are still to come, for a calendar: those of open tasks, and the one by which the rest is finished.

Only dates stand in a calendar: without one it is an empty, valid file. Somebody who joined is `P1` here, too.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import icalendar

from board.recaps.ahead import is_day, owner_of
from board.recaps.reading import is_alone
from board.recaps.who import Who
from board.records import canonical
from board.records.canonical import Json
from board.records.times import instant
from board.words import say

MAKER = "-//Shortlist//Recap//EN"
LONGEST_NAME = 16
"""digits of the digest in the name of an entry"""


class Entry(NamedTuple):
    """One day of the calendar."""

    id: str
    day: str
    what: str
    details: list[str]


def render(record: Json, *, todo: bool = False, link: str | None = None) -> bytes:
    """`link` is the address of the recap. With `todo` the entries are tasks, which not every calendar shows."""
    made = icalendar.Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", _title(record))
    digest = canonical.digest(canonical.encode(record))
    for entry in _entries(record):
        component = _todo(entry) if todo else _event(entry)
        component.add("uid", f"{entry.id}-{digest[:LONGEST_NAME]}@shortlist")
        component.add("dtstamp", instant(record.get("frozen_at") or record["as_of"]))
        component.add("summary", entry.what)
        component.add("description", "\n".join([*entry.details, *([link] if link else [])]))
        if link:
            component.add("url", link)
        made.add_component(component)
    return bytes(made.to_ical())


def _event(entry: Entry) -> icalendar.Event:
    event = icalendar.Event()
    event.add("dtstart", date.fromisoformat(entry.day))
    # People still have time on a day on which something is due.
    event.add("transp", "TRANSPARENT")
    return event


def _todo(entry: Entry) -> icalendar.Todo:
    todo = icalendar.Todo()
    todo.add("due", date.fromisoformat(entry.day))
    todo.add("status", "NEEDS-ACTION")
    return todo


def _entries(record: Json) -> Iterator[Entry]:
    """The finisher first, then the tasks in their order."""
    who, alone, title = Who({}), is_alone(record), _title(record)
    if record["verdict"] == "nearly" and is_day(record["by"]) and not record["finished_at"]:
        owner = None if alone or record["finisher"] is None else who.person(record["finisher"])
        yield Entry("finish", record["by"], _of(title, owner), [say("recap-finish-it")])
    for task in record["tasks"]:
        if task["state"] == "open" and is_day(task["when"]):
            step = [say("export-first-step", step=task["first_step"])] if task["first_step"] else []
            what = _of(" ".join(task["text"].split()), owner_of(task, who, alone=alone))
            yield Entry(task["task"], task["when"], what, [*step, title])


def _title(record: Json) -> str:
    return " ".join(record["artifact"].split()) or say("recap-kind")


def _of(what: str, owner: str | None) -> str:
    return say("export-task-of", task=what, owner=owner) if owner else what
