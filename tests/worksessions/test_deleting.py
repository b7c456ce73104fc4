"""Deleting a session. Afterwards nothing of it is in any file, and its chain closes up."""

import pytest

from board.errors import Unavailable
from board.people.links import digest
from board.protocol.refusals import Refusal
from board.words import say
from board.worksessions import SessionRooms
from tests.brainstorm.database import lock_held, rows
from tests.worksessions.chains import after_the_end, visit
from tests.worksessions.clients import Work
from tests.worksessions.traces import WORDS, counted, ended, found, full

pytestmark = pytest.mark.anyio


async def test_after_a_deletion_no_text_of_it_is_left_in_any_file(work: Work) -> None:
    await full(work)
    open_check = counted(work.server)
    await ended(work)
    # A text of which there is one copy may lie across two pages of the file, and versions are packed.
    assert len(set(WORDS).difference(found(work.server))) <= 4
    assert open_check.keys() >= {"agreement_keys", "agreement_answers", "session_versions"}
    await work.lead.tab.ok("delete")
    await work.server.settled()
    assert found(work.server) == []
    assert counted(work.server) == {}
    assert rows(work.server.file, "SELECT * FROM deleted_worksessions") == [(work.id,)]
    hashes = sorted(digest(link.rpartition("/")[2].removesuffix(".ics")) for link in work.links.values())
    assert rows(work.server.file, "SELECT hash FROM deleted_session_links ORDER BY hash") == [(one,) for one in hashes]


async def test_a_deletion_while_a_check_is_open_leaves_nothing_either(work: Work) -> None:
    await full(work)
    await work.lead.tab.ok("delete")
    await work.server.settled()
    assert (found(work.server), counted(work.server)) == ([], {})


async def test_everybody_is_told_and_nothing_leads_there_any_more(running: Work) -> None:
    ben = running.members[1]
    rooms: SessionRooms = running.server.provided("session_rooms")
    assert (await ben.tab.do("delete"))["code"] == Refusal.ONLY_LEAD
    await running.lead.tab.ok("delete")
    assert [await tab.closed() for tab in (running.lead.tab, ben.tab)] == [4406, 4406]
    assert list(rooms) == [], "nothing goes on in memory"
    page = await ben.get(f"/worksessions/{running.id}")
    assert (page.status_code, say(Refusal.SESSION_DELETED) in page.text) == (410, True)
    refused = await ben.post(f"/api/worksessions/{running.id}/commands", json={"id": "1", "do": "back"})
    assert (refused.status_code, refused.json()["code"]) == (410, Refusal.SESSION_DELETED)
    for link in running.links.values():
        answer = await ben.get(link)
        assert (answer.status_code, say(Refusal.SESSION_DELETED) in answer.text) == (410, True)
    ben.cookie = f"worksession_{running.id.rpartition('-')[0]}=a-made-up-person-token.a-made-up-link-token"
    ben.http.cookies.clear()
    stranger = await ben.get(f"/worksessions/{running.id}", headers={"Cookie": ben.cookie})
    assert (stranger.status_code, say(Refusal.NO_LINK) in stranger.text) == (404, True)


async def test_when_the_newest_goes_the_links_lead_to_the_one_before(running: Work) -> None:
    id = await after_the_end(running)
    page = await running.lead.comes_to(id)
    await page.ok("delete")
    await running.until_meta(next=None)
    answer = await running.lead.get(running.links["join"])
    assert answer.headers["location"] == f"/worksessions/{running.id}"
    again = await running.lead.tab.ok("open_next")
    assert again["worksession"].endswith("-3"), "the number of a deleted session is not given again"
    assert (await visit(running, again["worksession"]))["meta"]["before"] == running.id


async def test_those_before_and_after_a_deleted_session_close_up(running: Work) -> None:
    second = await after_the_end(running)
    page = await running.lead.comes_to(second)
    await page.ok("start")
    await page.ok("end", verdict="another")
    third = (await page.ok("open_next"))["worksession"]
    await page.ok("delete")
    await running.until_meta(next=third)
    meta = (await visit(running, third))["meta"]
    assert (meta["before"], meta["before_at"]) == (running.id, running.lead.tab.meta("ending")["at"])
    assert (await running.lead.tab.ok("open_next"))["worksession"] == third


async def test_a_deletion_that_cannot_be_stored_is_said_and_changes_nothing(running: Work) -> None:
    id = await after_the_end(running)
    page = await running.lead.comes_to(id)
    rooms: SessionRooms = running.server.provided("session_rooms")
    room = await rooms.find(id)
    assert room is not None
    with lock_held(running.server.file), pytest.raises(Unavailable):
        await rooms.delete(room)
    await running.lead.tab.ok("lock", locked=True)
    assert (await running.until_meta(locked=True))["next"] == id
    await page.ok("delete")
    await running.until_meta(next=None)
