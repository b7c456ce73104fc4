"""Every word of a decision that people did not write comes from the catalogues, in the language of the reader."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from board.decisions import lines, record
from board.decisions.exports import html, mail, markdown, slide
from board.decisions.exports.formats import FORMATS
from board.records import times
from board.records.exports.shortening import short
from board.words import language
from board.words.pseudo import CLOSE, OPEN
from tests.decisions import samples

RECORD = record.build(samples.recommendation())
# A title and a description may be cut.
SAID = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*({CLOSE}|…(?= · |$))")
SPOKEN = {"aria-label", "title", "alt", "placeholder", "content", "data-done"}
VOID = {"meta", "link", "input", "br"}


@pytest.fixture
def other_language() -> Iterator[None]:
    before = language.set("en-XA")
    yield
    language.reset(before)


class Texts(HTMLParser):
    """The texts and spoken attributes of a page, without the e-mail in it and what is the same in every language."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: list[str] = []
        self._mute: list[bool] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in VOID:
            self._mute.append(given.get("translate") == "no" or tag in ("style", "script", "pre"))
        if tag != "meta" or not {"viewport", "color-scheme", "robots", "og:type"} & {*map(str, given.values())}:
            self.found += [str(value) for name, value in attrs if name in SPOKEN]

    def handle_endtag(self, tag: str) -> None:
        self._mute.pop()

    def handle_data(self, data: str) -> None:
        if not any(self._mute):
            self.found.append(data)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def not_said(texts: list[str]) -> list[str]:
    """What is left of texts without the words of the record and those of the catalogues."""
    written = {" ".join(text.split()) for text in [*strings(RECORD), times.day(RECORD["frozen_at"])]} - {""}
    people = sorted(written | {short(text, lines.GLANCE) for text in written}, key=len, reverse=True)
    left = []
    for text in texts:
        rest = " ".join(text.split())
        for one in people:
            rest = rest.replace(one, "")
        while (shorter := SAID.sub("", rest)) != rest:
            rest = shorter
        left += [rest] if re.search(r"[^\W\d_]", rest) else []
    return left


@pytest.mark.usefixtures("unbuilt", "other_language")
def test_the_words_of_the_page_come_from_the_catalogues() -> None:
    page = html.page(RECORD, sha256="0" * 64, newer="1" * 64, newest="2" * 64, formats=FORMATS.values(), off=True)
    found = Texts(page).found
    assert len(found) > 200
    assert not_said(found) == []


@pytest.mark.usefixtures("other_language")
def test_the_words_of_the_other_forms_come_from_the_catalogues() -> None:
    texts = [slide.description(RECORD), *mail.render(RECORD, "").splitlines()[:-1]]
    texts += [line for line in markdown.render(RECORD).decode().replace("\\", "").splitlines() if "sha256" not in line]
    assert not_said(texts) == []


def test_a_word_from_elsewhere_is_found() -> None:
    assert not_said([f"{OPEN}Óñé {RECORD['owner']} {OPEN}ťŵó{CLOSE}{CLOSE} · 3", f"Two {RECORD['owner']}"]) == ["Two "]


@pytest.mark.parametrize(("spoken", "tag"), [("en", '<html lang="en">'), ("ar-XB", '<html lang="ar-XB" dir="rtl">')])
def test_a_page_names_its_language_and_direction(spoken: str, tag: str) -> None:
    before = language.set(spoken)
    pages = [html.render(RECORD), html.page(RECORD, sha256="0" * 64)]
    language.reset(before)
    assert [page.decode().splitlines()[1] for page in pages] == [tag, tag]
