"""From ideas that are there already to a board, over the real server: the looks before it, and what then stands."""

import json
import logging
import re
import time
from typing import Any

import httpx
import pytest

from board.decisions import record
from board.decisions.exports import FORMS
from board.web.imports import SHARE
from board.words import imports as words
from board.words import pages as page_words
from tests.cast import Group
from tests.decisions import samples
from tests.sync.clients import Browser, browser
from tests.sync.running import Server
from tests.web.reading import one, read

LINES = "- Build on public land\n\n2) Cap the rents\nBuild on public land\n" + "x" * 1204 + "\nHouse <b>swap</b> & co"
TAKEN = ["Build on public land", "Cap the rents", "House <b>swap</b> & co"]


def fields(html: str) -> dict[str, str]:
    """What a browser would send of the form."""
    sent: dict[str, str] = {}
    for element in read(html):
        name = element.attributes.get("name")
        if not name or "form" not in element.inside:
            continue
        kind = element.attributes.get("type")
        if element.tag == "textarea":
            sent[name] = element.text.removeprefix("\n").replace("\n", "\r\n")
        elif element.tag == "input" and kind != "file" and (kind != "radio" or "checked" in element.attributes):
            sent[name] = element.attributes.get("value") or ""
    return sent


def listed(html: str) -> list[str]:
    """The cards and lines of ideas, and every sentence about one that stays out."""
    return [element.text for element in read(html) if element.tag == "li"]


async def send(person: Browser, values: dict[str, str], file: tuple[str, bytes] | None = None) -> httpx.Response:
    """As the form does: every field a part, and a file field even when nothing was chosen."""
    parts: list[tuple[str, Any]] = [(name, (None, value.encode())) for name, value in values.items()]
    parts.append(("file", (file[0], file[1]) if file else ("", b"")))
    return await person.post("/from-ideas", files=parts)


async def opened(person: Browser, looked: httpx.Response, **changed: str) -> httpx.Response:
    assert looked.status_code == 200, looked.text[:500]
    return await send(person, fields(looked.text) | {"then": "open"} | changed)


async def landed(person: Browser, answer: httpx.Response) -> dict[str, Any]:
    assert answer.status_code == 303, re.findall(r'class="wrong"[^>]*>([^<]*)', answer.text)
    person.board, at, shown = answer.headers["location"].removeprefix("/boards/").partition("#")
    assert at + shown == SHARE
    boot = await person.boot()
    assert boot["role"] == "facilitate"
    assert set(boot["links"]) == {"facilitate", "participate", "watch"}
    return boot


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
        assert words.WINDOWS_1252 in looked.text
        assert "Column “wer” is not taken over" in looked.text
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
    content = FORMS["json"][1](record.build(board))
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
    ("byte", "other", "why"),
    [
        (b'"question":', b'"question";', "This is no complete JSON. Was it cut off or changed on its way?"),
        (b"shortlist-decision", b"shortlisu-decision", words.NOT_OURS),
        (b'"text":', b'"uext":', words.NOT_OURS),
    ],
)
async def test_a_damaged_record_is_refused_in_words_whether_chosen_or_pasted(
    server: Server, byte: bytes, other: bytes, why: str
) -> None:
    content = FORMS["json"][1](record.build(samples.alone())).replace(byte, other, 1)
    async with browser(server.base) as mara:
        chosen = await send(mara, {"question": "Kept?"}, ("decision.json", content))
        pasted = await send(mara, {"question": "Kept?", "text": content.decode()})
    for answer in (chosen, pasted):
        assert answer.status_code == 422
        assert one(answer.text, "p", id="text-wrong").text == why
        assert one(answer.text, "textarea", name="question").text == "\nKept?"


async def test_a_record_with_a_broken_letter_is_looked_at_with_a_word_about_it(server: Server) -> None:
    content = FORMS["json"][1](record.build(samples.alone())).replace(b"green", b"gre\xe5n")
    async with browser(server.base) as mara:
        looked = await send(mara, {"question": "?", "which": "all"}, ("decision.json", content))
    assert one(looked.text, "h1").text == "3 ideas to start with"
    assert any(line.startswith(words.WINDOWS_1252) for line in listed(looked.text))


async def test_a_decisions_open_ideas_come_from_its_own_page(group: Group) -> None:
    await group.joins(2)
    await group.goes("diverge")
    for text in ("Public land", "Rent cap", "House swap", "Tiny homes"):
        await group.browser("pia").command("add_idea", idea=uuid(text), text=text, secret="A" * 22)
    await group.goes("vote")
    first, second, *_ = group.options()
    await group.votes([(tab, [first, second]) for tab in (group.pia, group.ben, *group.more)])
    await group.goes("decide")
    await group.fay.ok("write_decision", decision="We do it.", owner="Mara", shortlist=[first])
    for tab in (group.pia, group.ben, *group.more):
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


def uuid(text: str) -> str:
    return f"{text.encode().hex()[:8]}-0000-4000-8000-000000000000"


async def test_a_board_is_opened_with_nothing_that_was_not_looked_at(server: Server) -> None:
    async with browser(server.base) as mara:
        looked = await send(mara, {"question": "?", "text": "one\ntwo"})
        changed = await opened(mara, looked, text="one\r\ntwo\r\n" + "y" * 1001)
        assert changed.status_code == 200
        assert page_words.PREVIEW_CHANGED in changed.text
        assert "Line 3: 1,001 characters" in changed.text
        assert (await opened(mara, changed)).status_code == 303
        forged = await send(mara, {"question": "?", "text": "one", "then": "open"})
        assert forged.status_code == 200


@pytest.mark.parametrize(
    ("values", "file", "why"),
    [
        ({"text": " \n "}, None, words.NOTHING),
        ({"text": ""}, ("a.txt", b"  \n"), words.EMPTY_FILE),
        ({"text": "kept"}, ("a.txt", b"one"), words.BOTH),
        ({"text": ""}, ("a.xlsx", b"PK\x03\x04"), words.WORKBOOK),
        ({"text": ""}, ("a.json", b"{"), words.NOT_JSON),
        ({"text": ""}, ("a.json", b'{"format":"x"}'), words.NOT_OURS),
        ({"text": ""}, ("a.txt", b"a" * 2_000_001), words.file_too_large(2_000_000)),
    ],
)
async def test_where_there_is_nothing_to_look_at_the_start_page_comes_back_with_everything(
    server: Server, values: dict[str, str], file: tuple[str, bytes] | None, why: str
) -> None:
    async with browser(server.base) as mara:
        answer = await send(mara, {"question": "Kept?", "owner": "Mara"} | values, file)
        assert answer.status_code == 422
        assert one(answer.text, "p", id="text-wrong").text == why
        assert one(answer.text, "textarea", name="question").text == "\nKept?"
        assert one(answer.text, "textarea", name="owner").text == "\nMara"
        assert one(answer.text, "textarea", name="text").text == "\n" + values["text"]


async def test_a_wrong_field_comes_back_with_all_ideas(server: Server) -> None:
    async with browser(server.base) as mara:
        looked = await send(mara, {"question": "", "text": "one\ntwo", "minutes": "900"})
        answer = await opened(mara, looked)
        assert answer.status_code == 422
        assert one(answer.text, "p", id="question-wrong").text == "A board needs its question."
        assert one(answer.text, "p", role="alert").text == "Minutes go from 1 to 240."
        assert one(answer.text, "textarea", name="text").text == "\none\ntwo"
        assert "one" in listed(answer.text)


async def test_the_start_pages_own_button_never_drops_ideas(server: Server) -> None:
    async with browser(server.base) as mara:
        looked = await mara.post("/boards", data={"question": "?", "minutes": "10", "text": "one\r\ntwo"})
        assert one(looked.text, "h1").text == "2 ideas to start with"
        assert (await opened(mara, looked)).status_code == 303
        named = await mara.post("/boards", data={"question": "?", "minutes": "10", "text": "", "file": "ideas.csv"})
        assert one(named.text, "p", id="text-wrong").text == words.CHOOSE_AGAIN


async def test_another_site_cannot_use_the_form(server: Server) -> None:
    async with browser(server.base) as mara:
        for path in ("/from-ideas", "/api/boards"):
            answer = await mara.post(path, data={"text": "one"}, headers={"origin": "https://evil.example"})
            assert answer.status_code in (400, 403)
        answer = await mara.post("/from-ideas", data={"text": "one"}, headers={"origin": "https://evil.example"})
        assert answer.status_code == 403


async def test_a_form_of_many_parts_is_not_read_to_the_end(server: Server) -> None:
    fields = "".join(
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in (("question", "?"), ("text", "one\r\ntwo"))
    )
    more = '--x\r\nContent-Disposition: form-data; name="more"\r\n\r\n1\r\n'
    async with browser(server.base) as mara:
        for count, status in ((10, 200), (1000, 422)):
            answer = await mara.post(
                "/from-ideas",
                content=(fields + more * count + "--x--\r\n").encode(),
                headers={"content-type": "multipart/form-data; boundary=x"},
            )
            assert answer.status_code == status


async def test_only_these_routes_take_so_much(server: Server) -> None:
    async with browser(server.base) as mara:
        big = {"question": "?", "text": "a" * 300_000}
        assert (await mara.post("/boards", data=big)).status_code == 413
        assert (await send(mara, big)).status_code == 200


async def test_a_board_over_http_has_a_largest_size(server: Server) -> None:
    async with browser(server.base) as mara:
        for size, status in ((4_000_000, 400), (4_000_001, 413)):
            assert (await mara.post("/api/boards", content=b" " * size)).status_code == status


async def test_two_thousand_ideas_are_looked_at_and_opened_quickly(server: Server) -> None:
    lines = [f"{n} " + "word " * 190 for n in range(2000)]
    async with browser(server.base) as mara:
        values = {"question": "?", "text": "\n".join(lines)}
        started = time.perf_counter()
        looked = await send(mara, values)
        between = time.perf_counter()
        seen = re.findall(r'name="looked" value="(\w+)"', looked.text)[0]
        answer = await send(mara, values | {"looked": seen, "then": "open"})
        done = time.perf_counter()
        assert (await landed(mara, answer))["notice"]["counts"]["ideas"] == 2000
        # Two megabytes; both take well under half a second where nothing else runs.
        assert between - started < 20
        assert done - between < 20


async def test_no_log_holds_what_was_sent(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with browser(server.base) as mara:
        looked = await send(mara, {"question": "Wirtschaftsplan?", "text": "Geheimidee\nGeheimidee\n" + "q" * 1001})
        await landed(mara, await opened(mara, looked))
        await mara.post("/api/boards", json={"question": "Wirtschaftsplan?", "ideas": [{"text": "Geheimidee"}] * 2})
    assert "Geheimidee" not in caplog.text
    assert "Wirtschaftsplan" not in caplog.text


# --- scripts ---------------------------------------------------------------------------------------------------------


async def test_a_script_opens_a_board_with_ideas(server: Server) -> None:
    async with browser(server.base) as script:
        ideas = [{"text": "one", "group": "A"}, {"text": "two\nlines"}, {"text": "three", "group": "A"}]
        answer = await script.post("/api/boards", json={"question": "?", "ideas": ideas})
        assert answer.status_code == 201
        await script.follow(answer.json()["links"]["facilitate"])
        tab = await script.open()
        assert tab.phase == "cluster"
        assert sorted(tab.root("ideas").values()) == ["one", "three", "two\nlines"]
        assert [one["name"] for one in tab.root("clusters").values()] == ["A"]
        plain = await script.post("/api/boards", json={"question": "?", "ideas": [{"text": "one"}]})
        await script.follow(plain.json()["links"]["facilitate"])
        assert (await script.boot())["meta"]["phase"] == "reveal"
        none = await script.post("/api/boards", json={"question": "?", "ideas": []})
        await script.follow(none.json()["links"]["facilitate"])
        assert (await script.boot())["meta"]["phase"] == "lobby"


async def test_a_script_is_told_every_idea_that_is_wrong_and_nothing_is_opened(server: Server) -> None:
    async with browser(server.base) as script:
        await server.settled()
        before = server.stored()
        ideas = [{"text": text} for text in ("one", "x" * 1001, " ", "one", "", "broken \0")]
        answer = await script.post("/api/boards", json={"question": "?", "ideas": ideas})
        assert answer.status_code == 422
        assert answer.headers["content-type"] == "application/problem+json"
        told = answer.json()
        assert told["detail"] == "No board was opened: 4 problems with the ideas."
        assert told["errors"] == [
            {"ideas": [2], "why": "Idea 2: 1,001 characters, 1,000 at most."},
            {"ideas": [3, 5], "why": "Ideas 3 and 5: empty."},
            {"ideas": [4], "why": "Idea 4: the same as idea 1."},
            {"ideas": [6], "why": "Idea 6: one of the characters is broken and cannot be kept."},
        ]
        await server.settled()
        assert server.stored() == before
        assert (await script.post("/api/boards", json={"question": "?", "ideas": [7]})).status_code == 400


async def test_an_imported_board_goes_all_the_way(server: Server) -> None:
    async with browser(server.base) as mara, browser(server.base) as ben:
        answer = await mara.post("/api/boards", json={"question": "?", "ideas": [{"text": t} for t in "abc"]})
        await mara.follow(answer.json()["links"]["facilitate"])
        await ben.follow(answer.json()["links"]["participate"])
        tab = await ben.open()
        # A second round of writing, as on any other board: what was there stays, with its number.
        assert (await mara.command("open_phase", phase="diverge"))["answer"] == "ok"
        await ben.command("add_idea", idea=uuid("late"), text="d", secret="A" * 22)
        server.clock.advance(3600)
        assert (await mara.command("open_phase", phase="reveal"))["answer"] == "ok"
        await tab.until(lambda tab: tab.phase == "reveal" and len(tab.root("numbers")) == 4)
        assert tab.root("numbers")[uuid("late")] == 4
        for phase in ("cluster", "vote"):
            assert (await mara.command("open_phase", phase=phase))["answer"] == "ok"
        option = next(iter(tab.root("ideas")))
        await ben.command("cast_ballot", dots={option: 1}, bold=None, done=True)
        assert (await mara.command("open_phase", phase="decide"))["answer"] == "ok"
        await mara.command("write_decision", decision="We do it.", owner="Mara", shortlist=[option])
        await mara.command("close_consent")
        sealed = await mara.command("freeze")
        assert sealed["answer"] == "ok", sealed
        told = json.loads((await mara.get(f"/decisions/{sealed['decision']}.json")).content)
        assert len(told["ideas"]) == 4
        assert told["phases"][0]["phase"] == "reveal"
        assert told["people"]["wrote"] is None
