"""A board inside a session, over the wire: who opens it, who gets which link, and what is silent beside it."""

import json
import uuid
from collections.abc import AsyncIterator

import pytest

from board.protocol.refusals import Refusal
from board.protocol.worksession.boards import AskEverybody
from tests.brainstorm.database import dump, rows
from tests.brainstorm.running import Server, eventually
from tests.worksessions.boards import board_is, comes, decides, gathered, given, links, opens
from tests.worksessions.chains import at_once, person
from tests.worksessions.clients import Member, Work, session

pytestmark = pytest.mark.anyio


@pytest.fixture
async def found(server: Server) -> AsyncIterator[Work]:
    """Four people in a session that begins with ideas; nobody has opened the board."""
    async with session(server, kind="brainstorming", owner={"words": "Olga Owner"}) as work:
        for name in ("Ben", "Cleo", "Dina"):
            await work.comes(name)
        await work.lead.tab.ok("start")
        await work.until_meta(state="running")
        yield work


async def test_a_session_that_begins_with_ideas_has_a_board_without_one_until_it_is_opened(found: Work) -> None:
    item = found.order[0]
    planned = found.document["agenda"][item]
    assert (planned["kind"], planned["title"], "board" in planned) == ("board", "Find ideas", False)
    assert all(member.tab.notice["you"]["boards"] == {} for member in found.members)
    assert found.lead.tab.notice["here"] is not None, "before it is opened everything goes on"
    assert (await found.members[1].tab.do("open_board", item=item))["code"] == Refusal.ONLY_LEAD
    await opens(found, item)
    await found.lead.tab.ok("open_board", item=item)
    assert len(rows(found.server.file, "SELECT * FROM session_boards")) == 1
    assert (await found.lead.tab.do("open_board", item=found.order[-1]))["code"] == Refusal.NO_BOARD_ITEM
    assert (await found.lead.tab.do("open_board", item=str(uuid.uuid4())))["code"] == Refusal.NO_ITEM


async def test_the_board_asks_what_the_item_is_called(found: Work) -> None:
    item = found.order[0]
    await found.lead.tab.ok("edit_item", item=item, title="What do we build?", minutes=12)
    await opens(found, item)
    page = await (await comes(found.lead, item)).open()
    meta = {name: page.meta(name) for name in ("question", "minutes", "owner", "visibility", "phase")}
    assert meta == {
        "question": "What do we build?",
        "minutes": 12,
        "owner": "Olga Owner",
        "visibility": "hidden",
        "phase": "lobby",
    }
    await page.close()


async def test_who_joined_may_take_part_and_the_opener_facilitates(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    told = [await given(member, item) for member in found.members]
    assert len({one["take_part"] for one in told}) == 1
    assert [one["lead"] is None for one in told] == [False, True, True, True]
    roles = [(await (await comes(member, item)).boot())["role"] for member in found.members]
    assert roles == ["facilitate", "participate", "participate", "participate"]
    second = await found.comes("Ana", "lead")
    assert links(second, item) == told[0], "whoever holds the lead's link leads there, too"
    late = await found.comes("Emil")
    assert links(late, item) == told[1]


async def test_no_reader_and_nobody_who_has_not_joined_gets_a_link(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    told = await given(found.lead, item)
    wall, guest = Member(found.server.base), Member(found.server.base)
    for member, link in ((wall, "read"), (guest, "join")):
        found.members.append(member)
        await member.follow(found.links[link])
        member.tab = await member.open()
        await member.boot()
        await member.export("json")
        await member.export("md")
    projected = await found.members[1].open("read")
    await found.lead.tab.ok("pause", paused=True)
    for tab in (wall.tab, guest.tab, projected):
        await tab.until(lambda tab: tab.root("meta")["clock"]["since"] is None)
        assert tab.notice["you"]["boards"] == {}
    (board,) = rows(found.server.file, "SELECT board FROM session_boards")[0]
    secrets = [board, *(str(path).removeprefix("/join/") for path in told.values())]
    for received in (wall.everything(), guest.everything(), *projected.frames, json.dumps(found.document).encode()):
        assert not [one for one in secrets if str(one).encode() in received]
    await guest.tab.ok("join", name="Gus")
    await guest.tab.until(lambda tab: tab.notice["you"]["boards"][item]["take_part"] == told["take_part"])


async def test_somebody_who_is_removed_gets_no_link_any_more(found: Work) -> None:
    item, ben = found.order[0], found.members[1]
    await found.lead.tab.ok("remove", person=ben.person)
    await ben.tab.closed()
    seen = len(ben.tab.frames)
    await opens(found, item)
    told = await given(found.lead, item)
    assert not [frame for frame in ben.tab.frames[seen:] if told["take_part"].encode() in frame]
    assert (await ben.get(f"/worksessions/{found.id}")).status_code == 410


async def test_the_database_has_neither_the_links_nor_a_person_beside_them(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    told = await given(found.lead, item)
    await found.server.settled()
    stored, plain = found.server.stored(), "\n".join(dump(found.server.file))
    for path in told.values():
        token = str(path).removeprefix("/join/")
        assert token.encode() not in stored
        assert token not in plain
    (row,) = rows(found.server.file, "SELECT * FROM session_boards")
    assert row[1:] == (found.id[:24], found.id, item)
    granted = rows(found.server.file, f"SELECT role FROM links WHERE board = '{row[0]}'")  # noqa: S608
    assert sorted(str(role) for (role,) in granted) == ["facilitate", "participate", "participate", "watch"]


async def test_whoever_took_the_lead_opens_a_board_and_facilitates_it(found: Work) -> None:
    item, ben = found.order[0], found.members[1]
    await found.lead.tab.close()
    room = await found.server.provided("session_rooms").find(found.id)
    await eventually(lambda: room.presence.lead_gone is not None)
    found.server.clock.advance(121)
    await ben.tab.ok("take_lead")
    await ben.tab.ok("open_board", item=item)
    assert (await given(ben, item))["lead"] is not None
    assert (await (await comes(ben, item)).boot())["role"] == "facilitate"
    found.lead.tab = await found.lead.open()
    assert links(found.lead, item)["lead"] is None


async def test_anybody_asks_everybody_as_the_next_item(running: Work) -> None:
    ben, item = running.members[1], str(uuid.uuid4())
    before = running.order
    await ben.tab.ok("ask_everybody", item=item, question="  What do we\nbuild? ")
    await running.lead.tab.until(lambda tab: item in tab.root("agenda"))
    assert running.order == [before[0], item, *before[1:]]
    asked = running.document["agenda"][item]
    assert (asked["title"], asked["minutes"], asked["kind"]) == ("What do we build?", 3, "board")
    assert asked["board"] == {"state": "open", "decision": None, "asks": True}
    assert (await given(ben, item))["lead"] is not None
    assert (await given(running.lead, item))["lead"] is None
    await ben.tab.ok("ask_everybody", item=item, question="again")
    assert running.document["agenda"][item] == asked
    assert (await running.lead.tab.do("ask_everybody", item=before[0], question="x"))["code"] == Refusal.ID_TAKEN
    assert asked["owner"]["person"] == ben.person, "everybody sees who asks"


async def test_one_question_of_a_person_at_a_time(running: Work) -> None:
    ben, ana = running.members[1].tab, running.lead.tab
    first, second = str(uuid.uuid4()), str(uuid.uuid4())
    await ben.ok("ask_everybody", item=first, question="One?")
    assert (await ben.do("ask_everybody", item=second, question="Two?"))["code"] == Refusal.ONE_QUESTION
    await ana.ok("ask_everybody", item=second, question="Two?", minutes=30)
    await ana.until(lambda tab: first in tab.root("agenda"))
    order = running.order
    assert order[1:3] == [second, first], "the newest question is the next item"
    await ana.ok("extend", seconds=60, **{"from": {"skip": first}})
    await ben.ok("ask_everybody", item=str(uuid.uuid4()), question="Three?")


async def test_two_people_who_ask_at_the_same_moment_both_do(running: Work) -> None:
    ben = running.members[1]
    await running.lead.close()
    await ben.tab.close()
    asked = [
        AskEverybody(id="1", item=str(uuid.uuid4()), question="Where?"),
        AskEverybody(id="2", item=str(uuid.uuid4()), question="When?"),
    ]
    answers = await at_once(
        running,
        (running.id, person(running.lead, running, "lead"), asked[0]),
        (running.id, person(ben, running, "join"), asked[1]),
    )
    assert [answer.answer for answer in answers] == ["ok", "ok"]
    room = await running.server.provided("session_rooms").find(running.id)
    agenda = room.session.document.agenda
    assert len({agenda[one.item].rank for one in asked}) == 2
    assert len(rows(running.server.file, "SELECT * FROM session_boards")) == 2


async def test_beside_an_open_board_notices_say_nothing_of_anybody(found: Work) -> None:
    item = found.order[0]
    ana, ben, cleo, dina = (member.tab for member in found.members)
    await opens(found, item)
    await dina.until(lambda tab: tab.notice["here"] is None)
    seen = len(dina.notices)
    await found.lead.tab.close()
    await ben.close()
    found.server.clock.advance(11)
    await dina.until(lambda tab: tab.notice["present"] == 2)
    found.server.clock.advance(200)
    late = await found.comes("Emil")
    await dina.until(lambda tab: late.person in tab.root("people"))
    for notice in dina.notices[seen:]:
        assert (notice["here"], notice["lead_gone"]) == (None, None)
    shown: dict[str, dict[str, object]] = {
        "take": {"heading": "the price is in it"},
        "stuck": {"stuck": True},
        "set_goal": {"goal": "a page"},
        "add_task": {"task": str(uuid.uuid4()), "text": "x"},
        "append_text": {"line": str(uuid.uuid4()), "text": "x"},
        "join": {"name": "Cleopatra"},
        "ask_everybody": {"item": str(uuid.uuid4()), "question": "x"},
    }
    for do, fields in shown.items():
        assert (await cleo.do(do, **fields))["code"] == Refusal.BOARD_OPEN, do
    await cleo.ok("join", name="Cleo")
    await ana.closed()
    found.lead.tab = await found.lead.open()
    await found.lead.tab.ok("next_item", **{"from": item})
    await dina.until(lambda tab: tab.notice["here"] is not None)
    await cleo.ok("take", heading="the price is in it")


async def test_no_moment_of_anybody_is_stored_beside_an_open_board(found: Work) -> None:
    await opens(found, found.order[0])
    await found.server.settled()
    before = rows(found.server.file, "SELECT touched_at, active_on FROM worksessions")
    found.server.clock.advance(1800)
    for member in found.members[1:]:
        await member.tab.ok("join", name=found.document["people"][member.person]["name"])
        await member.tab.ok("pause", paused=True)
        await member.tab.ok("pause", paused=False)
    await found.server.settled()
    assert rows(found.server.file, "SELECT touched_at, active_on FROM worksessions") == before


async def test_a_lead_who_comes_back_leads_again_after_the_board(found: Work) -> None:
    item, ben = found.order[0], found.members[1]
    await found.lead.tab.close()
    room = await found.server.provided("session_rooms").find(found.id)
    await eventually(lambda: room.presence.lead_gone is not None)
    found.server.clock.advance(121)
    await ben.tab.ok("take_lead")
    await ben.tab.ok("open_board", item=item)
    found.lead.tab = await found.lead.open()
    await found.lead.tab.ok("pause", paused=True)
    assert found.lead.tab.root("meta")["acting"] == ben.person, "that somebody came would show"
    await ben.tab.ok("next_item", **{"from": item})
    await found.until_meta(acting=None)


async def test_a_session_takes_ten_boards(running: Work) -> None:
    for _ in range(9):
        item = str(uuid.uuid4())
        await running.lead.tab.ok("add_item", item=item, title="More?", minutes=5, kind="board")
        await running.lead.tab.ok("open_board", item=item)
    ben = running.members[1].tab
    await ben.ok("ask_everybody", item=str(uuid.uuid4()), question="The last?")
    refused = await running.lead.tab.do("ask_everybody", item=str(uuid.uuid4()), question="One more?")
    assert refused["code"] == Refusal.ENOUGH_BOARDS


async def test_after_the_decision_people_write_again(found: Work) -> None:
    item = found.order[0]
    await opens(found, item)
    async with gathered(found, item) as group:
        await group.writes(2)
        await group.goes("decide")
        await decides(group)
    await board_is(found, item, "decided")
    await found.lead.tab.until(lambda tab: tab.notice["here"] is not None)
    await found.members[1].tab.ok("append_text", line=str(uuid.uuid4()), text="Now we write")
    assert links(found.members[1], item)["take_part"], "the board can still be read"
