"""HTML, as a page and as a file that stands alone: what people wrote, drawn counts, styles and fonts."""

import json
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from board.decisions import record
from board.decisions.exports import html
from board.records import canonical
from board.records.canonical import Json
from board.records.pages.assets import Assets, load
from tests.decisions import samples
from tests.decisions.pieces import ident

HOUSING = record.build(samples.housing())
HOSTILE = record.build(samples.hostile())

pytestmark = pytest.mark.usefixtures("unbuilt")


class Reader(HTMLParser):
    """The words of a page, and the elements and addresses in it."""

    VOID = frozenset({"meta", "link", "br", "input"})

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.words.append(data)


@pytest.mark.parametrize("told", [HOUSING, HOSTILE], ids=["housing", "hostile"])
def test_the_file_stands_alone(told: Json) -> None:
    page = Reader(html.render(told).decode())
    assert page.open == []
    assert not {"script", "img", "link", "iframe", "form", "a"} & set(page.elements)
    assert not {"src", "href", "style", "onerror"} & {name for name, _ in page.attributes}


@pytest.mark.parametrize("alone", [True, False], ids=["file", "page"])
def test_a_page_says_everything_that_people_wrote(alone: bool, unbuilt: Assets) -> None:
    made = html.render(HOSTILE) if alone else html.page(HOSTILE, sha256="0" * 64, assets=unbuilt)
    page = Reader(made.decode())
    for text in (*samples.HOSTILE, HOSTILE["question"]):
        assert text in page.words
    assert page.elements.count("script") == 0
    assert "img" not in page.elements


def test_page_and_file_say_the_same(unbuilt: Assets) -> None:
    page = html.page(HOUSING, sha256=canonical.digest(canonical.encode(HOUSING)), assets=unbuilt).decode()
    file = html.render(HOUSING).decode()
    article = re.compile(r"<article.*(?=<footer)", re.DOTALL)
    # The page alone can start a work session.
    start = re.compile(r'\s*<form class="start".*?</form>|\s*<button class="start.*?</button>', re.DOTALL)
    assert start.search(page)
    assert [start.sub("", one) for one in article.findall(page)] == article.findall(file) != []


def test_every_drawn_count_stands_beside_it_as_a_number() -> None:
    page = html.render(HOUSING).decode()
    drawn = re.findall(r'aria-hidden="true">((?:<i></i>)*)</span>\s*<span class="count">([\d,]+)', page)
    assert len(drawn) == 21
    assert all(dots.count("<i>") == int(number) for dots, number in drawn)


def test_a_crowd_is_drawn_to_a_scale_that_is_said() -> None:
    page = html.render(record.build(samples.crowd())).decode()
    assert "Each dot drawn here stands for 5 dots." in page
    assert max(len(row) for row in re.findall(r"(?:<i></i>)+", page)) <= 60 * len("<i></i>")


def test_a_recommendation_is_the_largest_sentence() -> None:
    page = html.render(record.build(samples.recommendation())).decode()
    sentence = "The group recommends 4 of 21 options. Mara Ellis decides by 28 November."
    assert re.search(rf"<h1[^>]*>{re.escape(sentence)}</h1>", page)


def test_the_file_carries_its_style_and_only_the_fonts_it_needs(tmp_path: Path) -> None:
    assets = tmp_path / "assets"
    assets.mkdir()
    (tmp_path / ".vite").mkdir()
    faces = {"latin": "U+0000-00FF", "vietnamese": "U+1EA0-1EF9", "heavy": "U+0000-00FF"}
    css = "".join(
        f"@font-face{{src:url(/static/assets/{name}.woff2);unicode-range:{at}}}" for name, at in faces.items()
    )
    (assets / "shared.css").write_text(css + "b{color:red}")
    (assets / "decision.css").write_text("i{color:blue}")
    for name in faces:
        (assets / f"{name}.woff2").write_bytes(b"x" * (50_000 if name == "heavy" else 10))
    manifest = {
        "src/pages/decision.ts": {"file": "assets/d.js", "imports": ["_s.js"], "css": ["assets/decision.css"]},
        "_s.js": {"file": "assets/s.js", "css": ["assets/shared.css"]},
        "src/pages/check-words.ts": {"file": "assets/c.js"},
        "words/en/check": {"file": "assets/words-check.json"},
        "words/en/group": {"file": "assets/words-group.json"},
    }
    (tmp_path / ".vite" / "manifest.json").write_text(json.dumps(manifest))
    built = load("src/pages/decision.ts", tmp_path)
    inlined = built.inlined("Latin words")
    assert built.styles == ("/static/assets/shared.css", "/static/assets/decision.css")
    assert built.scripts == ("/static/assets/d.js",)
    assert built.sentences == "/static/assets/c.js"
    assert built.words("en") == {"check": "/static/assets/words-check.json"}
    assert "b{color:red}" in inlined
    assert "i{color:blue}" in inlined
    assert inlined.count("url(data:font/woff2;base64,") == 1
    assert "/static/" not in inlined
    assert built.inlined("chữ Việt").count("url(data:") == 2


def test_the_page_names_its_messages_and_the_file_has_none(unbuilt: Assets) -> None:
    messages = {"en/check": "/static/assets/words-check.json", "ar-XB/check": "/static/assets/other.json"}
    page = html.page(
        HOUSING, sha256="f" * 64, assets=replace(unbuilt, messages=messages, sentences="/static/assets/c.js")
    ).decode()
    assert re.findall(r'<link rel="words" [^>]*>', page) == [
        '<link rel="words" href="/static/assets/c.js" data-sentences>',
        '<link rel="words" href="/static/assets/words-check.json" data-words="check">',
    ]
    assert 'rel="words"' not in html.render(HOUSING).decode()


@pytest.mark.parametrize("told", [HOUSING, HOSTILE], ids=["housing", "hostile"])
def test_the_card_of_a_records_link_quotes_the_record(told: Json, unbuilt: Assets) -> None:
    page = html.page(told, sha256="f" * 64, assets=unbuilt).decode()
    found = dict(re.findall(r'<meta (?:name|property)="([a-z:_]+)" content="([^"]*)">', page))
    assert found["og:title"] == re.findall(r"<title>(.*) · Shortlist</title>", page)[0]
    assert found["description"] == found["og:description"]
    assert unescape(found["description"]).startswith(" ".join(told["question"].split())[:60])
    assert "\n" not in found["description"]
    assert len(unescape(found["description"])) <= 201


def test_each_option_that_was_set_aside_is_a_line_of_its_own() -> None:
    aside = [ident("a", 12), ident("c", 5), ident("a", 31)]
    page = html.render(record.build(replace(samples.housing(), aside=aside))).decode()
    fold = page[page.index("Set aside before the vote") :].partition("</details>")[0]
    assert "3 options" in fold
    assert re.findall(r'<li><span class="number">(\w+)</span>', fold) == ["12", "E", "31"]
