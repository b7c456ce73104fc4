"""The chain on the page of a recap: what readers of one recap learn of the sessions beside it, and what they do not."""

import html
import re
import uuid
from collections.abc import AsyncIterator
from functools import partial

import httpx
import pytest
from sqlalchemy import Connection

from board.decisions import record as decision
from board.records import canonical
from board.records.service import decisions
from board.words import say
from board.worksessions import SessionRooms
from board.worksessions.state import recap as state
from tests.brainstorm.clients import Tab
from tests.brainstorm.running import Server
from tests.databases import needs_sqlite
from tests.decisions import samples
from tests.worksessions.clients import Member, Work

pytestmark = pytest.mark.anyio
LINE = re.compile(r'<ol class="chain-line".*?</ol>', re.DOTALL)
DAY = r"\d+ \w+ \d{4}"


class Chained:
    """A chain whose sessions are ended and shared one after another."""

    def __init__(self, work: Work) -> None:
        self.work, self.tabs = work, [work.lead.tab]

    async def end(self, verdict: str = "done") -> Tab:
        tab = self.tabs[-1]
        await tab.ok("start")
        await tab.ok("end", verdict=verdict)
        return tab

    async def go_on(self) -> Tab:
        """Opens the next session."""
        following = str((await self.tabs[-1].ok("open_next"))["worksession"])
        self.tabs.append(await self.work.lead.comes_to(following))
        return self.tabs[-1]

    async def share(self, number: int, visibility: str = "link", **fields: object) -> str:
        answer = await self.tabs[number - 1].ok("share", visibility=visibility, **fields)
        return str(answer["recap"])

    async def line(self, sha256: str) -> tuple[list[str], list[str]]:
        """The words between the arrows, and where they lead, as somebody without a cookie gets them."""
        async with httpx.AsyncClient(base_url=self.work.server.base) as http:
            return self.read(await http.get(f"/recaps/{sha256}"))

    @staticmethod
    def read(page: httpx.Response) -> tuple[list[str], list[str]]:
        assert page.status_code == 200, page.text
        found = LINE.search(page.text)
        line = found[0] if found else ""
        words = html.unescape(re.sub(r"<[^>]+>", "", line))
        parts = [" ".join(part.split()) for part in words.split("→")]
        return [re.sub(DAY, "DAY", part) for part in parts if part], re.findall(r'href="([^"]*)"', line)


@pytest.fixture
async def chained(work: Work) -> Chained:
    return Chained(work)


@pytest.fixture
async def decided(server: Server) -> AsyncIterator[tuple[Chained, str]]:
    """A session that began with a decision, and the address of that."""
    content = canonical.encode(decision.build(samples.housing()))
    store = partial(decisions.store, source="b1", content=content, frozen_at=1_795_265_820.0)
    sha256 = await server.rooms.journal.writer.write(store)
    lead = Member(server.base)
    opened = (await lead.post(f"/api/decisions/{sha256}/worksessions", json={})).json()
    await lead.joins(opened["links"]["lead"], "Ana")
    await lead.tab.ok("add_condition", condition=str(uuid.uuid4()), text="It is sent")
    yield Chained(Work(server, opened["links"], opened["id"], lead, [lead])), sha256
    await lead.close()


async def test_a_session_alone_has_no_line(chained: Chained) -> None:
    await chained.end()
    assert await chained.line(await chained.share(1)) == ([], [])


async def test_the_preview_shows_the_line_that_readers_will_see(decided: tuple[Chained, str]) -> None:
    chained, _ = decided
    await chained.end()
    preview = chained.read(await chained.work.lead.get(f"/worksessions/{chained.work.id}/recap"))
    assert preview[0]
    assert preview == await chained.line(await chained.share(1))


async def test_of_a_session_before_that_is_not_shared_only_its_number_stands_there(chained: Chained) -> None:
    await chained.end("another")
    await chained.go_on()
    await chained.end()
    recap = await chained.share(2)
    assert await chained.line(recap) == (["Session 1", "Session 2 (this page)"], [])


async def test_of_a_later_session_that_is_not_shared_nothing_stands_there(chained: Chained) -> None:
    await chained.end("another")
    first = await chained.share(1)
    await chained.go_on()
    assert await chained.line(first) == ([], [])
    await chained.end()
    assert await chained.line(first) == ([], [])
    await chained.go_on()
    await chained.end()
    await chained.share(3)
    words, _ = await chained.line(first)
    assert words == ["Session 1 (this page)", "Session 3 (Done, DAY)"]


async def test_a_recap_shared_by_link_gives_its_verdict_and_day_and_no_address(chained: Chained) -> None:
    await chained.end("another")
    first = await chained.share(1)
    await chained.go_on()
    await chained.end()
    second = await chained.share(2)
    assert await chained.line(first) == (["Session 1 (this page)", "Session 2 (Done, DAY)"], [])
    assert await chained.line(second) == (["Session 1 (Another session needed, DAY)", "Session 2 (this page)"], [])


async def test_a_public_recap_is_linked_as_long_as_it_is_public(chained: Chained) -> None:
    await chained.end("another")
    first = await chained.share(1, "public")
    await chained.go_on()
    await chained.end()
    second = await chained.share(2)
    assert (await chained.line(second))[1] == [f"/recaps/{first}"]
    assert await chained.share(1, "link") == first
    assert (await chained.line(second))[1] == []


async def test_of_a_corrected_recap_the_newest_record_counts(chained: Chained) -> None:
    tab = await chained.end("another")
    old = await chained.share(1, "public")
    await chained.go_on()
    await chained.end()
    second = await chained.share(2)
    await tab.ok("correct")
    new = await chained.share(1, "link", summary="The price was wrong.")
    assert new != old
    assert (await chained.line(second))[1] == [], "the newest record is for those who have its link"
    await chained.share(1, "public")
    assert await chained.line(second) == (
        ["Session 1 (Another session needed, DAY)", "Session 2 (this page)"],
        [f"/recaps/{new}"],
    )
    assert (await chained.line(old))[0] == ["Session 1 (this page)", "Session 2 (Done, DAY)"]


async def test_of_a_deleted_recap_only_the_number_stands_there(chained: Chained) -> None:
    await chained.end("another")
    first = await chained.share(1, "public")
    await chained.go_on()
    await chained.end()
    second = await chained.share(2, "public")
    assert (await chained.line(second))[1] == [f"/recaps/{first}"]
    write, now = chained.work.server.rooms.journal.writer.write, chained.work.server.clock.now()
    await write(partial(state.remove_one, sha256=first, now=now))
    assert await chained.line(second) == (["Session 1", "Session 2 (this page)"], [])
    async with httpx.AsyncClient(base_url=chained.work.server.base) as http:
        page, file = await http.get(f"/recaps/{second}"), await http.get(f"/recaps/{second}.md")
    assert "after Session 1" not in page.text
    assert "after Session 1 (Another session needed" in file.text, "the bytes of the record stay as they are"


async def test_of_several_records_the_newest_counts_where_one_between_them_was_deleted(chained: Chained) -> None:
    tab, clock = await chained.end("another"), chained.work.server.clock
    records = []
    for summary in ("One.", "Two.", "Three."):
        clock.advance(60.0)
        records.append(await chained.share(1, "link" if summary == "Three." else "public", summary=summary))
        if summary != "Three.":
            await tab.ok("correct")
    await chained.go_on()
    await chained.end()
    second = await chained.share(2)
    write = chained.work.server.rooms.journal.writer.write
    await write(partial(state.remove_one, sha256=records[1], now=clock.now()))
    assert await chained.line(second) == (["Session 1 (Another session needed, DAY)", "Session 2 (this page)"], [])


async def test_a_recap_whose_bytes_are_damaged_counts_as_one_that_is_not_shared(chained: Chained) -> None:
    needs_sqlite()
    await chained.end("another")
    first = await chained.share(1, "public")
    await chained.go_on()
    await chained.end("done")
    second = await chained.share(2, "public")
    await chained.go_on()
    await chained.end("done")
    third = await chained.share(3, "public")

    def damage(conn: Connection) -> None:
        conn.exec_driver_sql("DROP TRIGGER recaps_stay")
        damaged = (
            "UPDATE recaps SET content = CAST(replace(content, 'council', 'mayor') AS BLOB) WHERE sha256 IN (?, ?)"
        )
        conn.exec_driver_sql(damaged, (first, third))

    await chained.work.server.rooms.journal.writer.write(damage)
    assert await chained.line(second) == (["Session 1", "Session 2 (this page)"], [])


async def test_a_session_that_is_deleted_leaves_its_number_and_a_later_one_nothing(chained: Chained) -> None:
    await chained.end("another")
    first = await chained.share(1, "public")
    await chained.go_on()
    await chained.end("another")
    second = await chained.share(2, "public")
    await chained.go_on()
    await chained.end()
    third = await chained.share(3, "public")
    await chained.tabs[0].ok("delete")
    assert await chained.line(second) == (
        ["Session 1", "Session 2 (this page)", "Session 3 (Done, DAY)"],
        [f"/recaps/{third}"],
    )
    await chained.tabs[2].ok("delete")
    assert await chained.line(second) == (["Session 1", "Session 2 (this page)"], [])
    assert first not in str(await chained.line(second))


async def test_the_line_begins_with_the_question_until_the_decision_is_deleted(decided: tuple[Chained, str]) -> None:
    chained, sha256 = decided
    await chained.end()
    recap = await chained.share(1)
    question = decision.build(samples.housing())["question"]
    assert await chained.line(recap) == (
        [question, say("recap-decision"), "Session 1 (this page)"],
        [f"/decisions/{sha256}"],
    )
    write = chained.work.server.rooms.journal.writer.write
    await write(partial(decisions.remove, sha256=sha256, now=1_796_000_000.0))
    assert await chained.line(recap) == ([say("recap-chain-decision-deleted"), "Session 1 (this page)"], [])


async def test_the_files_of_a_recap_say_nothing_of_a_session_that_is_not_shared_but_its_number(
    chained: Chained,
) -> None:
    await chained.end("another")
    await chained.go_on()
    await chained.end()
    recap = await chained.share(2)
    async with httpx.AsyncClient(base_url=chained.work.server.base) as http:
        frozen = (await http.get(f"/recaps/{recap}.json")).json()
        for ending in ("html", "md"):
            made = await http.get(f"/recaps/{recap}.{ending}")
            assert "Session 2 of its chain" in made.text
            assert "Session 1" not in made.text
    assert (frozen["number"], frozen["chain"]) == (2, None)


async def test_neither_a_session_nor_its_links_are_named(chained: Chained) -> None:
    await chained.end("another")
    await chained.share(1)
    await chained.go_on()
    await chained.end()
    recap = await chained.share(2)
    async with httpx.AsyncClient(base_url=chained.work.server.base) as http:
        page = (await http.get(f"/recaps/{recap}")).text
    tokens = [link.rpartition("/")[2] for link in chained.work.links.values()]
    assert [one for one in (*tokens, chained.work.id.rpartition("-")[0]) if one in page] == []


async def test_a_chain_is_looked_up_without_opening_its_sessions(chained: Chained) -> None:
    await chained.end("another")
    await chained.share(1)
    await chained.go_on()
    await chained.end()
    recap = await chained.share(2)
    rooms: SessionRooms = chained.work.server.provided("session_rooms")
    for tab in chained.tabs:
        await tab.close()
    await chained.work.server.evict(rooms, *rooms)
    assert (await chained.line(recap))[0] == ["Session 1 (Another session needed, DAY)", "Session 2 (this page)"]
    assert chained.work.id not in [room.id for room in rooms]
