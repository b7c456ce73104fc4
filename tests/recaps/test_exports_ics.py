"""The days ahead as a calendar: whole days, in order for programs that are strict, and without a name."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import icalendar
import pytest

from board.protocol.worksession.document import Ending, Owner, Task
from board.recaps import record
from board.recaps.exports import ics
from board.recaps.material import Material
from board.records import canonical
from tests.recaps import samples

GOLDEN = Path(__file__).parent / "typeset"
LINK = "https://shortlist.example.org/recaps/" + "ab" * 32


def entries(content: bytes, kind: str = "VEVENT") -> list[icalendar.Component]:
    """As a calendar reads them; a file that any line of RFC 5545 forbids is refused."""
    lines = content.decode().split("\r\n")
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert all(len(line.encode()) <= 75 and "\n" not in line for line in lines)
    found = icalendar.Calendar.from_ical(content)
    assert (str(found["version"]), str(found["method"])) == ("2.0", "PUBLISH")
    assert found.errors == []
    known = found.walk(kind)
    assert len(found.subcomponents) == len(known)
    assert len({str(one["uid"]) for one in known}) == len(known)
    assert all("dtstamp" in one and "summary" in one for one in known)
    return known


def with_tasks(*tasks: Task) -> Material:
    return replace(samples.zoning(), tasks={samples.ident(n): task for n, task in enumerate(tasks)})


def test_the_finishers_day_and_the_days_of_open_tasks_stand_in_the_calendar() -> None:
    told = entries(ics.render(record.build(samples.zoning())))
    assert [(one.decoded("dtstart"), str(one["summary"])) for one in told] == [
        (date(2026, 12, 1), "The zoning change, two station areas (P1)"),
        (date(2026, 12, 3), "Legal check (P2)"),
    ]
    assert [str(one["description"]) for one in told] == [
        "The rest is finished",
        "First step: Call Iris first\nThe zoning change, two station areas",
    ]
    # A whole day, on which people can still meet.
    assert all("dtend" not in one and str(one["transp"]) == "TRANSPARENT" for one in told)


def test_the_calendar_reads_as_it_did() -> None:
    """After a change that was meant: GOLDEN=write pytest tests/recaps, then look at the difference."""
    for name, content in {
        "zoning.ics": ics.render(record.build(samples.zoning()), link=LINK),
        "zoning.todo.ics": ics.render(record.build(samples.zoning()), todo=True),
    }.items():
        file = GOLDEN / name
        if os.environ.get("GOLDEN") == "write":
            file.write_bytes(content)
        assert file.read_bytes() == content


def test_entries_can_be_tasks() -> None:
    told = entries(ics.render(record.build(samples.zoning()), todo=True), "VTODO")
    assert [(one.decoded("due"), str(one["status"])) for one in told] == [
        (date(2026, 12, 1), "NEEDS-ACTION"),
        (date(2026, 12, 3), "NEEDS-ACTION"),
    ]


def test_what_is_done_dropped_or_has_no_date_is_no_day() -> None:
    material = with_tasks(
        Task(text="done", when="2026-12-04", state="done"),
        Task(text="dropped", when="2026-12-04", state="dropped"),
        Task(text="words", when="next week"),
        Task(text="a week", when="2026-W49-1"),
        Task(text="no such day", when="2026-02-30"),
        Task(text="none"),
        Task(text="open", when="2026-12-04"),
    )
    told = entries(ics.render(record.build(replace(material, ending=Ending(verdict="done", at=samples.at(60))))))
    assert [str(one["summary"]) for one in told] == ["open"]


@pytest.mark.parametrize("name", ["finished", "alone", "side_by_side", "empty", "elsewhere"])
def test_a_calendar_without_a_date_is_empty(name: str) -> None:
    material = replace(samples.SAMPLES[name](), tasks={})
    assert entries(ics.render(record.build(material))) == []


@pytest.mark.parametrize("todo", [False, True])
@pytest.mark.parametrize("name", samples.SAMPLES)
def test_every_session_is_a_calendar_that_can_be_read(name: str, todo: bool) -> None:
    material = samples.SAMPLES[name]()
    for told in (record.build(material), record.draft(material)):
        entries(ics.render(told, todo=todo, link=LINK), "VTODO" if todo else "VEVENT")


def test_titles_stand_on_one_line_and_stay_what_was_typed() -> None:
    title = "BEGIN:VEVENT\r\nX; y, z \\n \\ " + "é" * 100 + "\u2028\u0085end"
    material = with_tasks(Task(text=title, owner=Owner(words="Iris;\nOkafor"), when="2026-12-04"))
    _, told = entries(ics.render(record.build(material), link=LINK))
    assert str(told["summary"]) == f"{' '.join(title.split())} (Iris; Okafor)"
    assert str(told["url"]) == LINK
    assert str(told["description"]).endswith(f"\n{LINK}")


def test_names_of_people_who_joined_are_not_in_it() -> None:
    material = replace(samples.zoning(), tasks={**samples.zoning().tasks, "x": Task(text="y", when="2026-12-05")})
    content = ics.render(record.build(material), link=LINK).decode()
    assert not [one.name for one in material.people.values() if one.name in content]


def test_an_entry_keeps_its_id_in_the_same_record_and_has_another_one_in_the_next() -> None:
    told = record.build(samples.zoning())
    ids = [str(one["uid"]) for one in entries(ics.render(told))]
    digest = canonical.digest(canonical.encode(told))
    assert ids == [f"finish-{digest[:16]}@shortlist", f"{samples.ident(22)}-{digest[:16]}@shortlist"]
    assert [str(one["uid"]) for one in entries(ics.render(told, todo=True), "VTODO")] == ids
    corrected = record.build(replace(samples.zoning(), follows=digest))
    assert not set(ids) & {str(one["uid"]) for one in entries(ics.render(corrected))}


def test_somebody_who_worked_alone_has_no_number() -> None:
    nearly = Ending(verdict="nearly", finisher=samples.JO, by="2026-12-01", at=samples.at(48))
    tasks = {samples.ident(1): Task(text="Sources", owner=Owner(person=samples.JO), when="2026-12-02")}
    told = entries(ics.render(record.build(replace(samples.alone(), ending=nearly, tasks=tasks))))
    assert [str(one["summary"]) for one in told] == ["Outline of chapter 3", "Sources"]
