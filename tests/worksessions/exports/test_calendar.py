"""A session in a calendar: at its hour, in its zone, and without a key to anything."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from board.protocol.worksession import limits
from board.worksessions.exports import markdown
from board.worksessions.exports.calendar import calendar
from tests.worksessions.exports.documents import document

ID, ADDRESS, NOW = "c" * 24 + "-2", "https://board.example/worksessions/" + "c" * 24 + "-2", 1_800_000_000.0
PARIS = ZoneInfo("Europe/Paris")


def made(contract: dict[str, object], **roots: object) -> tuple[str, list[icalendar.Event]]:
    whole = document(meta={"contract": {"artifact": "A brief", "minutes": 60} | contract}, **roots)
    content = calendar(whole, ID, ADDRESS, NOW)
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
