"""What people take away from a session: its files, its text as HTML, its versions and its calendars."""

import hashlib
from datetime import datetime

import icalendar
import pytest

from board.people.cookie import Person
from board.protocol.worksession import limits
from board.protocol.worksession.links import Link
from tests.worksessions.clients import ALL, Member, Work

pytestmark = pytest.mark.anyio

STARTS = 1_796_396_700
"""4 December 2026, 14:05 UTC"""
READ_ONLY = ("export.json", "export.md", "versions", "versions/0", "versions/0...0", "versions/0...", "making")


def address(work: Work, file: str) -> str:
    return f"/api/worksessions/{work.id}/{file}"


async def reader(work: Work, link: str = "read") -> Member:
    member = Member(work.server.base)
    work.members.append(member)
    await member.follow(work.links[link])
    return member


async def ends(work: Work) -> None:
    await work.lead.tab.ok("end", verdict="done")
    await work.until_meta(state="ended")


async def test_the_export_holds_the_roots_and_the_text(running: Work) -> None:
    ben = running.members[1]
    await ben.tab.ok("park", parked="a0000000-0000-4000-8000-000000000001", text="later")
    answer = await ben.get(address(running, "export.json"))
    assert answer.headers["content-disposition"].startswith('attachment; filename="a-brief-for-the-council.json"')
    made = answer.json()
    assert {root: made[root] for root in ALL} == running.document
    assert made["meta"]["text_digest"] == hashlib.sha256(made["text"].encode()).hexdigest()[:16]
    assert made["text"].startswith("# A brief for the council\n")
    assert set(made) == {"id", *ALL, "text"}


async def test_a_session_has_files_in_every_state(work: Work) -> None:
    for state in ("plan", "running", "ended"):
        if state != "plan":
            await (work.lead.tab.ok("start") if state == "running" else ends(work))
        assert (await work.lead.get(address(work, "export.json"))).json()["meta"]["state"] == state
        told = await work.lead.get(address(work, "export.md"))
        assert told.headers["content-type"].startswith("text/markdown")
        assert told.text.startswith("# A brief for the council\n")


async def test_files_hold_no_link_and_no_seat(running: Work) -> None:
    for file in (*(address(running, one) for one in READ_ONLY), f"/worksessions/{running.id}.ics"):
        content = (await running.lead.get(file)).text
        assert not any(link.rpartition("/")[2].removesuffix(".ics") in content for link in running.links.values())
        assert not any(cookie.split(".")[0] in content for cookie in running.lead.http.cookies.values())


async def test_who_follows_a_session_may_read_its_files(running: Work) -> None:
    follower = await reader(running)
    for file in READ_ONLY:
        assert (await follower.get(address(running, file))).status_code == 200


@pytest.mark.parametrize("link", ["accept", None])
async def test_files_are_for_people_of_the_session_alone(running: Work, link: str | None) -> None:
    stranger = await reader(running, link) if link else Member(running.server.base)
    running.members.append(stranger)
    for file in (*(address(running, one) for one in READ_ONLY), f"/worksessions/{running.id}.ics"):
        assert (await stranger.get(file)).status_code == 404
    assert (await stranger.get(f"/worksessions/{running.id}/text")).status_code == 404


async def test_very_many_files_are_refused(running: Work) -> None:
    seat = next(iter(running.lead.http.cookies.values())).partition(".")[0]
    running.server.provided("session_reads").files.bucket(running.id, Person(seat, {})).spend(40)
    for file in (address(running, "export.json"), address(running, "export.md"), f"/worksessions/{running.id}.ics"):
        assert (await running.lead.get(file)).status_code == 429


async def test_the_text_is_html_and_follows_each_change(running: Work) -> None:
    page = f"/worksessions/{running.id}/text"
    before = await running.members[1].get(page)
    assert before.headers["content-type"].startswith("text/html")
    assert before.headers["cache-control"] == "no-store"
    assert before.text.startswith('<section data-heading="A brief for the council">')
    line = "a0000000-0000-4000-8000-000000000001"
    await running.lead.tab.ok("append_text", line=line, text="**two** <b>sites</b>", heading=None)
    after = await running.members[1].get(f"{page}?digest=1")
    assert '<p dir="auto"><strong>two</strong> &lt;b&gt;sites&lt;/b&gt;</p>\n' in after.text


async def test_versions_are_listed_and_read(running: Work) -> None:
    listed = (await running.lead.get(address(running, "versions"))).json()["versions"]
    assert [(one["number"], one["reason"]) for one in listed] == [(0, "start")]
    markdown = await running.lead.get(address(running, "versions/0"))
    assert markdown.headers["content-type"].startswith("text/markdown")
    assert len(markdown.text) == listed[0]["characters"]
    formatted = await running.lead.get(address(running, "versions/0?as=html"))
    assert formatted.text.startswith("<section")
    assert (await running.lead.get(address(running, "versions/7"))).status_code == 404


async def test_what_changed_is_asked_between_versions_and_up_to_now(running: Work) -> None:
    await running.lead.tab.ok("append_text", line="a0000000-0000-4000-8000-000000000002", text="It costs 40 euros.")
    await running.lead.tab.ok("name_version", name="First price")
    await running.lead.tab.ok("append_text", line="a0000000-0000-4000-8000-000000000003", text="Paid twice.")
    found = (await running.members[1].get(address(running, "versions/0...1"))).json()
    assert found["changes"]["added"] == 4
    assert found["changes"]["lines"][-1] == {
        "kind": "text",
        "change": "added",
        "parts": [["added", "It costs 40 euros."]],
    }
    now = (await running.members[1].get(address(running, "versions/1..."))).json()
    assert now["changes"]["lines"][-1]["parts"] == [["added", "Paid twice."]]
    assert now["text_digest"] == running.lead.tab.meta("text_digest")
    backwards = (await running.lead.get(address(running, "versions/1...0"))).json()
    assert (backwards["changes"]["added"], backwards["changes"]["removed"]) == (0, 4)
    for missing in ("0...7", "7...", "...0", "...", "0...1...", "one"):
        assert (await running.lead.get(address(running, f"versions/{missing}"))).status_code == 404


async def test_how_the_text_came_about_names_nobody(running: Work) -> None:
    await running.lead.tab.ok("append_text", line="a0000000-0000-4000-8000-000000000002", text="It costs 40 euros.")
    answer = await running.lead.get(address(running, "making"))
    first, last = answer.json()["frames"]
    assert (first["number"], first["reason"], last["number"]) == (0, "start", None)
    assert last["edits"][-1][2] == [["text", 0, "It costs 40 euros."]]
    names = [person["name"] for person in running.document["people"].values()]
    assert names
    assert not any(name in answer.text for name in names)


async def test_the_calendar_has_the_date_for_programs_without_a_cookie(work: Work) -> None:
    program = Member(work.server.base)
    work.members.append(program)
    empty = await program.get(work.links["calendar"])
    assert icalendar.Calendar.from_ical(empty.content).walk("VEVENT") == []
    await work.lead.tab.ok("edit_contract", starts=STARTS, zone="Europe/Paris")
    answer = await program.get(work.links["calendar"])
    assert answer.headers["content-type"].startswith("text/calendar")
    (event,) = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert isinstance(event, icalendar.Event)
    assert isinstance(event.start, datetime)
    assert int(event.start.timestamp()) == STARTS
    assert not program.http.cookies
    own = await work.lead.get(f"/worksessions/{work.id}.ics")
    assert icalendar.Calendar.from_ical(own.content).walk("VEVENT")[0]["uid"] == event["uid"]


async def test_the_calendar_opens_nothing_else(work: Work) -> None:
    token = work.links["calendar"].rpartition("/")[2].removesuffix(".ics")
    program = Member(work.server.base)
    work.members.append(program)
    assert (await program.get(f"/join/{token}")).status_code == 404
    # Somebody puts it into the cookie by hand.
    name, value = next(iter(work.lead.http.cookies.items()))
    seat = value.partition(".")[0]
    program.http.cookies.set(name, f"{seat}.{token}")
    assert (await program.get(address(work, "export.json"))).status_code == 404
    assert (await program.get(f"/worksessions/{work.id}/text")).status_code == 404
    command = {"id": "1", "do": "join", "name": "Pia"}
    assert (await program.post(address(work, "commands"), json=command)).status_code == 404


async def test_other_links_are_no_calendar(work: Work) -> None:
    for link in ("lead", "join", "read", "accept"):
        token = work.links[link].rpartition("/")[2]
        assert (await work.lead.get(f"/calendars/{token}.ics")).status_code == 404


async def test_the_calendar_follows_the_chain_and_ends_with_it(running: Work) -> None:
    await running.lead.tab.ok("end", verdict="another")
    await running.lead.tab.ok("open_next", starts=STARTS)
    (event,) = icalendar.Calendar.from_ical((await running.lead.get(running.links["calendar"])).content).walk("VEVENT")
    assert str(event["uid"]).startswith(f"{running.id[:-1]}2@")
    assert (await running.lead.command("delete"))["answer"] == "ok"
    assert (await running.lead.get(running.links["calendar"])).status_code == 200
    running.lead.board = f"{running.id[:-1]}2"
    assert (await running.lead.command("delete"))["answer"] == "ok"
    assert (await running.lead.get(running.links["calendar"])).status_code == 410


async def test_a_program_that_has_the_calendar_is_told_that_nothing_changed(work: Work) -> None:
    program = Member(work.server.base)
    work.members.append(program)
    first = await program.get(work.links["calendar"])
    assert first.headers["cache-control"].startswith("private")
    known = {"if-none-match": first.headers["etag"]}
    again = await program.get(work.links["calendar"], headers=known)
    assert (again.status_code, again.content) == (304, b"")
    await work.lead.tab.ok("edit_contract", starts=STARTS)
    changed = await program.get(work.links["calendar"], headers=known)
    assert (changed.status_code, changed.headers["etag"] == known["if-none-match"]) == (200, False)


async def test_the_calendar_has_tasks_the_finisher_and_the_sessions_on_both_sides_of_the_end(running: Work) -> None:
    lead, ben = running.lead.tab, running.members[1]
    task = "a0000000-0000-4000-8000-000000000001"
    await lead.ok("edit_contract", starts=STARTS, zone="Europe/Paris")
    await lead.ok("add_task", task=task, text="Print it", owner={"person": ben.person}, when="2026-12-11")
    await lead.ok("end", verdict="nearly", finisher=ben.person, by="2026-12-09")
    await lead.ok("open_next", starts=STARTS + 7 * 86_400, zone="Europe/Paris")
    content = (await running.lead.get(running.links["calendar"])).content
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    dates = {str(event["uid"]).removesuffix("@shortlist"): event.decoded("dtstart") for event in events}
    assert {uid: f"{when:%Y-%m-%d}" for uid, when in dates.items()} == {
        running.id: "2026-12-04",
        f"finish-{running.id}": "2026-12-09",
        f"{running.id[:-1]}2": "2026-12-11",
        task: "2026-12-11",
    }
    assert b"Ben" in content, "whoever has the address reads the names on the tasks"
    todos = icalendar.Calendar.from_ical((await running.lead.get(f"{running.links['calendar']}?as=todo")).content)
    assert len(todos.walk("VTODO")) == 2


async def test_a_program_that_asks_too_often_waits(work: Work) -> None:
    program = Member(work.server.base)
    work.members.append(program)
    token = work.links["calendar"].rpartition("/")[2].removesuffix(".ics")
    limited = Person(token, {Link.CALENDAR: token})
    work.server.provided("session_reads").files.bucket(work.id, limited).spend(40)
    assert (await program.get(work.links["calendar"])).status_code == 429


@pytest.mark.parametrize("starts", [-1, limits.LAST_MOMENT + 1, 10**30])
async def test_a_moment_that_no_calendar_knows_is_refused(work: Work, starts: int) -> None:
    answer = await work.lead.post("/api/worksessions", json={"artifact": "A brief", "starts": starts})
    assert answer.status_code in (400, 422)
