"""Replies to a recap in the sessions that follow: answered in the next plan, listed in the next recap, and deleted."""

import httpx
import pytest

from board.records import Keep
from board.words import say
from board.worksessions import SessionRooms
from board.worksessions.lifecycle import retention
from tests.brainstorm.clients import holds
from tests.brainstorm.database import rows
from tests.worksessions.clients import Work
from tests.worksessions.replying import replies, sends
from tests.worksessions.test_recaps import words

pytestmark = pytest.mark.anyio


async def test_they_wait_in_the_next_session_and_are_answered_there(
    running: Work, recap: str, mara: httpx.AsyncClient
) -> None:
    following = str((await running.lead.tab.ok("open_next"))["worksession"])
    tab = await running.lead.comes_to(following)
    await sends(mara, recap, unclear="The price")
    await tab.until(lambda tab: tab.notice["replies"] != 0)
    [one] = await replies(running, following)
    await tab.ok("answer_feedback", feedback=one["feedback"], answer="changed", note="Section 2")
    assert [reply["note"] for reply in await replies(running)] == ["Section 2"]
    await running.lead.tab.ok("delete_feedback", feedback=one["feedback"])
    assert await replies(running, following) == []
    answer = await tab.do("answer_feedback", feedback=one["feedback"], answer="changed")
    assert answer["code"] == "no_feedback"


async def test_they_are_read_again_from_the_database(running: Work, recap: str, mara: httpx.AsyncClient) -> None:
    await sends(mara, recap, helped="first")
    await sends(mara, recap, helped="second", missing="third")
    before = await replies(running)
    await running.lead.tab.ok("answer_feedback", feedback=before[0]["feedback"], answer="changed", note="So it is")
    before = await replies(running)
    rooms: SessionRooms = running.server.provided("session_rooms")
    room = await rooms.find(running.id)
    assert room is not None
    rooms.evict(room)
    assert await rooms.find(running.id) is not room
    assert sorted(await replies(running), key=str) == sorted(before, key=str)


async def test_they_go_with_the_session(running: Work, recap: str, mara: httpx.AsyncClient) -> None:
    await sends(mara, recap, helped="gone words 7301")
    [one] = await replies(running)
    await running.lead.tab.ok("answer_feedback", feedback=one["feedback"], answer="not_yet", note="gone note 7302")
    await running.lead.tab.ok("delete")
    assert rows(running.server.file, "SELECT * FROM recap_feedback") == []
    await running.server.settled()
    assert [word for word in ("gone words 7301", "gone note 7302") if holds(running.server.stored(), word)] == []


async def test_they_go_with_a_session_that_nobody_used_and_its_recap_stays(
    running: Work, recap: str, mara: httpx.AsyncClient
) -> None:
    await sends(mara, recap, helped="x")
    [one] = await replies(running)
    await running.lead.tab.ok("show_feedback", feedback=one["feedback"], shown=True)
    for member in running.members:
        await member.tab.close()
    server = running.server
    server.clock.advance(31 * 86_400)
    rooms, engine = server.provided("session_rooms"), server.provided("engine")
    assert await retention.sweep(rooms, engine, Keep(boards=30)) == 1
    assert rows(server.file, "SELECT * FROM recap_feedback") == []
    page = await mara.get(f"/recaps/{recap}")
    assert (page.status_code, "Send the reply" in page.text) == (200, False)


async def test_they_go_with_their_recap(running: Work, recap: str, mara: httpx.AsyncClient) -> None:
    await sends(mara, recap, helped="x")
    server = running.server
    server.clock.advance(3 * 86_400)
    rooms, engine = server.provided("session_rooms"), server.provided("engine")
    assert await retention.sweep_recaps(rooms, engine, Keep(records=1)) == 1
    assert rows(server.file, "SELECT * FROM recap_feedback") == []
    assert await replies(running) == []


async def test_nobody_replies_where_there_is_no_recap(running: Work, recap: str, mara: httpx.AsyncClient) -> None:
    assert (await sends(mara, "0" * 64, helped="x")).status_code == 404
    await running.lead.tab.ok("delete")
    assert (await sends(mara, recap, helped="x")).status_code == 410


async def test_the_next_recap_says_what_became_of_them(running: Work, recap: str, mara: httpx.AsyncClient) -> None:
    await sends(mara, recap, unclear="The price", missing="A date")
    await sends(mara, recap, helped="Nobody answered this")
    following = str((await running.lead.tab.ok("open_next"))["worksession"])
    tab = await running.lead.comes_to(following)
    await sends(mara, recap, helped="Answered and not let in")
    for one in await replies(running):
        if one["helped"] != "Nobody answered this":
            await tab.ok("show_feedback", feedback=one["feedback"], shown=not one["helped"])
            await tab.ok("answer_feedback", feedback=one["feedback"], answer="changed", note="In private")
    first = next(one for one in await replies(running) if one["unclear"])
    await tab.ok("answer_feedback", feedback=first["feedback"], answer="changed", note="Table in section 2")
    await tab.ok("start")
    await tab.ok("end", verdict="done")
    newer = str((await tab.ok("share", visibility="link"))["recap"])
    record = (await mara.get(f"/recaps/{newer}.json")).json()
    told = {"answer": "changed", "note": "Table in section 2"}
    assert record["answered"] == [
        {"said": "The price", "kind": "unclear"} | told,
        {"said": "A date", "kind": "missing"} | told,
    ]
    page = words(await mara.get(f"/recaps/{newer}"))
    assert f"{say('recap-head-answered')} What is unclear The price → We changed it. Table in section 2" in page
    third = str((await tab.ok("open_next"))["worksession"])
    last = await running.lead.comes_to(third)
    await last.ok("start")
    await last.ok("end", verdict="done")
    newest = str((await last.ok("share", visibility="link"))["recap"])
    assert (await mara.get(f"/recaps/{newest}.json")).json()["answered"] is None, "each stands in one recap"
    assert (await mara.get(f"/recaps/{recap}.json")).json()["answered"] is None


async def test_a_corrected_recap_still_says_it(running: Work, recap: str, mara: httpx.AsyncClient) -> None:
    await sends(mara, recap, missing="A date")
    following = str((await running.lead.tab.ok("open_next"))["worksession"])
    tab = await running.lead.comes_to(following)
    [one] = await replies(running)
    await tab.ok("show_feedback", feedback=one["feedback"], shown=True)
    await tab.ok("answer_feedback", feedback=one["feedback"], answer="not_yet")
    await tab.ok("start")
    await tab.ok("end", verdict="done")
    first = str((await tab.ok("share", visibility="link"))["recap"])
    await tab.ok("correct")
    assert str((await tab.ok("share", visibility="link"))["recap"]) == first, "nothing has changed"
    await tab.ok("correct")
    await tab.ok("edit_recap", summary="Another word")
    second = str((await tab.ok("share", visibility="link"))["recap"])
    assert [said["said"] for said in (await mara.get(f"/recaps/{second}.json")).json()["answered"]] == ["A date"]
