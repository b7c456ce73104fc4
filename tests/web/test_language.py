"""The language of the server: each page says which it is in, and no word on it is from elsewhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from board.imports import Kind, read_text
from board.imports.reading import Read
from board.web import errors, link_previews, pages, preview, render
from board.web.http import in_language
from board.words import language
from board.words.pseudo import CLOSE, OPEN
from tests.brainstorm.clients import browser
from tests.brainstorm.running import MovableClock, serving
from tests.web.reading import one, read
from tests.words.test_catalogue import LETTERS, SPOKEN

GIVEN = "7"
"""what people wrote, in these pages: nothing with letters"""


@pytest.fixture
def disguised(static: Path) -> Iterator[None]:
    token = language.set("en-XA")
    yield
    language.reset(token)


def previewed(values: dict[str, str], text: str, kind: Kind) -> str:
    found = read_text(text, kind)
    assert isinstance(found, Read)
    return str(preview._page({"question": GIVEN} | values, found, {}).content)


def board(phase: str) -> str:
    meta = pages.encoded({"question": GIVEN, "phase": phase})
    return pages.board_page({"board": GIVEN, "role": "participate"}, meta).content


RECORD = '{"format": "shortlist-draft/1", "ideas": [{"idea": "1", "text": "7"}, {"idea": "2", "hidden": true}]}'
PAGES = {
    "home": lambda: pages.home_page().content,
    "home with a mistake": lambda: pages.home_page({"text": GIVEN}, {"form": GIVEN, "text": GIVEN}).content,
    "board": lambda: "".join(board(phase) for phase in ("lobby", "vote", "frozen")),
    "error": lambda: render.page("error.html", {"status": 404, "title": GIVEN, "why": GIVEN}).content,
    "no link": lambda: errors.no_link_page(GIVEN, "board").content,
    "wrong link": lambda: errors.no_link_page(GIVEN, "wrong").content,
    "no link to a session": lambda: errors.no_link_page(GIVEN, "session").content,
    "door": lambda: render.page("door.html", {}).content,
    "card": lambda: link_previews.page().content,
    "preview of lines": lambda: previewed({}, f"1\n\n1\n2\n{'3' * 1001}", Kind.LINES),
    "preview of a table": lambda: previewed({}, "1,2\n3,4\n", Kind.TABLE),
    "preview of a record": lambda: previewed({"which": "all"}, RECORD, Kind.RECORD),
    "preview of nothing": lambda: previewed({}, "\n", Kind.LINES),
    "preview of another text": lambda: previewed({"looked": "1", "then": "open"}, "1", Kind.LINES),
}


def from_elsewhere(html: str) -> list[str]:
    """Texts and spoken attributes with letters outside the brackets of the disguised catalogue."""
    found = [element.text for element in read(html) if element.tag in ("title", "h1", "h2", "h3", "p", "li", "button")]
    found += [element.text for element in read(html) if element.tag in ("label", "legend", "summary", "a", "small")]
    for element in read(html):
        found += [value for name, value in element.attributes.items() if name in SPOKEN and value]
    return [text for text in found if LETTERS.search(outside(text))]


def outside(text: str) -> str:
    """The text without what stands in brackets, which may hold brackets."""
    kept, depth = "", 0
    for letter in text:
        depth += letter == OPEN
        kept += letter * (depth == 0)
        depth -= letter == CLOSE
    return kept


@pytest.mark.usefixtures("disguised")
@pytest.mark.parametrize("name", PAGES)
def test_no_word_of_a_page_is_from_elsewhere(name: str) -> None:
    html = PAGES[name]()
    assert OPEN in html
    assert from_elsewhere(html) == []


def test_a_word_from_elsewhere_is_found() -> None:
    assert from_elsewhere(f"<p>{OPEN}a {OPEN}b{CLOSE} c{CLOSE} 7</p>") == []
    assert from_elsewhere(f"<p>{OPEN}a{CLOSE} b</p>") == [f"{OPEN}a{CLOSE} b"]
    assert from_elsewhere('<input placeholder="b">') == ["b"]


@pytest.mark.usefixtures("front_end")
@pytest.mark.parametrize(("spoken", "direction"), [("en", "ltr"), ("en-XA", "ltr"), ("ar-XB", "rtl")])
async def test_the_server_speaks_the_language_of_its_setting(
    database: Path, clock: MovableClock, spoken: str, direction: str
) -> None:
    async with serving(database, clock, language=spoken) as server, browser(server.base) as mara:
        page, missing = (await mara.get("/")).text, (await mara.get("/nowhere")).text
        problem = (await mara.get("/api/nowhere")).json()
    for html in (page, missing):
        assert one(html, "html").attributes.items() >= {"lang": spoken, "dir": direction}.items()
    for said in (one(page, "h1").text, one(missing, "h1").text, problem["title"], problem["detail"]):
        assert (OPEN in said) is (spoken != "en")


@pytest.mark.parametrize("kind", ["http", "websocket"])
async def test_requests_and_sockets_are_answered_in_it(kind: str) -> None:
    spoken = []

    async def app(*_: Any) -> None:  # noqa: ANN401 - as ASGI calls it
        spoken.append(language.get())

    token = language.set("en")
    await in_language(app, "ar-XB")({"type": kind}, None, None)  # type: ignore[arg-type]
    language.reset(token)
    assert spoken == ["ar-XB"]
