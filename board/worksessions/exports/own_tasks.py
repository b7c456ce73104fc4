"""The days of one person's open tasks as a calendar file."""

from datetime import UTC, date, datetime

import icalendar

from board.protocol.worksession.document import SessionDocument
from board.worksessions.exports.calendar import MAKER
from board.worksessions.rules.ending import is_day
from board.worksessions.rules.news import own_open


def own_tasks(document: SessionDocument, person: str | None, address: str, now: float) -> bytes:
    """The file for this person, whose events lead to the session at `address`. `now` is in Unix seconds."""
    made = icalendar.Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for task in own_open(document, person):
        if task.when is None or not is_day(task.when):
            continue
        event = icalendar.Event()
        event.add("uid", f"{task.task}@shortlist")
        event.add("dtstamp", datetime.fromtimestamp(int(now), UTC))
        event.add("summary", " ".join(task.text.split()))
        event.add("description", address)
        event.add("url", address)
        event.add("dtstart", date.fromisoformat(task.when))
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    return bytes(made.to_ical())
