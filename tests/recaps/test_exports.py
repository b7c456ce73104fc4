"""Every form of a recap says what the page says, and the golden files stay the same."""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from board.protocol.worksession.document import Agreement, Person
from board.recaps import record
from board.recaps.exports import html, mail, markdown
from board.recaps.exports.formats import DRAFTS, FORMATS
from board.recaps.material import Material
from board.recaps.reading import read
from board.records import canonical
from tests.decisions import readers as markdown_readers
from tests.recaps import samples
from tests.recaps.hostile import hostile
from tests.recaps.readers import Page, said

GOLDEN = Path(__file__).parent / "golden"


def by_name() -> Material:
    """Two people who agreed by name, one of them against it; and a reach beside a goal."""
    agreement = Agreement(
        text="The hall stays open",
        open=False,
        by="name",
        at=samples.at(20),
        by_name={samples.MARA: True, samples.BEN: False},
        why_not={samples.BEN: "Nobody pays for the heating."},
        agreed=False,
    )
    people = {
        samples.MARA: Person(name="Mara", role="lead", colour=0),
        samples.BEN: Person(name="Ben", colour=1, goal="Ask the caretaker", reach="Get a price", outcome="done"),
    }
    return replace(samples.zoning(), people=people, agreements={samples.ident(31): agreement})


MADE = {**samples.SAMPLES, "by_name": by_name, "hostile": hostile, "nested": samples.nested}
EMPTY = re.compile(r"[\s\u2060\u2066-\u2069|·:()<>\-]+|<br>")

pytestmark = pytest.mark.usefixtures("unbuilt")


def squeezed(words: str) -> str:
    """The letters alone: each form has its own spaces and signs between the words."""
    return EMPTY.sub("", words)


@pytest.mark.parametrize("name", ["zoning", "freelancer", "alone", "side_by_side", "elsewhere"])
@pytest.mark.parametrize("ending", ["md", "txt"])
def test_the_samples_look_as_they_did(name: str, ending: str) -> None:
    """After a change that was meant: GOLDEN=write pytest tests/recaps, then read the difference."""
    told = record.build(samples.SAMPLES[name]())
    made = mail.render(told, "https://example.org/r").encode() if ending == "txt" else markdown.render(told)
    file = GOLDEN / f"{name}.{ending}"
    if os.environ.get("GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(made)
    assert made == file.read_bytes()


@pytest.mark.parametrize("name", MADE)
def test_the_page_and_the_file_say_what_the_reading_says(name: str) -> None:
    told = record.build(MADE[name]())
    for made in (html.page(told, sha256="0" * 64), html.render(told)):
        words = squeezed(Page(made.decode()).words)
        assert [one for one in said(read(told)) if squeezed(one) not in words] == []


@pytest.mark.parametrize("name", MADE)
def test_markdown_says_what_the_reading_says(name: str) -> None:
    told = record.build(MADE[name]())
    words = squeezed(markdown_readers.unescaped(markdown.render(told).decode()))
    reading = read(told)
    marked = reading.change.about if reading.change and reading.change.before else None
    assert [one for one in said(reading) if squeezed(one) not in words and one != marked] == []


@pytest.mark.parametrize("name", MADE)
def test_the_text_stands_in_the_page_and_in_markdown(name: str) -> None:
    told = record.build(MADE[name]())
    text = told["made"]["text"]
    assert ('<div class="doc" data-text>' in html.render(told).decode()) == bool(text)
    if text:
        assert f"---\n\n{text.strip(chr(10))}\n" in markdown.render(told).decode()


@pytest.mark.parametrize("make", [samples.zoning, hostile, samples.full, samples.alone])
def test_the_text_for_an_email_has_ten_lines_at_most(make: Callable[[], Material]) -> None:
    told = record.build(make())
    lines = mail.render(told, "https://example.org/r").splitlines()
    assert len(lines) <= 10
    assert max(map(len, lines)) <= mail.LONGEST + 1
    assert lines[-2:] == [
        "Read it: https://example.org/r",
        f"Check it (sha256): {canonical.digest(canonical.encode(told))}",
    ]


def test_a_draft_says_so_and_has_no_sum() -> None:
    told = record.draft(samples.zoning())
    made = markdown.render(told).decode()
    assert "> Preview. Nothing is shared yet, and nothing here is final." in made
    assert "sha256" not in made


def test_json_is_the_record() -> None:
    told = record.build(samples.zoning())
    render = FORMATS["json"].render
    assert not isinstance(render, str)
    assert render(told) == canonical.encode(told)


def test_formats_are_listed_in_the_order_of_the_menu() -> None:
    assert list(FORMATS) == ["html", "pdf", "md", "ics", "json"]
    assert [ending for ending, one in FORMATS.items() if one.typeset] == ["pdf"]
    assert DRAFTS == ("pdf", "md", "ics", "json")
