"""Sessions as a calendar file: when they take place, the days of tasks, and the day by which one is to be finished.

Only dates stand in a calendar: without one it is an empty, valid file. An event leads to the address of a session,
which lets nobody in by itself; no link stands in the file.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

import icalendar

from board.protocol.worksession.document import Ending, SessionDocument, Task
from board.recaps.sentence import ALONE
from board.words import say
from board.worksessions.exports.sentence import owner_name, sentence
from board.worksessions.rules.ending import is_day

MAKER = "-//Shortlist//Work session//EN"
REFRESH = timedelta(hours=1)
"""after how long a calendar that subscribed should look again"""
MINUTE = 60


class Dated(NamedTuple):
    """A session as a calendar has it."""

    id: str
    document: SessionDocument
    address: str
    """of its page"""
    changed_at: float
    """Unix seconds of its last change"""


class Day(NamedTuple):
    """Something that is due on a day."""

    id: str
    day: str
    what: str
    details: Sequence[str]


def calendar(sessions: Sequence[Dated], *, todo: bool = False) -> bytes:
    """The file of these sessions of one chain; the last is the newest, which has the open tasks.

    The same sessions give the same bytes. With `todo` what is due on a day is a task, which not every calendar shows.
    """
    made = icalendar.Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", _title(sessions[-1].document))
    made.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    for session in sessions:
        for component in _components(session, todo=todo, newest=session is sessions[-1]):
            _stamp(component, session)
            made.add_component(component)
    made.add_missing_timezones()
    return bytes(made.to_ical())


def _components(session: Dated, *, todo: bool, newest: bool) -> Iterator[icalendar.Event | icalendar.Todo]:
    if (event := _meeting(session)) is not None:
        yield event
    for day in _days(session, with_tasks=newest):
        yield _todo(day, session) if todo else _event(day, session)


def _stamp(component: icalendar.Event | icalendar.Todo, session: Dated) -> None:
    """Programs that subscribed take an entry again when it was changed later than the one they have.

    To the minute, since a program that asks often would otherwise learn when somebody types.
    """
    minute = int(session.changed_at // MINUTE)
    at = datetime.fromtimestamp(minute * MINUTE, UTC)
    component.add("dtstamp", at)
    component.add("last-modified", at)
    component.add("sequence", minute)
    component.add("url", session.address)


def _meeting(session: Dated) -> icalendar.Event | None:
    """The session itself, when its time is set."""
    id, document, address, _ = session
    meta, contract = document.meta, document.meta.contract
    if contract.starts is None:
        return None
    event = icalendar.Event()
    event.add("uid", f"{id}@shortlist")
    event.add("summary", _title(document))
    event.add("description", f"{sentence(document)}\n\n{address}")
    zone: tzinfo = ZoneInfo(contract.zone) if contract.zone else UTC
    # In its own zone a weekly session stays at its hour when the clocks change.
    event.add("dtstart", datetime.fromtimestamp(contract.starts, zone))
    event.add("duration", timedelta(minutes=contract.minutes))
    # After the end the next session stands for the weeks to come, or there is none.
    if contract.repeats == "weekly" and meta.ending is None:
        event.add("rrule", {"freq": "weekly"})
    return event


def _days(session: Dated, *, with_tasks: bool) -> Iterator[Day]:
    document = session.document
    title = _title(document)
    ending = document.meta.ending
    if ending is not None and ending.by is not None and _is_open(ending) and is_day(ending.by):
        finisher = document.people.get(ending.finisher or "")
        what = _of(title, finisher.name if finisher and document.meta.kind not in ALONE else "")
        yield Day(f"finish-{session.id}", ending.by, what, [say("recap-finish-it")])
    for key, task in document.tasks.items() if with_tasks else ():
        if task.state == "open" and task.when is not None and is_day(task.when):
            step = [say("export-first-step", step=task.first_step)] if task.first_step else []
            yield Day(key, task.when, _task(task, document), [*step, title])


def _event(day: Day, session: Dated) -> icalendar.Event:
    event = icalendar.Event()
    event.add("dtstart", date.fromisoformat(day.day))
    # People still have time on a day on which something is due.
    event.add("transp", "TRANSPARENT")
    _tell(event, day, session)
    return event


def _todo(day: Day, session: Dated) -> icalendar.Todo:
    todo = icalendar.Todo()
    todo.add("due", date.fromisoformat(day.day))
    todo.add("status", "NEEDS-ACTION")
    _tell(todo, day, session)
    return todo


def _tell(component: icalendar.Event | icalendar.Todo, day: Day, session: Dated) -> None:
    component.add("uid", f"{day.id}@shortlist")
    component.add("summary", day.what)
    component.add("description", "\n".join([*day.details, session.address]))


def _is_open(ending: Ending) -> bool:
    return ending.verdict == "nearly" and ending.finished_at is None


def _title(document: SessionDocument) -> str:
    return " ".join(document.meta.contract.artifact.split()) or say("export-untitled")


def _task(task: Task, document: SessionDocument) -> str:
    owner = owner_name(task.owner, document.people) if task.owner else ""
    return _of(" ".join(task.text.split()), owner)


def _of(what: str, owner: str) -> str:
    return say("export-task-of", task=what, owner=owner) if owner else what
