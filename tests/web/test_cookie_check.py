"""A browser that refuses cookies gets an explanation, no board, and keeps the typed text. Scripts need no cookie."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from board.web.cookie_check import NAME
from board.words import say
from tests.brainstorm.clients import Browser, browser
from tests.brainstorm.database import rows
from tests.brainstorm.running import MovableClock, Server, serving
from tests.web.from_ideas import fields, send
from tests.web.reading import one

pytestmark = pytest.mark.usefixtures("front_end")

PAGE = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
"""what browsers say when a form is sent"""
TYPED = {"question": "Which tram line first?", "minutes": "6", "problem": "Two of them stand still."}


@pytest.fixture
async def lena(server: Server) -> AsyncIterator[Browser]:
    async with browser(server.base) as one:
        one.http.headers.update(PAGE)
        yield one


def boards(server: Server) -> int:
    return len(rows(server.file, "SELECT id FROM boards"))


def says(answer: httpx.Response, why: str) -> bool:
    return one(answer.text, "p", role="alert").text == why


async def test_without_cookies_nothing_is_created_and_the_form_stays(server: Server, lena: Browser) -> None:
    await lena.get("/")
    lena.http.cookies.clear()
    answer = await lena.post("/boards", data=TYPED)
    assert (answer.status_code, boards(server)) == (422, 0)
    assert says(answer, say("home-cookies-needed"))
    assert {name: fields(answer.text)[name].strip() for name in TYPED} == TYPED
    # Cookies were allowed meanwhile: the answer brought the cookie that is asked for.
    assert (await lena.post("/boards", data=TYPED)).status_code == 303
    assert boards(server) == 1
    # The cookie of the board is as good, from a page that was shown before too.
    assert [name.split("_")[0] for name in lena.http.cookies] == ["board"]
    assert (await lena.post("/boards", data=TYPED)).status_code == 303


async def test_without_cookies_no_board_comes_of_ideas_that_were_looked_at(server: Server, lena: Browser) -> None:
    ideas = TYPED | {"text": "the ring line\nthe harbour line"}
    looked = await send(lena, ideas)
    assert one(looked.text, "h1").text == say("ideas-title", ideas=2)
    refused = await send(lena, fields(looked.text) | {"then": "open"})
    assert (refused.status_code, boards(server)) == (422, 0)
    assert says(refused, say("home-cookies-needed"))
    assert fields(refused.text)["text"] == "the ring line\r\nthe harbour line"
    assert (await send(lena, fields(refused.text) | {"then": "open"})).status_code == 303
    assert boards(server) == 1


@pytest.mark.parametrize("path", ["/", "/from-ideas", "/boards/nothing-like-a-board"])
async def test_pages_that_lead_to_a_board_bring_a_cookie_that_says_nothing(lena: Browser, path: str) -> None:
    first = (await lena.get(path)).headers["set-cookie"]
    lena.http.cookies.clear()
    assert first == (await lena.get(path)).headers["set-cookie"]
    assert first.startswith(f"{NAME}=")
    assert "httponly" not in first.lower(), "the script of the page looks for it"


async def test_scripts_need_no_cookie_to_create_a_board(server: Server) -> None:
    async with browser(server.base) as script:
        assert (await script.post("/boards", data=TYPED)).status_code == 303
        script.http.cookies.clear()
        answer = await script.post("/api/boards", json={"question": "Which one?"}, headers=PAGE)
        assert answer.status_code == 201
    assert boards(server) == 2


@pytest.mark.parametrize(
    ("origin", "status"), [("http://{host}", 422), ("https://{host}", 303), ("http://localhost:{port}", 303)]
)
async def test_a_cookie_for_https_only_is_not_kept_over_plain_http(
    database: Path, clock: MovableClock, origin: str, status: int
) -> None:
    public = "https://boards.example"
    async with serving(database, clock, public_url=public) as server, browser(server.base) as lena:
        # The names that a browser is given here are those of another machine.
        lena.http.headers.update(PAGE)
        port = server.base.rpartition(":")[2]
        host = f"localhost:{port}" if "localhost" in origin else f"board.lan:{port}"
        headers = {"host": host, "origin": origin.format(host=host, port=port)}
        answer = await lena.post("/boards", data=TYPED, headers=headers | {"cookie": f"{NAME}=yes"})
        assert (answer.status_code, boards(server)) == (status, int(status == 303))
        assert status == 303 or says(answer, say("home-https-needed", url=public))
