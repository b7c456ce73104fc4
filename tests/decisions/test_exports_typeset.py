"""The record on paper and on a slide, read back by programs that are not ours."""

import os
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
import typst
from msgspec import structs
from PIL import Image, ImageChops, ImageStat

from board.decisions import record
from board.decisions.exports import pdf, slide
from board.records import canonical
from board.records.exports import typeset
from tests.decisions import readers, samples
from tests.records.exports.code import CODE

GOLDEN = Path(__file__).parent / "golden"
HOUSING = record.build(samples.housing())
DIGEST = canonical.digest(canonical.encode(HOUSING))
LINK = f"https://shortlist.example.org/decisions/{DIGEST}"
DRAFT = record.draft(replace(samples.housing(), decision=None, consents=(), phase="decide"))


@pytest.fixture(autouse=True)
def faces_of_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """No face of this machine, so that golden files are the same on the next."""
    only = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=typeset.folders())
    monkeypatch.setattr(typeset, "faces", lambda: only)
    return


def golden(name: str, made: bytes) -> bytes:
    """After a change that was meant: GOLDEN=write pytest tests/decisions, then look at the difference."""
    file = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        file.write_bytes(made)
    return file.read_bytes()


def words_of(page: str) -> str:
    return " ".join(readers.INVISIBLE.sub("", page).split())


def squeezed(text: str) -> str:
    """Without what a line break or a face that joins letters may change."""
    return re.sub(r"\s", "", readers.INVISIBLE.sub("", text))


# --- paper -----------------------------------------------------------------------------------------------------------


def test_a_group_that_stands_in_the_shortlist_is_not_told_twice_whatever_the_order_of_its_ideas() -> None:
    turned = [line | {"ideas": line["ideas"][::-1]} for line in HOUSING["shortlist"]]
    told = pdf.data(HOUSING | {"shortlist": turned}, LINK)
    assert told["groups"] == pdf.data(HOUSING, LINK)["groups"]
    assert any(group["note"] for group in told["groups"])


def test_the_real_board_reads_on_paper_as_it_did() -> None:
    pages = readers.pdf_pages(pdf.render(HOUSING, LINK))
    told = "\n\f".join(f"{page}\n" for page in pages).encode()
    assert golden("housing.pdf.txt", told) == told


def test_the_same_record_is_the_same_file_on_every_day() -> None:
    assert pdf.render(HOUSING, LINK) == pdf.render(HOUSING, LINK)


def test_every_sheet_has_its_number_the_digest_and_the_link() -> None:
    content = pdf.render(HOUSING, LINK)
    pages = readers.pdf_pages(content)
    assert 3 <= len(pages) <= 6
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in words_of(page)
        assert f"sha256 {DIGEST}" in words_of(page)
        assert LINK in words_of(page)
    assert readers.links(content) == {LINK}


def test_paper_says_the_decision_first_and_walks_back_to_the_raw_ideas() -> None:
    first, *rest = readers.pdf_pages(pdf.render(HOUSING, LINK))
    told = words_of(" ".join([first, *rest]))
    order = [HOUSING["decision"], HOUSING["why"], "Mara Ellis", "What happens next", "How we got there"]
    places = [words_of(first).index(one) for one in order]
    assert places == sorted(places)
    for idea in HOUSING["ideas"]:
        assert squeezed(idea["text"]) in squeezed(told)
    assert told.index("Cheaper to build") < told.index("In Taupo Penny Homes") < told.index("The shortlist ends here")


def test_dots_are_drawn_as_shapes_and_counted_as_numbers() -> None:
    """A circle is four curves; no row of the paper is a picture."""
    page = readers.pdf(pdf.render(HOUSING, LINK)).pages[1]
    curves = len(re.findall(rb" c\s", page.get_contents().get_data()))  # type: ignore[union-attr]
    told = [line for line in HOUSING["rounds"][0]["tally"] if line["dots"]]
    assert curves >= 4 * sum(line["dots"] for line in told if line["dots"] in (11, 9, 5, 8, 6))
    assert not [image for page in readers.pdf(pdf.render(HOUSING, LINK)).pages for image in page.images]


def test_letters_of_every_script_are_in_the_file() -> None:
    fonts = readers.pdf_fonts(pdf.render(record.build(samples.hostile()), LINK))
    assert all(fonts.values())
    for face in ("Bricolage", "NotoSans-", "NotoSansArabic", "NotoSansHebrew", "CJK", "NotoEmoji"):
        assert any(face in name for name in fonts), (face, sorted(fonts))


def test_chinese_japanese_and_korean_come_in_their_own_letters() -> None:
    texts = ["直す かな", "直接 한국어", "门 这个", "門 這個"]
    told = record.build(replace(samples.alone(), question=" ".join(texts[:1]), problem=texts[1], constraint=texts[2]))
    fonts = " ".join(readers.pdf_fonts(pdf.render(told, LINK)))
    assert re.search(r"CJK ?-?JP", fonts, re.IGNORECASE), fonts
    assert re.search(r"CJK ?-?KR", fonts, re.IGNORECASE), fonts
    assert re.search(r"CJK ?-?SC", fonts, re.IGNORECASE), fonts


def test_right_to_left_begins_on_the_right() -> None:
    """Where the question is drawn on a slide, in pixels from the left edge of its line."""

    def span(question: str) -> tuple[int, int]:
        told = record.build(replace(samples.alone(), question=question))
        line = readers.picture(slide.png(told, LINK)).crop((112, 70, 1600, 130))
        paper = Image.new("RGB", line.size, line.getpixel((0, 0)))
        box = ImageChops.difference(line, paper).getbbox()
        assert box is not None
        return box[0], box[2]

    assert span("Left to right")[0] < 10
    assert span("السكن حق للجميع")[0] > 1000
    assert span("שלום עולם")[0] > 1000


@pytest.mark.parametrize("form", ["pdf", "svg", "png"])
@pytest.mark.parametrize("text", CODE, ids=range(len(CODE)))
def test_words_of_people_are_never_code(text: str, form: str) -> None:
    board = samples.alone()
    assert board.decision is not None
    decision = structs.replace(board.decision, decision=text, why=text, owner=text[:120])
    ideas = dict.fromkeys(board.ideas, text)
    told = record.build(replace(board, question=text, problem=text, ideas=ideas, decision=decision))
    if form != "pdf":
        assert {"svg": slide.svg, "png": slide.png}[form](told, LINK)
        return
    read = squeezed("".join(readers.pdf_pages(pdf.render(told, LINK))))
    if text.isascii():
        assert read.count(squeezed(text)) >= 2
    assert "root:x:" not in read


def test_a_long_word_stays_on_the_page() -> None:
    board = replace(samples.alone(), question="x" * 1000)
    assert sum(page.count("x") for page in readers.pdf_pages(pdf.render(record.build(board), LINK))) >= 1000
    at: list[float] = []
    page = readers.pdf(pdf.render(record.build(board), LINK)).pages[0]
    page.extract_text(visitor_text=lambda word, _cm, matrix, *_: at.append(matrix[4]) if "xxx" in word else None)
    assert len(at) > 5


@pytest.mark.parametrize("form", ["pdf", "svg", "png"])
def test_a_missing_face_costs_its_look_and_not_the_file(monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    bare = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[])
    monkeypatch.setattr(typeset, "faces", lambda: bare)
    told = record.build(samples.hostile())
    assert {"pdf": pdf.render, "svg": slide.svg, "png": slide.png}[form](told, LINK)


def test_a_missing_package_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "PACKAGES", ("no_such_package", "manimgx_fonts"))
    assert [Path(str(folder)).name for folder in typeset.folders()] == ["manimgx_fonts"]


# --- slide -----------------------------------------------------------------------------------------------------------


def alike(one: bytes, other: bytes) -> float:
    """Mean difference of two pictures, in shades out of 255."""
    return float(max(ImageStat.Stat(ImageChops.difference(readers.picture(one), readers.picture(other))).mean))


def test_the_picture_of_the_real_board_looks_as_it_did() -> None:
    made = slide.png(HOUSING, LINK)
    assert readers.picture(made).size == (1920, 1080)
    assert alike(made, golden("housing.png", made)) < 0.05


def test_the_drawing_is_as_it_was() -> None:
    made = slide.svg(HOUSING, LINK)
    assert golden("housing.svg", made) == made


def test_another_program_draws_the_svg_like_the_picture() -> None:
    shown, drawn = readers.picture(slide.png(HOUSING, LINK)), readers.drawn(slide.svg(HOUSING, LINK), 1920)
    assert drawn.size == shown.size
    assert max(ImageStat.Stat(ImageChops.difference(shown, drawn)).mean) < 1.5


def test_the_drawing_says_its_words_and_numbers_as_text() -> None:
    root = ET.fromstring(slide.svg(record.build(samples.hostile()), LINK))  # noqa: S314 - our own
    assert {one.tag.rpartition("}")[2] for one in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "g",
        "path",
        "use",
        "defs",
        "symbol",
        "clipPath",
        "rect",
    }
    told = slide.description(HOUSING)
    for line in HOUSING["shortlist"]:
        assert f"“{line['name']}”: {line['dots']} dots" in told
    assert "Mara Ellis" in told
    assert "<script>alert(1)</script>" in (root[0].text or "")


@pytest.mark.parametrize("name", ["recommendation", "alone", "crowd", "hostile"])
def test_every_board_fits_on_a_slide(name: str) -> None:
    """The paper colour is untouched along the edges."""
    shown = readers.picture(slide.png(record.build(getattr(samples, name)()), LINK))
    paper = shown.getpixel((3, 3))
    for box in ((0, 0, 1920, 50), (0, 1030, 1920, 1080), (0, 0, 90, 1080), (1850, 0, 1920, 1080)):
        assert shown.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), paper)], box


# --- drafts ----------------------------------------------------------------------------------------------------------


def test_a_draft_says_so_on_every_sheet_and_has_no_digest() -> None:
    pages = [words_of(page) for page in readers.pdf_pages(pdf.render(DRAFT))]
    assert all("Draft, nothing here is final" in page for page in pages)
    assert "sha256" not in " ".join(pages)
    assert "Draft" not in " ".join(readers.pdf_pages(pdf.render(HOUSING, LINK)))


def test_a_draft_picture_bears_the_mark() -> None:
    """Its colour is used for nothing else."""
    told = [readers.picture(slide.png(one)).crop((1200, 60, 1860, 140)) for one in (DRAFT, HOUSING)]
    marked = [sum(count for count, colour in one.getcolors(1 << 20) or () if colour == (0x7D, 0x52, 0)) for one in told]
    assert marked[0] > 500
    assert marked[1] == 0
    assert "Draft: this board is still at work" in slide.svg(DRAFT).decode()
