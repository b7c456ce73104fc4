"""The text over its socket: several people write it, and what the server said is committed stays."""

import uuid
from pathlib import Path

import pytest
from pycrdt import Doc, Text
from websockets.exceptions import ConnectionClosed

from board.live.transport.close_codes import Close
from board.people.cookie import Person
from board.people.links import mint
from board.worksessions.engine.text_jobs import Ignored, Outcome, TextUpdateJob
from board.worksessions.state.session import Session
from board.worksessions.text.reading import read
from board.worksessions.text.update import FRAME
from tests.brainstorm.database import rows
from tests.brainstorm.running import Server, eventually
from tests.brainstorm.wire import head, sized
from tests.worksessions.clients import Member, Work
from tests.worksessions.text.updates import section, string, update
from tests.worksessions.text_pages import NOTHING, SYNC, UPDATE, TextPage, dial

pytestmark = pytest.mark.anyio

FIRST = "# A brief for the council\n\n## scope is in it\n\n## the price is in it\n\n"


async def equal(*pages: TextPage) -> str:
    """Waits until all have the same text, and returns it."""
    for page in pages:
        await page.until(lambda: len({str(one) for one in pages}) == 1)
    return str(pages[0])


async def test_two_people_write_one_text(running: Work) -> None:
    ana, ben = [await TextPage.opened(one) for one in running.members]
    assert str(ana) == FIRST
    ana.type("Zoë 😀 writes. ", 0)
    ben.type("😀 שָׁלוֹם, the end\n")
    ben.erase(0, 2)
    await ana.saved()
    await ben.saved()
    assert await equal(ana, ben) == "Zoë 😀 writes. " + FIRST[2:] + "😀 שָׁלוֹם, the end\n"
    await running.until_text(str(ana))
    assert await running.text() == str(ana)


async def test_what_is_committed_is_there_for_a_page_that_comes_later(running: Work) -> None:
    ana = await TextPage.opened(running.lead)
    ana.type("kept. ", 0)
    ana.erase(0, 1)
    await ana.saved()
    await ana.close()
    assert str(await TextPage.opened(running.members[1])) == "ept. " + FIRST


@pytest.mark.parametrize("epoch", [None, 0, 2, "", "x"])
async def test_another_history_is_turned_away_before_any_frame(running: Work, epoch: object) -> None:
    socket = await dial(running.lead, epoch)
    with pytest.raises(ConnectionClosed):
        await socket.recv()
    assert socket.close_code == Close.OTHER_EPOCH


async def test_a_stock_client_is_not_told_what_is_committed(running: Work) -> None:
    ana, ben = await TextPage.opened(running.lead, ours=False), await TextPage.opened(running.members[1])
    ana.type("stock ", 0)
    await ben.until(lambda: str(ben) == "stock " + FIRST)
    assert ana.committed == 0


async def test_commands_write_into_the_same_text(running: Work) -> None:
    ana = await TextPage.opened(running.lead)
    ana.type("Typed. ", 0)
    await ana.saved()
    line = str(uuid.uuid4())
    await running.lead.tab.ok("append_text", line=line, text="Zoë: 40 € 😀", heading="scope is in it")
    ana.type("Still here. ", 0)
    whole = "Still here. Typed. " + FIRST.replace("## the", "Zoë: 40 € 😀\n\n## the")
    await ana.until(lambda: str(ana) == whole)
    await ana.saved()
    await running.until_text(str(ana))


async def test_a_version_comes_back_around_what_others_typed_since(running: Work) -> None:
    ana, ben = [await TextPage.opened(one) for one in running.members]
    ana.type("Ana wrote this.\n", 0)
    await ana.saved()
    number = int((await running.until_text(str(ana)))["versions"][-1]["number"])
    await running.lead.tab.ok("restore_version", version=number)
    ben.type("Ben adds at the end.\n")
    await ben.saved()
    assert await equal(ana, ben) == FIRST + "Ben adds at the end.\n"


async def test_the_end_begins_an_epoch_in_which_nobody_wrote_anything(running: Work, server: Server) -> None:
    ana = await TextPage.opened(running.lead)
    ana.type("SECRETLY MINE, deleted later. ", 0)
    await ana.saved()
    ana.erase(0, 30)
    ana.type("Done. ", 0)
    await ana.saved()
    assert rows(server.file, "select person from session_writers") == [(running.lead.person,)]
    await running.lead.tab.ok("end", verdict="done")
    assert await ana.closed() == Close.OTHER_EPOCH
    await running.until_meta(text_epoch=2)
    assert await running.text() == "Done. " + FIRST
    await server.settled()
    assert rows(server.file, "select person from session_writers") == []
    log = rows(server.file, "select epoch, seq from log where document like '%/text'")
    assert [epoch for epoch, _ in log] == [2]
    assert b"SECRETLY" not in server.stored()
    # Nobody writes on after the end, and nothing tells a reader so.
    after = await TextPage.opened(running.lead, 2)
    after.type("x")
    await after.close()
    await running.lead.tab.ok("reopen")
    again = await TextPage.opened(running.lead, 3)
    again.type("On it goes. ", 0)
    await again.saved()
    assert str(again) == "On it goes. Done. " + FIRST


async def test_who_reads_writes_nothing_and_is_not_closed(running: Work) -> None:
    ana, wall = await TextPage.opened(running.lead), Member(running.server.base)
    running.members.append(wall)
    await wall.follow(running.links["read"])
    reads = await TextPage.opened(wall, ours=False)
    reads.type("graffiti")
    ana.type("Ana writes. ", 0)
    await reads.until(lambda: str(reads).startswith("Ana writes. "))
    await ana.saved()
    assert str(ana) == "Ana writes. " + FIRST


async def test_a_page_with_a_gap_is_asked_for_what_is_missing(running: Work) -> None:
    ana, ben = [await TextPage.opened(one) for one in running.members]
    with ana.losing():
        ana.type("Lost on the way. ", 0)
    ana.type("Found. ", 0)
    await ana.saved()
    assert await equal(ana, ben) == "Found. Lost on the way. " + FIRST


async def test_a_frame_that_is_too_large_closes_the_page(running: Work) -> None:
    ana = await TextPage.opened(running.lead)
    ana.put(head(SYNC, UPDATE) + sized(bytes(300_000)))
    assert await ana.closed() == Close.TOO_LARGE


async def test_what_is_no_text_closes_the_page(running: Work) -> None:
    ana, ben = [await TextPage.opened(one) for one in running.members]
    ana.update(b"\1\1\7\0\6\1" + sized(b"other") + sized(b'"x"') + b"\0")
    assert await ana.closed() == Close.UPDATE_REFUSED
    ben.type("Undisturbed. ", 0)
    await ben.saved()
    assert str(await TextPage.opened(running.lead)) == "Undisturbed. " + FIRST


async def test_an_update_that_adds_nothing_counts_as_committed(running: Work) -> None:
    ana = await TextPage.opened(running.lead)
    ana.update(NOTHING)
    await ana.saved()


async def test_somebody_who_was_removed_reads_no_more(running: Work) -> None:
    ben = await TextPage.opened(running.members[1])
    await running.lead.tab.ok("remove", person=running.members[1].person)
    assert await ben.closed() == Close.NOT_A_MEMBER


async def test_everybody_sees_whose_cursor_is_where(running: Work) -> None:
    ana, ben = [await TextPage.opened(one) for one in running.members]
    place = {"anchor": {"type": None, "tname": "artifact", "item": None, "assoc": 0}, "head": None}
    ana.points({"cursor": place, "user": {"name": "NOT ANA", "color": "red; position: fixed"}})
    client = int(ana.doc.client_id)
    said = {"person": running.lead.person, "cursor": place}
    await ben.until(lambda: ben.cursors.get(client) == said)
    cleo = await TextPage.opened(await running.comes("Cleo"))
    await cleo.until(lambda: cleo.cursors.get(client) == said)
    # A stock client sends on what it heard; a hostile one speaks for others.
    ben.put(bytes((1,)) + sized(head(1, client, 9) + sized(b'{"cursor":"elsewhere"}')))
    ben.points({"cursor": "mine"})
    await cleo.until(lambda: cleo.cursors.get(int(ben.doc.client_id)) is not None)
    assert cleo.cursors[client] == said
    ana.cut()
    await cleo.until(lambda: cleo.cursors[client] is None)


async def test_beside_an_open_board_nobody_writes_and_no_cursor_moves(
    running: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, ben = [await TextPage.opened(one) for one in running.members]
    ana.points({"cursor": "here"})
    await ben.until(lambda: ben.cursors.get(int(ana.doc.client_id)) is not None)
    monkeypatch.setattr(Session, "holds_board", True)
    await running.lead.tab.ok("pause", paused=True)
    await ben.until(lambda: ben.cursors[int(ana.doc.client_id)] is None)
    ana.points({"cursor": "there"}, clock=2)
    ana.type("Beside the board. ", 0)
    await running.lead.tab.ok("pause", paused=False)
    assert await running.text() == str(ben) == FIRST
    assert ben.cursors[int(ana.doc.client_id)] is None
    assert ana.committed < ana.sent
    # What was typed meanwhile waits on its page.
    monkeypatch.setattr(Session, "holds_board", False)
    ana.type("And after it. ", 0)
    await ben.until(lambda: str(ben) == "And after it. Beside the board. " + FIRST)


async def test_no_cursor_is_seen_while_a_check_without_names_is_open(running: Work) -> None:
    """Whoever stops writing for a moment would be the one who answers."""
    for name in ("Cleo", "Dina"):
        await running.comes(name)
    ana, ben = [await TextPage.opened(one) for one in running.members[:2]]
    ana.points({"cursor": "here"})
    client = int(ana.doc.client_id)
    await ben.until(lambda: ben.cursors.get(client) is not None)
    agreement = str(uuid.uuid4())
    await running.lead.tab.ok("propose_agreement", agreement=agreement, text="We ask for 40 euros")
    await ben.until(lambda: ben.cursors[client] is None)
    ana.points({"cursor": "there"}, 5)
    ana.type("still typing ", 0)
    await ben.until(lambda: str(ben).startswith("still typing "))
    late = await TextPage.opened(running.members[2])
    await late.until(lambda: str(late).startswith("still typing "))
    assert (ben.cursors[client], late.cursors) == (None, {})
    await running.lead.tab.ok("close_agreement", agreement=agreement, withdraw=True)
    ana.points({"cursor": "back"}, 6)
    await late.until(lambda: late.cursors.get(client) is not None)


async def test_what_was_sent_in_an_earlier_epoch_does_not_land_in_the_next(running: Work, server: Server) -> None:
    await running.lead.tab.ok("end", verdict="done")
    await running.lead.tab.ok("reopen")
    rooms = server.provided("session_rooms")
    room = await rooms.find(running.id)
    outcomes: list[Outcome] = []
    late = read(update(section(7, 0, string("OLD WORDS"))), FRAME)
    rooms.journal.submit(TextUpdateJob(room, Person(mint(), {}), 1, late, outcomes.append))
    await eventually(lambda: outcomes)
    assert outcomes == [Ignored.OTHER_EPOCH]
    assert "OLD WORDS" not in room.session.text.value


async def test_a_deleted_session_keeps_nothing_of_its_text(running: Work, server: Server, database: Path) -> None:
    ana = await TextPage.opened(running.lead)
    ana.type("WORDS THAT GO. ", 0)
    await ana.saved()
    await running.lead.tab.do("delete")
    assert await ana.closed() == Close.DELETED
    await server.settled()
    assert b"WORDS THAT GO" not in server.stored()
    assert rows(server.file, "select count(*) from session_writers") == [(0,)]


async def posted(member: Member, update: bytes, epoch: int = 1) -> int:
    answer = await member.post(f"/worksessions/{member.board}/updates?epoch={epoch}", content=update)
    return answer.status_code


async def test_what_was_written_in_a_long_time_alone_is_posted(running: Work) -> None:
    ana, ben = [await TextPage.opened(one) for one in running.members]
    alone: Doc[Text] = Doc()
    alone.apply_update(ana.doc.get_update())
    text = alone.get("artifact", type=Text)
    for word in range(700):
        # Each stands in another place, so that nothing of it is one struct.
        text.insert(2 * (word % 20), f"{word} ")
    text.insert(0, "much " * 40_000)
    update = alone.get_update(ana.doc.get_state())
    assert len(update) > 200_000
    assert await posted(running.lead, update, epoch=2) == 409
    assert await posted(running.lead, update) == 204
    assert await equal(ana, ben) == str(text)
    assert await posted(running.lead, update) == 204
    assert await posted(running.lead, b"nothing like it") == 422
    assert await posted(running.lead, bytes(2**20 + 1)) == 413


async def test_a_text_ends_where_a_page_would_have_stopped_long_before(running: Work) -> None:
    ana, ben = [await TextPage.opened(one) for one in running.members]
    alone: Doc[Text] = Doc()
    alone.apply_update(ana.doc.get_update())
    alone.get("artifact", type=Text).insert(0, "\u00e9" * 200_000)
    assert await posted(running.lead, alone.get_update(ana.doc.get_state())) == 204
    await equal(ana, ben)
    ben.type("b" * 49_000, 0)
    await ben.saved()
    ana.type("c" * 2000, 0)
    assert await ana.closed() == Close.TOO_LARGE
    # What makes it shorter is always taken.
    ben.erase(0, 200_000)
    ben.type("d" * 2000, 0)
    await ben.saved()
    assert await running.text() == str(ben)
