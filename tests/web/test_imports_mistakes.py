"""From ideas to a board, with a mistake on the way: no board is opened, the page says why, and nothing is lost."""

import pytest

from board.protocol.refusals import Refusal
from board.words import say
from tests.brainstorm.clients import browser
from tests.brainstorm.running import Server
from tests.web.from_ideas import listed, opened, send
from tests.web.reading import one


async def test_a_board_is_opened_with_nothing_that_was_not_looked_at(server: Server) -> None:
    async with browser(server.base) as mara:
        looked = await send(mara, {"question": "?", "text": "one\ntwo"})
        changed = await opened(mara, looked, text="one\r\ntwo\r\n" + "y" * 1001)
        assert changed.status_code == 200
        assert say("ideas-changed", open=say("home-open")) in changed.text
        assert "Line 3: 1,001 characters" in changed.text
        assert (await opened(mara, changed)).status_code == 303
        forged = await send(mara, {"question": "?", "text": "one", "then": "open"})
        assert forged.status_code == 200


@pytest.mark.parametrize(
    ("values", "file", "why"),
    [
        ({"text": " \n "}, None, say(Refusal.NOTHING_TO_READ)),
        ({"text": ""}, ("a.txt", b"  \n"), say(Refusal.EMPTY_FILE)),
        ({"text": "kept"}, ("a.txt", b"one"), say(Refusal.TEXT_AND_FILE)),
        ({"text": ""}, ("a.xlsx", b"PK\x03\x04"), say(Refusal.WORKBOOK)),
        ({"text": ""}, ("a.json", b"{"), say(Refusal.FILE_NOT_JSON)),
        ({"text": ""}, ("a.json", b'{"format":"x"}'), say(Refusal.NO_RECORD)),
        ({"text": ""}, ("a.txt", b"a" * 2_000_001), say(Refusal.FILE_TOO_LARGE, megabytes=2)),
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


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("idea.csv", b"idea|group\none|A\n", "Separate them with commas, semicolons or tabs."),
        ("ideas.txt", "Sch\u00f6n\nGr\u00fcn".encode("cp1252"), "are right."),
        ("same.txt", b"one\ntwo\none\n", "Line 3: the same as line 1."),
    ],
)
async def test_what_is_said_of_a_line_ends_with_one_full_stop(
    server: Server, name: str, content: bytes, told: str
) -> None:
    async with browser(server.base) as mara:
        page = (await send(mara, {"question": "?"}, (name, content))).text
        assert f"{told}</strong>" in page
        assert ".." not in page


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
        assert one(named.text, "p", id="text-wrong").text == say("home-ideas-file-missing")


async def test_another_site_cannot_use_the_form(server: Server) -> None:
    async with browser(server.base) as mara:
        for path in ("/from-ideas", "/api/boards"):
            answer = await mara.post(path, data={"text": "one"}, headers={"origin": "https://evil.example"})
            assert answer.status_code in (400, 403)
        answer = await mara.post("/from-ideas", data={"text": "one"}, headers={"origin": "https://evil.example"})
        assert answer.status_code == 403
