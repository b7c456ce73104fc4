"""The news of a session over HTTP: for people who are in it, about themselves, and without a trace."""

import uuid
from datetime import date

import httpx
import icalendar
import pytest

from board.protocol.refusals import Refusal
from board.words import say
from board.worksessions import SessionRooms
from tests.brainstorm.clients import holds
from tests.brainstorm.database import dump
from tests.brainstorm.wire import Json
from tests.worksessions.chains import after_the_end
from tests.worksessions.clients import Member, Work
from tests.worksessions.replying import sends

pytestmark = pytest.mark.anyio


async def news(member: Member, id: str = "", day: str = "2026-11-30") -> Json:
    """The whole answer."""
    answer = await member.get(f"/api/worksessions/{id or member.board}/news?day={day}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def add_task(member: Member, text: str, when: str | None = None) -> None:
    owner = {"person": member.person}
    await member.tab.ok("add_task", task=str(uuid.uuid4()), text=text, owner=owner, when=when)


async def test_everybody_hears_of_their_own_tasks_and_of_nobody_elses(running: Work) -> None:
    ben = running.members[1]
    await add_task(ben, "Get the parking count", "2026-11-30")
    await add_task(running.lead, "Call Iris", "2026-12-03")
    found = (await news(ben))["news"]
    assert (found["tasks"]["open"], found["tasks"]["due"]) == (1, 1)
    assert [one["text"] for one in found["tasks"]["first"]] == ["Get the parking count"]
    led = (await news(running.lead))["news"]
    assert ([one["text"] for one in led["tasks"]["first"]], led["tasks"]["due"]) == (["Call Iris"], 0)
    assert "Iris" not in str(found)


async def test_somebody_who_did_not_join_hears_that_work_is_under_way_and_no_more(running: Work) -> None:
    async with httpx.AsyncClient(base_url=running.server.base) as http:
        await http.get(running.links["join"])
        found = (await http.get(f"/api/worksessions/{running.id}/news")).json()["news"]
    nothing = {"tasks": {"open": 0, "due": 0, "first": []}, "replies": {"count": 0, "newest": None}, "left": None}
    assert (found["state"], {name: found[name] for name in nothing}) == ("running", nothing)
    assert (found["asked"], found["finish"], found["ends"]) == (False, None, False)


async def test_the_answer_is_for_one_browser_and_is_not_kept_by_it(running: Work) -> None:
    answer = await running.lead.get(f"/api/worksessions/{running.id}/news")
    assert answer.headers["cache-control"] == "no-store"
    assert "set-cookie" not in answer.headers
    for day in ("", "2026-13-01", "x" * 4000, "²"):
        assert (await news(running.lead, day=day))["news"]["tasks"]["due"] == 0


async def test_who_gets_no_answer(running: Work) -> None:
    address = f"/api/worksessions/{running.id}/news"
    ben = running.members[1]
    async with httpx.AsyncClient(base_url=running.server.base) as stranger:
        answer = await stranger.get(address)
        assert (answer.status_code, answer.json()["detail"]) == (404, say(Refusal.NO_LINK))
        await stranger.get(running.links["accept"])
        assert (await stranger.get(address)).status_code == 404, "the accept link opens no session"
    await running.lead.tab.ok("remove", person=ben.person)
    assert (await ben.get(address)).json()["code"] == Refusal.REMOVED
    await running.lead.tab.ok("delete")
    gone = await running.lead.get(address)
    assert (gone.status_code, gone.json()["code"]) == (410, Refusal.SESSION_DELETED)


async def test_it_is_asked_once_a_visit_and_not_in_a_loop(running: Work) -> None:
    address = f"/api/worksessions/{running.id}/news"
    statuses = [(await running.lead.get(address)).status_code for _ in range(24)]
    assert (statuses[0], statuses[-1]) == (200, 429)
    assert (await running.members[1].get(address)).status_code == 200, "one person's limit is nobody else's"


async def test_asking_leaves_no_trace(running: Work) -> None:
    ben = running.members[1]
    agreement = str(uuid.uuid4())
    await running.lead.tab.ok("propose_agreement", agreement=agreement, text="One space")
    assert (await news(ben))["news"]["asked"] is True
    for member in running.members:
        await member.tab.close()
    await running.server.settled()
    rooms: SessionRooms = running.server.provided("session_rooms")
    room = await rooms.find(running.id)
    assert room is not None
    before, used, seats = dump(running.server.file), room.session.row_now(), dict(room.session.seats)
    running.server.clock.advance(3 * 86400)
    for member in running.members:
        await news(member)
    await running.server.settled()
    assert dump(running.server.file) == before
    assert (room.session.row_now(), dict(room.session.seats)) == (used, seats)


async def test_an_earlier_session_hands_over_to_the_newest_of_its_chain(running: Work) -> None:
    ben = running.members[1]
    await add_task(ben, "Get the parking count", "2026-11-30")
    second = await after_the_end(running, starts=2_000_000_000)
    found = await news(ben)
    assert (found["news"]["session"], found["news"]["tasks"]["open"]) == (running.id, 0)
    newest = found["newest"]
    assert (newest["session"], newest["state"], newest["starts"]) == (second, "plan", 2_000_000_000)
    assert [one["text"] for one in newest["tasks"]["first"]] == ["Get the parking count"]
    assert (await news(ben, second))["newest"] is None
    page = await running.lead.comes_to(second)
    await page.ok("delete")
    found = await news(ben)
    assert (found["newest"], found["news"]["tasks"]["open"]) == (None, 1), "what went on comes back"


async def test_the_accept_link_asks_whoever_does_not_lead(running: Work) -> None:
    ben = running.members[1]
    await running.lead.tab.ok("end", verdict="done")
    for member in (ben, running.lead):
        assert (await news(member))["news"]["asked"] is False
        await member.get(running.links["accept"])
    assert [(await news(member))["news"]["asked"] for member in (ben, running.lead)] == [True, False]


async def test_replies_wait_for_whoever_leads(running: Work, recap: str, mara: httpx.AsyncClient) -> None:
    await sends(mara, recap, unclear="Who pays?")
    before = int(running.server.clock.now())
    await sends(mara, recap, helped="The map.")
    led, told = (await news(running.lead))["news"], (await news(running.members[1]))["news"]
    assert (led["replies"]["count"], told["replies"]["count"]) == (2, 0)
    assert before <= led["replies"]["newest"] <= running.server.clock.now()
    assert holds(str(led).encode(), "Who pays?") is False
    page = await running.lead.boot()
    assert (page["waiting"], (await running.members[1].boot())["waiting"]) == (2, 0)


async def test_own_tasks_as_a_calendar(running: Work) -> None:
    ben = running.members[1]
    await add_task(ben, "Get the\nparking, count", "2026-12-03")
    await add_task(ben, "Someday")
    await add_task(running.lead, "Call Iris", "2026-12-03")
    answer = await ben.get(f"/api/worksessions/{running.id}/tasks.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.headers["cache-control"] == "no-store"
    (event,) = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert isinstance(event, icalendar.Event)
    assert (str(event["summary"]), event.start) == ("Get the parking, count", date(2026, 12, 3))
    whole = await ben.get(f"/worksessions/{running.id}.ics")
    assert f"UID:{event['uid']}" in whole.text, "the calendar of the session has the same event"
    async with httpx.AsyncClient(base_url=running.server.base) as http:
        await http.get(running.links["join"])
        empty = await http.get(f"/api/worksessions/{running.id}/tasks.ics")
        assert icalendar.Calendar.from_ical(empty.content).walk("VEVENT") == []
