"""From existing ideas to a board, over the real server: the previews, and the board that results."""

import json
import logging
import re

import pytest

from board.decisions import record
from board.protocol.refusals import Refusal
from board.words import say
from tests.brainstorm.clients import browser
from tests.brainstorm.running import Server
from tests.cast import Group
from tests.decisions import samples
from tests.decisions.rendering import render
from tests.web.from_ideas import fields, landed, listed, opened, send, uuid
from tests.web.reading import one

LINES = "- Build on public land\n\n2) Cap the rents\nBuild on public land\n" + "x" * 1204 + "\nHouse <b>swap</b> & co"
TAKEN = ["Build on public land", "Cap the rents", "House <b>swap</b> & co"]


async def test_pasted_lines_are_looked_at_and_become_a_board(server: Server) -> None:
    async with browser(server.base) as mara, browser(server.base) as ben:
        looked = await send(mara, {"question": " What next? ", "text": LINES, "minutes": "7", "criterion": "Soon"})
        assert one(looked.text, "h1").text == "3 ideas to start with"
        for sentence in (
            "Line 4: the same as line 1. Taken once",
            "Line 5: 1,204 characters, 1,000 at most. Left out",
            "Line 2: empty. Left out",
        ):
            assert any(line.startswith(sentence) for line in listed(looked.text)), sentence
        assert [line for line in listed(looked.text) if line in TAKEN] == TAKEN
        boot = await landed(mara, await opened(mara, looked))
        assert (boot["meta"]["phase"], boot["meta"]["question"]) == ("reveal", "What next?")
        assert (boot["meta"]["minutes"], boot["meta"]["criterion"]) == (7, "Soon")
        await ben.follow(boot["links"]["participate"])
        tab = await ben.open()
        ideas, numbers = tab.root("ideas"), tab.root("numbers")
        assert sorted(ideas.values()) == sorted(TAKEN)
        assert sorted(numbers.values()) == [1, 2, 3]
        assert set(numbers) == set(ideas) == set(tab.root("places"))
        assert tab.notice["counts"]["ideas"] == 3


async def test_nothing_is_stored_by_a_look(server: Server) -> None:
    async with browser(server.base) as mara:
        await server.settled()
        before = server.stored()
        await send(mara, {"question": "?", "text": LINES})
        await server.settled()
        assert server.stored() == before


async def test_imported_ideas_are_nobodys_and_stand_in_random_order(server: Server) -> None:
    texts = [f"idea {n:02d}" for n in range(40)]
    orders = []
    async with browser(server.base) as mara:
        for _ in range(2):
            looked = await send(mara, {"question": "?", "text": "\n".join(texts)})
            boot = await landed(mara, await opened(mara, looked))
            tab = await mara.open()
            numbers = tab.root("numbers")
            orders.append(sorted(numbers, key=lambda idea: numbers[idea]))
            shown = [tab.root("ideas")[idea] for idea in orders[-1]]
            assert sorted(shown) == texts
            assert shown != texts
            ranks = sorted(numbers, key=lambda idea: tab.root("places")[idea]["rank"])
            assert ranks != orders[-1]
            await mara.follow(boot["links"]["participate"])
            secret = "A" * 22
            answer = await mara.command("edit_idea", idea=orders[-1][0], text="mine now", secret=secret)
            assert answer["answer"] == "refused"


async def test_groups_of_a_table_come_along_and_the_board_begins_with_grouping(server: Server) -> None:
    async with browser(server.base) as mara:
        content = "idee;gruppe;wer\r\nBänke;Draußen;Ann\r\nBäume;Draußen;Ben\r\nKaffee;;Ann\r\n".encode("cp1252")
        looked = await send(mara, {"question": "Was?"}, ("Ideen.csv", content))
        assert one(looked.text, "h1").text == "3 ideas to start with, in 1 group"
        assert say("ideas-windows-1252") in looked.text
        assert "Column “wer” is not imported" in looked.text
        boot = await landed(mara, await opened(mara, looked))
        assert boot["meta"]["phase"] == "cluster"
        tab = await mara.open()
        (cluster,) = tab.root("clusters")
        assert tab.root("clusters")[cluster]["name"] == "Draußen"
        assert tab.root("clusters")[cluster]["letter"] == "A"
        inside = {tab.root("ideas")[idea] for idea, at in tab.root("places").items() if at["cluster"] == cluster}
        assert inside == {"Bänke", "Bäume"}
        # The letter is taken: the next group is another one.
        await mara.command("name_cluster", cluster="00000000-0000-4000-8000-000000000000", name="More")
        await tab.until(lambda tab: len(tab.root("clusters")) == 2)
        assert sorted(one["letter"] for one in tab.root("clusters").values()) == ["A", "B"]


async def test_a_saved_record_brings_its_open_ideas_or_all(server: Server) -> None:
    board = samples.housing()
    content = render("json", record.build(board))
    async with browser(server.base) as mara:
        looked = await send(mara, {"question": ""}, ("decision.json", content))
        assert one(looked.text, "textarea", name="question").text == "\n" + board.question
        still_open = int(re.findall(r"Open ideas only · (\d+)", looked.text)[0])
        assert one(looked.text, "h1").text.startswith(f"{still_open} ideas to start with")
        assert "All ideas · 42" in looked.text
        every = await send(mara, fields(looked.text) | {"which": "all", "then": "look"})
        assert one(every.text, "h1").text == "42 ideas to start with, in 5 groups"
        # What was looked at is opened, and the choice may be made in the same press.
        boot = await landed(mara, await opened(mara, looked, question="And now?", which="all"))
        assert boot["notice"]["counts"]["ideas"] == 42
        assert boot["meta"]["question"] == "And now?"


@pytest.mark.parametrize(
    ("byte", "other", "code"),
    [
        (b'"question":', b'"question";', Refusal.FILE_NOT_JSON),
        (b"shortlist-decision", b"shortlisu-decision", Refusal.NO_RECORD),
        (b'"text":', b'"uext":', Refusal.NO_RECORD),
    ],
)
async def test_a_damaged_record_is_refused_in_words_whether_chosen_or_pasted(
    server: Server, byte: bytes, other: bytes, code: Refusal
) -> None:
    content = render("json", record.build(samples.alone())).replace(byte, other, 1)
    async with browser(server.base) as mara:
        chosen = await send(mara, {"question": "Kept?"}, ("decision.json", content))
        pasted = await send(mara, {"question": "Kept?", "text": content.decode()})
    for answer in (chosen, pasted):
        assert answer.status_code == 422
        assert one(answer.text, "p", id="text-wrong").text == say(code)
        assert one(answer.text, "textarea", name="question").text == "\nKept?"


async def test_a_record_with_a_broken_letter_is_looked_at_with_a_word_about_it(server: Server) -> None:
    content = render("json", record.build(samples.alone())).replace(b"green", b"gre\xe5n")
    async with browser(server.base) as mara:
        looked = await send(mara, {"question": "?", "which": "all"}, ("decision.json", content))
    assert one(looked.text, "h1").text == "3 ideas to start with"
    assert any(line.startswith(say("ideas-windows-1252")) for line in listed(looked.text))


async def test_a_decisions_open_ideas_come_from_its_own_page(group: Group) -> None:
    await group.joins(2)
    await group.goes("diverge")
    for text in ("Public land", "Rent cap", "House swap", "Tiny homes"):
        await group.browser("pia").command("add_idea", idea=uuid(text), text=text, secret="A" * 22)
    await group.goes("vote")
    first, second, *_ = group.options()
    await group.votes([(tab, [first, second]) for tab in group.voters])
    await group.goes("decide")
    await group.fay.ok("write_decision", decision="We do it.", owner="Mara", shortlist=[first])
    for tab in group.voters:
        await tab.ok("answer_consent", level=5)
    await group.fay.ok("close_consent")
    answer = await group.fay.answer(await group.fay.send("freeze"))
    address = answer["decision"]
    sam = group.sam
    page = await sam.get(f"/decisions/{address}")
    assert f'href="/from-ideas?decision={address}"' in page.text
    looked = await sam.get(f"/from-ideas?decision={address}")
    listed_now = {
        idea
        for option in json.loads((await sam.get(f"/decisions/{address}.json")).content)["shortlist"]
        for idea in option["ideas"]
    }
    assert one(looked.text, "h1").text == f"{4 - len(listed_now)} ideas to start with"
    assert "text" not in fields(looked.text), "a decision is read again by its address"
    boot = await landed(sam, await opened(sam, looked))
    assert boot["meta"]["question"] == "What should we build next?"
    assert boot["notice"]["counts"]["ideas"] == 4 - len(listed_now)
    assert (await sam.get("/from-ideas?decision=" + "0" * 64)).status_code == 404
    assert (await sam.get("/from-ideas?decision=../../etc")).status_code == 404

    seen = fields(looked.text)
    deleted = await group.browser("fay").http.delete(f"/api/boards/{group.board}?decision=delete")
    assert deleted.status_code == 204
    said = one((await sam.get(f"/decisions/{address}")).text, "p", class_="lead").text
    assert said.startswith("There was a decision at this address. It was deleted on ")
    for gone in (await sam.get(f"/from-ideas?decision={address}"), await send(sam, seen | {"then": "open"})):
        assert (gone.status_code, one(gone.text, "p", class_="lead").text) == (410, said)


async def test_no_log_holds_what_was_sent(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with browser(server.base) as mara:
        looked = await send(mara, {"question": "Wirtschaftsplan?", "text": "Geheimidee\nGeheimidee\n" + "q" * 1001})
        await landed(mara, await opened(mara, looked))
        await mara.post("/api/boards", json={"question": "Wirtschaftsplan?", "ideas": [{"text": "Geheimidee"}] * 2})
    assert "Geheimidee" not in caplog.text
    assert "Wirtschaftsplan" not in caplog.text
