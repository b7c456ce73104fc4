"""A session in a calendar: at its hour, in its zone, and without a key to anything."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from board.protocol.worksession import limits
from board.worksessions.exports import markdown
from board.worksessions.exports.calendar import Dated, calendar
from tests.worksessions.exports.documents import document

ID, ADDRESS, NOW = "c" * 24 + "-2", "https://board.example/worksessions/" + "c" * 24 + "-2", 1_800_000_000.0
BEFORE = ("c" * 24 + "-1", "https://board.example/worksessions/" + "c" * 24 + "-1")
PARIS = ZoneInfo("Europe/Paris")


def made(contract: dict[str, object], **roots: object) -> tuple[str, list[icalendar.Event]]:
    whole = document(meta={"contract": {"artifact": "A brief", "minutes": 60} | contract}, **roots)
    content = calendar([Dated(ID, whole, ADDRESS, NOW)])
    found = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return content.decode(), [event for event in found if isinstance(event, icalendar.Event)]


def test_a_calendar_without_a_date_is_empty_and_valid() -> None:
    text, events = made({})
    assert events == []
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "VERSION:2.0" in text


def test_an_event_has_the_time_and_the_sentence() -> None:
    starts = int(datetime(2026, 12, 4, 14, 5, tzinfo=UTC).timestamp())
    _, (event,) = made({"starts": starts})
    assert (event.start, event.duration) == (datetime(2026, 12, 4, 14, 5, tzinfo=UTC), timedelta(minutes=60))
    assert str(event["summary"]) == "A brief"
    assert str(event["description"]) == f"A brief, in 60 minutes. Whoever leads says when it’s done.\n\n{ADDRESS}"
    assert str(event["uid"]) == f"{ID}@shortlist"
    assert str(event["url"]) == ADDRESS
    assert "rrule" not in event


@pytest.mark.parametrize(("month", "day"), [(3, 26), (10, 22)])
def test_a_weekly_session_stays_at_its_hour_when_the_clocks_change(month: int, day: int) -> None:
    first = datetime(2026, month, day, 14, 0, tzinfo=PARIS)
    text, (event,) = made({"starts": int(first.timestamp()), "zone": "Europe/Paris", "repeats": "weekly"})
    assert "DTSTART;TZID=Europe/Paris" in text
    assert "BEGIN:VTIMEZONE" in text
    assert event["rrule"] == {"FREQ": ["WEEKLY"]}
    assert isinstance(event.start, datetime)
    # A rule counts days by the clock on the wall of the zone.
    week, after = event.start, event.start + timedelta(days=7)
    assert (week, after.hour) == (first, 14)
    assert after.utcoffset() != week.utcoffset()
    assert after.astimezone(UTC) - week.astimezone(UTC) != timedelta(days=7)


def test_the_zone_in_the_file_says_when_the_clocks_change() -> None:
    first = datetime(2026, 3, 26, 14, 0, tzinfo=PARIS)
    text, _ = made({"starts": int(first.timestamp()), "zone": "Europe/Paris", "repeats": "weekly"})
    (zone,) = icalendar.Calendar.from_ical(text).walk("VTIMEZONE")
    assert isinstance(zone, icalendar.Timezone)
    known = zone.to_tz()
    for month in (1, 7):
        moment = datetime(2026, month, 1, 12, tzinfo=PARIS)
        assert known.utcoffset(moment.replace(tzinfo=None)) == moment.utcoffset()


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Midway", None])
@pytest.mark.parametrize("starts", [0, limits.LAST_MOMENT])
def test_every_moment_that_a_session_takes_stands_in_files(starts: int, zone: str | None) -> None:
    contract = {"artifact": "A brief", "minutes": limits.LONGEST, "starts": starts, "zone": zone, "repeats": "weekly"}
    _, (event,) = made(contract)
    assert isinstance(event.start, datetime)
    assert int(event.start.timestamp()) == starts
    assert markdown.render(document(meta={"contract": contract}), "")


def test_an_open_task_with_a_date_stands_on_that_day() -> None:
    tasks = {
        "t1": {"text": "Ask three suppliers", "owner": {"words": "Tom"}, "when": "2026-12-04"},
        "t2": {"text": "soon", "when": "next week"},
        "t3": {"text": "done", "when": "2026-12-05", "state": "done"},
        "t4": {"text": "no day", "when": "2026-02-30"},
    }
    _, (event,) = made({}, tasks=tasks)
    assert (event.start, str(event["summary"])) == (date(2026, 12, 4), "Ask three suppliers (Tom)")


def test_lines_are_folded_and_what_people_typed_stays_text() -> None:
    title = "BEGIN:VEVENT\nX; y, z \\ " + "é" * 120
    text, (event,) = made({"artifact": title, "starts": 1_800_000_000})
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert str(event["summary"]) == " ".join(title.split())


NEARLY = {"verdict": "nearly", "finisher": "m", "by": "2026-12-01", "at": NOW}
MARA = {"m": {"name": "Mara", "colour": 0}}


def due(kind: str = "team", **ending: object) -> list[icalendar.Event]:
    meta = {
        "kind": kind,
        "state": "ended",
        "contract": {"artifact": "A brief", "minutes": 60},
        "ending": NEARLY | ending,
    }
    content = calendar([Dated(ID, document(meta=meta, people=MARA), ADDRESS, NOW)])
    return [one for one in icalendar.Calendar.from_ical(content).walk("VEVENT") if isinstance(one, icalendar.Event)]


def test_what_is_nearly_done_stands_on_the_day_by_which_it_is_finished() -> None:
    (event,) = due()
    assert (event.start, str(event["summary"])) == (date(2026, 12, 1), "A brief (Mara)")
    assert str(event["uid"]) == f"finish-{ID}@shortlist"
    (alone,) = due("individual")
    assert str(alone["summary"]) == "A brief"
    assert due(finished_at=NOW) == []
    assert due(verdict="another") == []


def test_the_session_before_keeps_its_time_and_its_tasks_went_on() -> None:
    first, second = 1_796_396_700, 1_797_001_500
    task = {"t": {"text": "Print it", "when": "2026-12-11"}}
    contract = {"artifact": "A brief", "minutes": 60, "zone": "Europe/Paris", "repeats": "weekly"}
    before = document(
        meta={"state": "ended", "contract": contract | {"starts": first}, "ending": NEARLY}, tasks=task, people=MARA
    )
    after = document(meta={"contract": contract | {"starts": second}}, tasks=task)
    content = calendar([Dated(BEFORE[0], before, BEFORE[1], NOW), Dated(ID, after, ADDRESS, NOW)])
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert [str(event["uid"]) for event in events] == [
        f"{BEFORE[0]}@shortlist",
        f"finish-{BEFORE[0]}@shortlist",
        f"{ID}@shortlist",
        "t@shortlist",
    ]
    assert ["rrule" in event for event in events] == [False, False, True, False]
    assert str(events[0]["url"]) == BEFORE[1]


def test_what_is_due_can_be_a_task() -> None:
    tasks = {"t": {"text": "Print it", "owner": {"words": "Tom"}, "when": "2026-12-04", "first_step": "Buy paper"}}
    whole = document(meta={"contract": {"artifact": "A brief", "minutes": 60, "starts": 1_796_396_700}}, tasks=tasks)
    made = icalendar.Calendar.from_ical(calendar([Dated(ID, whole, ADDRESS, NOW)], todo=True))
    (todo,) = made.walk("VTODO")
    assert (todo.decoded("due"), str(todo["status"]), str(todo["summary"])) == (
        date(2026, 12, 4),
        "NEEDS-ACTION",
        "Print it (Tom)",
    )
    assert str(todo["description"]) == f"First step: Buy paper\nA brief\n{ADDRESS}"
    assert len(made.walk("VEVENT")) == 1, "a session stays an event"


def test_entries_say_when_they_were_changed_and_the_same_session_gives_the_same_bytes() -> None:
    whole = document(meta={"contract": {"artifact": "A brief", "minutes": 60, "starts": 1_796_396_700}})
    first = calendar([Dated(ID, whole, ADDRESS, NOW)])
    assert first == calendar([Dated(ID, whole, ADDRESS, NOW + 30)]), "nobody learns when a key was pressed"
    (old,) = icalendar.Calendar.from_ical(first).walk("VEVENT")
    (new,) = icalendar.Calendar.from_ical(calendar([Dated(ID, whole, ADDRESS, NOW + 60)])).walk("VEVENT")
    assert old["uid"] == new["uid"]
    assert new.decoded("sequence") == old.decoded("sequence") + 1
    assert new.decoded("last-modified") - old.decoded("last-modified") == timedelta(minutes=1)
    assert old.decoded("dtstamp") == old.decoded("last-modified")
    assert 0 < new.decoded("sequence") < 2**31


@pytest.mark.parametrize(
    "typed", ["a\nb", "a\r\nEND:VCALENDAR\r\nb", "a, b; c: d \\n", "\u2028x\u2029", "é" * 200, '"q"']
)
def test_no_title_task_or_name_breaks_a_line(typed: str) -> None:
    contract = {"artifact": typed, "minutes": 60, "starts": 1_796_396_700}
    tasks = {"t": {"text": typed, "owner": {"words": typed}, "when": "2026-12-04", "first_step": typed}}
    people = {"m": {"name": typed, "colour": 0}}
    whole = document(meta={"state": "ended", "contract": contract, "ending": NEARLY}, tasks=tasks, people=people)
    for todo in (False, True):
        content = calendar([Dated(ID, whole, ADDRESS, NOW)], todo=todo)
        lines = content.decode().split("\r\n")
        assert [lines.count(f"{word}:VCALENDAR") for word in ("BEGIN", "END")] == [1, 1]
        assert all(len(line.encode()) <= 75 and "\n" not in line for line in lines)
        told = [one for one in icalendar.Calendar.from_ical(content).walk() if one.name in ("VEVENT", "VTODO")]
        assert len(told) == 3
        assert str(told[0]["summary"]) == " ".join(typed.split())
