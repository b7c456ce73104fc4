"""Recaps at their addresses: what readers see, what they never see, and what remains after a deletion."""

import hashlib
import io
import json
import re
import uuid
from functools import partial

import httpx
import icalendar
import pypdf
import pytest

from board.decisions import record as decision
from board.protocol.refusals import Refusal
from board.records import Keep, canonical
from board.records.service import decisions
from board.words import say
from board.worksessions import SessionRooms
from board.worksessions.lifecycle import retention
from tests.brainstorm.database import rows
from tests.brainstorm.running import Server
from tests.decisions import samples
from tests.worksessions.clients import Member, Work
from tests.worksessions.text_pages import TextPage

pytestmark = pytest.mark.anyio
NAMES = ("Ana", "Ben")


async def shared(work: Work, **fields: object) -> str:
    """Ends the session, where that is still to do, and shares its recap."""
    if work.lead.tab.root("meta")["state"] == "running":
        await work.lead.tab.ok("end", verdict="done")
    answer = await work.lead.tab.ok("share", **({"visibility": "link"} | fields))
    await work.until_meta(state="shared")
    return str(answer["recap"])


async def stranger(work: Work, address: str) -> httpx.Response:
    """What somebody gets who has no cookie."""
    async with httpx.AsyncClient(base_url=work.server.base) as http:
        return await http.get(address)


def words(page: httpx.Response) -> str:
    """The text of a page."""
    assert page.status_code == 200, page.text
    body = page.text.partition("<main")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def legible(content: bytes, ending: str) -> str:
    """What somebody could read in a file: three letters of a name stand in packed bytes by chance, too."""
    if ending == "pdf":
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    return re.sub(r"base64,[^)]*", "", content.decode())


async def test_the_bytes_at_the_address_are_the_record(running: Work) -> None:
    sha256 = await shared(running)
    answer = await stranger(running, f"/recaps/{sha256}.json")
    assert hashlib.sha256(answer.content).hexdigest() == sha256
    assert json.loads(answer.content)["format"] == "shortlist-recap/1"
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-disposition"].startswith('attachment; filename="a-brief-for-the-council.json"')


@pytest.mark.parametrize("ending", ["html", "md", "json", "ics", "pdf"])
async def test_every_file_is_there_and_names_nobody_who_joined(running: Work, ending: str) -> None:
    for member in running.members:
        await member.tab.ok("add_task", task=str(uuid.uuid4()), text="Call", when="2026-12-04")
    await running.lead.tab.ok("end", verdict="done")
    for member in running.members:
        await member.tab.ok("show_name", shown=True)
    sha256 = await shared(running)
    answer = await stranger(running, f"/recaps/{sha256}.{ending}")
    assert answer.status_code == 200, answer.text
    assert [name for name in NAMES if name in legible(answer.content, ending)] == []


async def test_the_dates_of_a_recap_come_as_days_or_as_tasks(running: Work) -> None:
    await running.lead.tab.ok("add_task", task=str(uuid.uuid4()), text="Call", when="2026-12-04")
    sha256 = await shared(running)
    for query, component in (("", "VEVENT"), ("?as=todo", "VTODO")):
        made = icalendar.Calendar.from_ical((await stranger(running, f"/recaps/{sha256}.ics{query}")).content)
        (entry,) = made.subcomponents
        assert (entry.name, str(entry["summary"])) == (component, "Call")
        assert str(entry["url"]).endswith(f"/recaps/{sha256}")


async def test_a_name_is_shown_to_readers_until_it_is_taken_back(running: Work) -> None:
    ben = running.members[1]
    await running.lead.tab.ok("end", verdict="done")
    await ben.tab.ok("show_name", shown=True)
    sha256 = await shared(running)
    page = await stranger(running, f"/recaps/{sha256}")
    assert page.headers["cache-control"] == "no-store"
    assert ("Ben" in words(page), "Ana" in words(page)) == (True, False)
    await ben.tab.ok("show_name", shown=False)
    for address in (f"/recaps/{sha256}", *(f"/recaps/{sha256}.{ending}" for ending in ("html", "md", "json", "ics"))):
        assert "Ben" not in legible((await stranger(running, address)).content, "html")


async def test_somebody_who_was_removed_is_not_named(running: Work) -> None:
    ben = running.members[1]
    await running.lead.tab.ok("end", verdict="done")
    await ben.tab.ok("show_name", shown=True)
    sha256 = await shared(running)
    await running.lead.tab.ok("remove", person=ben.person)
    assert "Ben" not in words(await stranger(running, f"/recaps/{sha256}"))


async def test_tasks_that_were_done_since_stand_beside_the_frozen_ones(running: Work) -> None:
    first, second = str(uuid.uuid4()), str(uuid.uuid4())
    await running.lead.tab.ok("add_task", task=first, text="Call")
    await running.lead.tab.ok("add_task", task=second, text="Write")
    sha256 = await shared(running)
    await running.lead.tab.ok("set_task", task=first, state="done")
    assert "Since then: 1 of 2 done." in words(await stranger(running, f"/recaps/{sha256}"))
    following = str((await running.lead.tab.ok("open_next"))["worksession"])
    page = await running.lead.comes_to(following)
    await page.ok("set_task", task=second, state="done")
    assert "Since then: 2 of 2 done." in words(await stranger(running, f"/recaps/{sha256}"))
    frozen = (await stranger(running, f"/recaps/{sha256}.json")).json()
    assert {one["state"] for one in frozen["tasks"]} == {"open"}


async def test_an_answer_that_came_later_stands_there_with_its_time(running: Work) -> None:
    sha256 = await shared(running)
    await running.members[1].tab.ok("accept_verdict", name="Mara Ellis", yes=True)
    assert "Mara Ellis" in words(await stranger(running, f"/recaps/{sha256}"))
    assert "Mara Ellis" not in (await stranger(running, f"/recaps/{sha256}.json")).text


async def test_a_recap_leads_to_its_decision_until_that_is_deleted(server: Server) -> None:
    write = server.rooms.journal.writer.write
    content = canonical.encode(decision.build(samples.housing()))
    sha256 = await write(partial(decisions.store, source="b1", content=content, frozen_at=1_795_265_820.0))
    lead = Member(server.base)
    try:
        opened = (await lead.post(f"/api/decisions/{sha256}/worksessions", json={})).json()
        await lead.joins(opened["links"]["lead"], "Ana")
        condition = str(uuid.uuid4())
        await lead.tab.ok("add_condition", condition=condition, text="It is sent")
        await lead.tab.ok("start")
        await lead.tab.ok("end", verdict="done")
        recap = str((await lead.tab.ok("share", visibility="link"))["recap"])
        link = f'href="/decisions/{sha256}"'
        page = await lead.get(f"/recaps/{recap}")
        assert (page.status_code, link in page.text) == (200, True)
        await write(partial(decisions.remove, sha256=sha256, now=1_796_000_000.0))
        page = await lead.get(f"/recaps/{recap}")
        assert (page.status_code, link in page.text) == (200, False)
    finally:
        await lead.close()


async def test_search_engines_list_it_only_when_it_is_public(running: Work) -> None:
    sha256 = await shared(running)
    page = await stranger(running, f"/recaps/{sha256}")
    assert ('name="robots" content="noindex"' in page.text, page.headers["x-robots-tag"]) == (True, "noindex")
    assert await shared(running, visibility="public") == sha256
    page = await stranger(running, f"/recaps/{sha256}")
    assert ("noindex" in page.text, page.headers["x-robots-tag"]) == (False, "all")
    assert 'property="og:title"' in page.text


async def test_a_correction_leaves_the_old_page_with_a_sentence(running: Work) -> None:
    first = await shared(running)
    await running.lead.tab.ok("correct")
    await running.lead.tab.ok("edit_recap", summary="The price was wrong.")
    second = await shared(running)
    old = await stranger(running, f"/recaps/{first}")
    assert say("decision-newer") in words(old)
    assert f"/recaps/{second}" in old.text
    assert f'</recaps/{second}>; rel="latest-version"' in old.headers["link"]
    new = await stranger(running, f"/recaps/{second}")
    assert f'</recaps/{first}>; rel="predecessor-version"' in new.headers["link"]


async def test_it_can_be_watched_only_where_that_was_ticked(running: Work) -> None:
    page = await TextPage.opened(running.lead)
    page.type("What we made.")
    await page.saved()
    sha256 = await shared(running)
    refused = await stranger(running, f"/recaps/{sha256}/making")
    assert (refused.status_code, say(Refusal.NO_MAKING) in refused.text) == (404, True)
    await running.lead.tab.ok("correct")
    sha256 = await shared(running, making=True)
    made = (await stranger(running, f"/recaps/{sha256}/making")).json()
    assert made["frames"][0]["reason"] == "start"
    assert "What we made." in json.dumps(made["frames"][-1])
    for member in running.members:
        assert member.person not in json.dumps(made)


async def test_the_preview_is_what_readers_see_afterwards(running: Work) -> None:
    ben = running.members[1]
    early = await ben.get(f"/api/worksessions/{running.id}/recap")
    assert (early.status_code, early.json()["code"]) == (404, Refusal.NOT_ENDED)
    await running.lead.tab.ok("end", verdict="done")
    await running.lead.tab.ok("edit_recap", summary="Ben drew it.", next="Count again.")
    draft = (await ben.get(f"/api/worksessions/{running.id}/recap")).json()
    assert draft["names"] == [{"name": "Ben", "times": 1}]
    preview = words(await ben.get(f"/worksessions/{running.id}/recap"))
    sha256 = await shared(running)
    record = (await stranger(running, f"/recaps/{sha256}.json")).json()
    late = ("format", "as_of", "frozen_at")
    assert {key: one for key, one in draft["record"].items() if key not in late} == {
        key: one for key, one in record.items() if key not in late
    }
    page = words(await stranger(running, f"/recaps/{sha256}"))
    assert [part for part in ("Ben drew it.", "Count again.", "Done.") if part not in preview or part not in page] == []


async def test_nobody_outside_the_session_sees_the_preview(running: Work) -> None:
    await running.lead.tab.ok("end", verdict="done")
    for address in (f"/worksessions/{running.id}/recap", f"/api/worksessions/{running.id}/recap"):
        assert (await stranger(running, address)).status_code == 404
    client = Member(running.server.base)
    running.members.append(client)
    await client.follow(running.links["accept"])
    assert (await client.get(f"/worksessions/{running.id}/recap")).status_code == 404


async def test_a_session_that_is_deleted_takes_its_recaps_along(running: Work) -> None:
    first = await shared(running)
    await running.lead.tab.ok("correct")
    second = await shared(running, summary="x")
    await running.lead.tab.ok("delete")
    for sha256 in (first, second):
        for address in (f"/recaps/{sha256}", f"/recaps/{sha256}.json", f"/recaps/{sha256}/making"):
            gone = await stranger(running, address)
            assert gone.status_code == 410
    assert [rows(running.server.file, f"SELECT count(*) FROM {table}") for table in ("recaps", "recap_pages")] == [  # noqa: S608
        [(0,)],
        [(0,)],
    ]
    assert len(rows(running.server.file, "SELECT sha256 FROM tombstones")) == 2


async def test_a_recap_outlives_a_session_that_nobody_used(running: Work) -> None:
    ben = running.members[1]
    await running.lead.tab.ok("end", verdict="done")
    await ben.tab.ok("show_name", shown=True)
    sha256 = await shared(running, making=True)
    running.server.clock.advance(31 * 86400.0)
    rooms: SessionRooms = running.server.provided("session_rooms")
    assert await retention.sweep(rooms, running.server.provided("engine"), Keep(boards=30)) == 1
    page = await stranger(running, f"/recaps/{sha256}")
    assert "Done." in words(page)
    assert "Ben" not in page.text, "with the session its people are gone"
    assert (await stranger(running, f"/recaps/{sha256}/making")).status_code == 200


async def test_a_decision_and_a_recap_have_addresses_of_their_own(running: Work) -> None:
    sha256 = await shared(running)
    assert (await stranger(running, f"/decisions/{sha256}")).status_code == 404
    unknown = await stranger(running, f"/recaps/{'0' * 64}")
    assert (unknown.status_code, say(Refusal.NO_RECAP) in unknown.text) == (404, True)
    odd = await stranger(running, f"/recaps/{sha256}.docx")
    assert odd.status_code == 404


async def test_the_links_of_a_session_do_not_stand_on_its_recap(running: Work) -> None:
    sha256 = await shared(running)
    page = (await stranger(running, f"/recaps/{sha256}")).text
    tokens = [link.rpartition("/")[2] for link in running.links.values()]
    assert [one for one in (*tokens, running.id, running.id.rpartition("-")[0]) if one in page] == []


async def test_recaps_go_as_long_after_sharing_as_the_setting_says(running: Work) -> None:
    sha256 = await shared(running, making=True)
    rooms: SessionRooms = running.server.provided("session_rooms")
    engine = running.server.provided("engine")
    running.server.clock.advance(29 * 86400.0)
    assert await retention.sweep_recaps(rooms, engine, Keep(records=30)) == 0
    assert await retention.sweep_recaps(rooms, engine, Keep(boards=1)) == 0
    running.server.clock.advance(2 * 86400.0)
    assert await retention.sweep_recaps(rooms, engine, Keep(records=30)) == 1
    assert (await stranger(running, f"/recaps/{sha256}")).status_code == 410
    assert rows(running.server.file, "SELECT * FROM recap_pages") == []
