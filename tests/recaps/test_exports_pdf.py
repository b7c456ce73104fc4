"""The recap on paper, read back by programs that are not ours."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest
import typst
from msgspec import structs
from PIL import Image

from board.markdown.rows import CELL, rows_of
from board.protocol.worksession.document import Condition, Task
from board.recaps import record
from board.recaps.exports import pdf
from board.recaps.material import Lines, Material, Text
from board.recaps.reading import read
from board.records import canonical
from board.records.canonical import Json
from board.records.exports import typeset
from board.records.exports.shortening import short
from tests.decisions import readers
from tests.recaps import samples
from tests.recaps.texts import chapters
from tests.records.exports.code import CODE

GOLDEN = Path(__file__).parent / "typeset"
EVERY = [*samples.SAMPLES, "nested"]
DOTS_PER_INCH = 40


@pytest.fixture(autouse=True)
def faces_of_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """No face of this machine, so that golden files are the same on the next."""
    only = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=typeset.folders())
    monkeypatch.setattr(typeset, "faces", lambda: only)


def material(name: str) -> Material:
    return samples.nested() if name == "nested" else samples.SAMPLES[name]()


def link_of(told: Json) -> str:
    return f"https://shortlist.example.org/recaps/{canonical.digest(canonical.encode(told))}"


def made(sample: Material) -> tuple[Json, bytes]:
    told = record.build(sample)
    return told, pdf.render(told, link_of(told))


def pictures(sample: Material) -> list[Image.Image]:
    """Every sheet as a picture."""
    told = record.build(sample)
    inputs = {"data": json.dumps(pdf.data(told, link_of(told)))}
    template = pdf.TEMPLATES / "recap.typ"
    compiler = typst.Compiler(template, root=typeset.ROOT, font_paths=typeset.faces(), sys_inputs=inputs)
    drawn = compiler.compile(format="png", ppi=DOTS_PER_INCH)
    return [readers.picture(one) for one in (drawn if isinstance(drawn, list) else [drawn or b""])]


def squeezed(text: str) -> str:
    """Without what a line break, a face that joins letters or a direction of writing may change."""
    return re.sub(r"\s", "", readers.INVISIBLE.sub("", text))


def body(told: Json, content: bytes) -> str:
    """The words of all sheets, without what stands at the head and at the foot of each."""
    pages = readers.pdf_pages(content)
    foot = [f"sha256 {canonical.digest(canonical.encode(told))}", link_of(told)]
    found = []
    for number, page in enumerate(pages, start=1):
        words = squeezed(page).removeprefix("Shortlist")
        for one in (*foot, f"Page {number} of {len(pages)}"):
            before, is_there, after = words.rpartition(squeezed(one))
            assert is_there, one
            words = before + after
        found.append(words)
    return "".join(found)


def texts(tree: object) -> Iterator[str]:
    """Every text of a reading that a page shows."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        yield from (text for name, one in tree.items() if name not in ("id", "state", "form") for text in texts(one))
    elif isinstance(tree, list | tuple):
        yield from (text for one in tree for text in texts(one))


def said(told: Json) -> Iterator[str]:
    """What a reading says: its own sentences, what changed, and the text without the marks of Markdown."""
    reading = asdict(read(told))
    text, change, artifact = reading.pop("text"), reading.pop("change"), reading.pop("artifact")
    for day in reading["ahead"]:
        day["what"] = short(day["what"], pdf.GLANCE)
    yield from texts(reading)
    if not reading["sentence"]:
        yield artifact
    if change:
        before = change.pop("before")
        yield from texts(change)
        yield from texts([row.text for row in rows_of(before)] if change["form"] == "brought" and before else before)
    for row in rows_of(text or ""):
        yield from re.split(rf"{CELL}|[☐☑] ", row.text)


def stands(text: str, words: str) -> bool:
    """Whether all of it is there, in two parts where a row goes on on the next sheet."""
    return text in words or any(text[:at] in words and text[at:] in words for at in range(1, len(text)))


def golden(name: str, found: str) -> str:
    """After a change that was meant: GOLDEN=write pytest tests/recaps, then look at the difference."""
    file = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        file.write_text(found, "utf-8")
    return file.read_text("utf-8")


@pytest.mark.parametrize("name", EVERY)
def test_paper_says_what_the_reading_says(name: str) -> None:
    told, content = made(material(name))
    # The address behind a link stands in the middle of its sentence.
    words = body(told, content).replace("(https://example.org/study)", "")
    for text in filter(None, map(squeezed, said(told))):
        # Readers of PDF take letters from right to left in an order of their own.
        assert stands(text, words) if text.isascii() else set(text) <= set(words), text


@pytest.mark.parametrize("name", ["zoning", "freelancer", "side_by_side"])
def test_a_session_reads_on_paper_as_it_did(name: str) -> None:
    _, content = made(material(name))
    found = "\n\f".join(f"{page}\n" for page in readers.pdf_pages(content))
    assert golden(f"{name}.pdf.txt", found) == found


@pytest.mark.parametrize("name", ["zoning", "scripts", "nested"])
def test_the_same_record_is_the_same_file(name: str) -> None:
    assert made(material(name)) == made(material(name))


def test_every_sheet_has_its_number_the_digest_and_the_link() -> None:
    told, content = made(samples.zoning())
    body(told, content)
    assert readers.links(content) == {link_of(told), "https://example.org/study"}


def test_the_file_says_what_it_is_and_in_which_language() -> None:
    opened = readers.pdf(made(samples.zoning())[1])
    assert opened.metadata is not None
    assert opened.metadata.title == "Work session: The zoning change, two station areas"
    assert opened.trailer["/Root"]["/Lang"] == "en"  # type: ignore[index]
    side = readers.pdf(made(samples.side_by_side())[1])
    assert side.metadata is not None
    assert side.metadata.title == "Work session: Done."


def test_the_outline_has_the_sections_and_the_headings_of_the_text() -> None:
    def names(outline: object) -> Iterator[str]:
        for one in outline if isinstance(outline, list) else []:
            yield from names(one) if isinstance(one, list) else [str(one.title)]

    found = list(names(readers.pdf(made(samples.freelancer())[1]).outline))
    assert found[:2] == ["Done.", "What changed"]
    at = found.index("The text")
    assert found[at : at + 5] == ["The text", "A brief for the council", "Scope", "Price", "Date"]


def test_what_people_made_is_set_in_a_serif_and_every_script_is_in_the_file() -> None:
    fonts = readers.pdf_fonts(made(samples.scripts())[1])
    assert all(fonts.values())
    for face in ("Bricolage", "SourceSerif4", "NotoSans-", "NotoSansArabic", "NotoSansHebrew", "CJK", "NotoEmoji"):
        assert any(face in name.replace(" ", "") for name in fonts), (face, sorted(fonts))


@pytest.mark.parametrize("answers", [{"4": 3, "3": 1}, {"5": 120, "4": 61, "0": 1}])
def test_every_answer_is_a_dot_and_a_number(answers: dict[str, int]) -> None:
    """A circle is four curves; whatever else is round on the sheet is the same without answers."""

    def curves(counts: dict[str, int] | None) -> int:
        (agreement,) = samples.zoning().agreements.values()
        asked = structs.replace(agreement, answers=counts, reasons=())
        session = replace(samples.empty(), agreements={samples.ident(31): asked})
        drawn = [page.get_contents() for page in readers.pdf(made(session)[1]).pages]
        return sum(len(re.findall(rb" c\s", one.get_data())) for one in drawn if one is not None)

    assert curves(answers) - curves(None) == 4 * sum(answers.values())


def test_a_condition_names_the_page_of_its_heading() -> None:
    fill = "A paragraph between the headings. " * 200
    text = f"{fill}\n\n## First\n\n{fill}\n\n## Second\n\n{fill}"
    conditions = {samples.ident(n): Condition(word, True, word) for n, word in enumerate(("First", "Second", "Third"))}
    _, content = made(replace(samples.alone(), kind="team", conditions=conditions, text=Text(text, 1, 2)))
    pages = readers.pdf_pages(content)
    for word in ("First", "Second"):
        (number,) = (at for at, page in enumerate(pages[1:], start=2) if word in map(str.strip, page.splitlines()))
        assert re.search(rf"{word}\s+Met\s+·\s+Page {number}\n", pages[0]), pages[0]
    assert re.search(r"Third\s+Met\n", pages[0])


def test_no_heading_is_the_last_line_of_a_sheet() -> None:
    text = "".join(f"## Heading {n}\n\n{'A line of the text. ' * (n % 17 + 4)}\n\n" for n in range(90))
    _, content = made(replace(samples.zoning(), text=Text(text, 1, 90)))
    pages = readers.pdf_pages(content)
    assert len(pages) > 8
    for page in pages:
        lines = [line for line in page.splitlines() if line.strip() and not re.match(r"sha256|https:|Page \d", line)]
        assert not lines[-1].startswith("Heading")


def test_right_to_left_begins_on_the_right() -> None:
    arabic, starts = "\u0646\u0628\u062f\u0623", []
    sample = replace(samples.alone(), text=Text(f"# {arabic}\n\n{arabic}\n\nLeft\n\n- {arabic}\n- item", 1, 0))
    (page,) = readers.pdf(made(sample)[1]).pages
    page.extract_text(visitor_text=lambda word, at, *_: starts.append((word.strip(), at[4])))
    found = {word: x for word, x in starts if word in ("Left", "item")}
    right = [x for word, x in starts if re.search("[\u0600-\u06ff]", word)]
    assert found["Left"] < 200
    assert min(*right, found["item"]) > 400


@pytest.mark.parametrize("text", CODE, ids=range(len(CODE)))
def test_words_of_people_are_never_code(text: str) -> None:
    session = samples.zoning()
    sample = replace(
        session,
        contract=structs.replace(session.contract, artifact=text, audience=text, problem=text),
        conditions={samples.ident(1): Condition(text, True, "a", note=text)},
        tasks={samples.ident(2): Task(text=text, first_step=text, note=text)},
        lines=Lines(summary=text, next=text),
        text=Text(text, 1, 0),
    )
    told, content = made(sample)
    words = body(told, content)
    assert "root:x:" not in words
    if text.isascii():
        assert words.count(squeezed(text)) >= 6
        assert all(squeezed(row.text) in words for row in rows_of(text))


@pytest.mark.parametrize("name", ["zoning", "freelancer", "scripts", "long words", "wide tables", "deep lists"])
def test_nothing_reaches_over_the_edge_of_a_sheet(name: str) -> None:
    word = "Wohnungsbaugesellschaftsvorsitzende" * 20
    cells = "|".join(["Wohnungsbaugesellschaft", word, "1234567890" * 4, "a", "b", "c", "d"])
    strange = {
        "long words": f"# {word}\n\n{word}\n\n> - {word}\n\n`{word}`\n\n```\n{word}\n```\n\n<https://{word}.example>",
        "wide tables": f"|{cells}|\n{'|---' * 7}|\n|{cells}|\n\n|{cells}|{cells}|\n{'|---' * 14}|\n|{cells}|{cells}|",
        "deep lists": "".join(f"{'  ' * n}- {word}\n" for n in range(9)) + f"\n{'> ' * 9}{word}",
    }
    sample = replace(samples.zoning(), text=Text(strange[name], 1, 1)) if name in strange else material(name)
    for sheet in pictures(sample):
        wide, high = sheet.size
        edge = int(18 / 25.4 * DOTS_PER_INCH)
        for box in ((0, 0, edge, high), (wide - edge, 0, wide, high)):
            assert sheet.crop(box).getcolors() == [(edge * high, (255, 255, 255))]


def test_two_hundred_thousand_characters_are_set_to_the_last() -> None:
    text = f"{chapters(199_980)}\n\nThe last words."
    told, content = made(replace(samples.zoning(), text=Text(text, 36_000, 290)))
    assert "Thelastwords." in body(told, content)
    assert len(readers.pdf(content).pages) > 40


def test_a_draft_says_so_on_every_sheet_and_has_no_digest() -> None:
    pages = [" ".join(page.split()) for page in readers.pdf_pages(pdf.render(record.draft(samples.zoning())))]
    assert all("Draft, nothing here is final" in page for page in pages)
    assert "Preview. Nothing is shared yet" in pages[0]
    assert "sha256" not in " ".join(pages)


def test_a_missing_face_costs_its_look_and_not_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[])
    monkeypatch.setattr(typeset, "faces", lambda: bare)
    assert made(samples.scripts())[1].startswith(b"%PDF")
