"""A session as a calendar file: when it takes place, and the days of its tasks.

Only dates stand in a calendar: without one it is an empty, valid file. An event leads to the address of the session,
which lets nobody in by itself; no link stands in the file.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import icalendar

from board.protocol.worksession.document import SessionDocument, Task
from board.words import say
from board.worksessions.exports.sentence import owner_name, sentence
from board.worksessions.rules.ending import is_day

MAKER = "-//Shortlist//Work session//EN"
REFRESH = timedelta(hours=1)
"""after how long a calendar that subscribed should look again"""


def calendar(document: SessionDocument, id: str, address: str, now: float) -> bytes:
    """The file of the session with this id, which has its page at `address`. `now` is in Unix seconds."""
    made = icalendar.Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", _title(document))
    made.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    for event in _events(document, id, address):
        event.add("dtstamp", datetime.fromtimestamp(int(now), UTC))
        event.add("url", address)
        made.add_component(event)
    made.add_missing_timezones()
    return bytes(made.to_ical())


def _events(document: SessionDocument, id: str, address: str) -> Iterator[icalendar.Event]:
    contract = document.meta.contract
    if contract.starts is not None:
        event = _event(f"{id}@shortlist", _title(document), f"{sentence(document)}\n\n{address}")
        zone: tzinfo = ZoneInfo(contract.zone) if contract.zone else UTC
        # In its own zone a weekly session stays at its hour when the clocks change.
        event.add("dtstart", datetime.fromtimestamp(contract.starts, zone))
        event.add("duration", timedelta(minutes=contract.minutes))
        if contract.repeats == "weekly":
            event.add("rrule", {"freq": "weekly"})
        yield event
    for key, task in document.tasks.items():
        if task.state == "open" and task.when is not None and is_day(task.when):
            event = _event(f"{key}@shortlist", _task(task, document), address)
            event.add("dtstart", date.fromisoformat(task.when))
            event.add("transp", "TRANSPARENT")
            yield event


def _event(uid: str, title: str, description: str) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", uid)
    event.add("summary", title)
    event.add("description", description)
    return event


def _title(document: SessionDocument) -> str:
    return " ".join(document.meta.contract.artifact.split()) or say("export-untitled")


def _task(task: Task, document: SessionDocument) -> str:
    text = " ".join(task.text.split())
    owner = owner_name(task.owner, document.people) if task.owner else ""
    return say("export-task-of", task=text, owner=owner) if owner else text
