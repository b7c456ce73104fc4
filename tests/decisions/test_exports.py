"""Every form of a record: golden files for a real board, and no harm to or by what people write."""

import csv
import io
import json
import os
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from board.decisions import canonical, record
from board.decisions.assets import Assets, load
from board.decisions.exports import FORMS, filename, html, mail, markdown
from board.decisions.exports.csv import safe
from tests.decisions import readers, samples

GOLDEN = Path(__file__).parent / "golden"
HOUSING = record.build(samples.housing())
HOSTILE = record.build(samples.hostile())
UNBUILT = Assets((), (), Path("nowhere"))


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


@pytest.fixture(autouse=True)
def unbuilt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the front end's build, so that golden files do not change with it."""
    monkeypatch.setattr(html, "load", lambda: UNBUILT)


# The forms of the typesetter are in test_exports_typeset.
WRITTEN = ("html", "md", "csv", "json")


@pytest.mark.parametrize("ending", [*WRITTEN, "txt"])
def test_the_real_board_looks_as_it_did(ending: str) -> None:
    """After a change that was meant: GOLDEN=write pytest tests/decisions, then read the difference."""
    made = mail.render(HOUSING, "https://example.org/d").encode() if ending == "txt" else FORMS[ending][1](HOUSING)
    file = GOLDEN / f"housing.{ending}"
    if os.environ.get("GOLDEN") == "write":
        file.write_bytes(made)
    assert made == file.read_bytes()


@pytest.mark.parametrize("name", ["recommendation", "alone", "crowd", "hostile"])
@pytest.mark.parametrize("ending", WRITTEN)
def test_every_board_has_every_form(name: str, ending: str) -> None:
    assert FORMS[ending][1](record.build(getattr(samples, name)()))


@pytest.mark.parametrize("ending", ["md", "csv", "json"])
def test_drafts_are_told_too_and_say_so(ending: str) -> None:
    told = FORMS[ending][1](
        record.draft(replace(samples.housing(), decision=None, consents=(), phase="decide"))
    ).decode()
    assert "How can homes here become affordable again?" in told or ending == "csv"
    assert "shortlist-draft/1" in told if ending == "json" else "Draft: this board is still at work" in told
    if ending == "md":
        assert "Nothing has been decided yet." in told
        assert "sha256" not in told


# --- CSV -------------------------------------------------------------------------------------------------------------


def rows(content: bytes) -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_keeps_every_character_and_runs_nothing() -> None:
    content = FORMS["csv"][1](HOSTILE)
    cells = [cell for row in rows(content) for cell in row.values()]
    for text in samples.HOSTILE:
        assert safe(text) in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "'=cmd" in cells


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_would_run_gets_an_apostrophe(start: str) -> None:
    assert safe(f"{start}1+1") == f"'{start}1+1"
    assert safe(f"1{start}") == f"1{start}"


@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_csv_runs_nothing_whatever_else_divides_cells(divider: str) -> None:
    """A spreadsheet asks what divides cells; its own suggestion may be commas, semicolons and tabs together."""
    ideas = [
        {"idea": str(at), "number": at, "text": f"x{before}{divider}=1+1"} for at, before in enumerate(["", "\t", " "])
    ]
    content = FORMS["csv"][1](HOSTILE | {"ideas": ideas, "clusters": []}).decode("utf-8-sig")
    # As one that takes all of them: outside quotation marks each is a comma.
    outside = re.split(r'("(?:[^"]|"")*")', content)
    outside[::2] = [re.sub("[;\t]", ",", text) for text in outside[::2]]
    cells = {cell for row in csv.reader(io.StringIO("".join(outside), newline="")) for cell in row}
    assert {idea["text"] for idea in ideas} <= cells
    assert "=1+1" not in cells


def test_csv_has_each_dot_once() -> None:
    told = rows(FORMS["csv"][1](HOUSING))
    assert sum(int(row["dots"] or 0) for row in told) == sum(line["dots"] for line in HOUSING["rounds"][0]["tally"])
    assert [row["text"] for row in told if row["shortlist"] == "1"] == ["Cheaper to build"]
    assert len([row for row in told if row["kind"] == "idea"]) == 42


# --- Markdown --------------------------------------------------------------------------------------------------------


def unescaped(text: str) -> str:
    return re.sub(r"\\([\\`*_{}\[\]<>#|~&$^=+:.)-])", r"\1", re.sub(r"@\u2060(?=\w|\\_)", "@", text))


def test_markdown_says_what_people_wrote_and_nothing_else() -> None:
    told = unescaped(markdown.render(HOSTILE).decode())
    for text in samples.HOSTILE:
        assert "<br>".join(line.strip() for line in text.strip().splitlines()) in told


def test_a_real_reader_of_markdown_reads_what_people_wrote() -> None:
    """CommonMark with tables: the texts come back whole, and nothing of them became anything else."""
    told = readers.markdown(markdown.render(HOSTILE))
    read = ["\n".join(line.strip() for line in block.splitlines()) for block in told.blocks]
    everything = readers.INVISIBLE.sub("", "\n\n".join(read))
    for text in (*samples.HOSTILE, HOSTILE["question"]):
        lines = "\n".join(line.strip() for line in text.strip().splitlines())
        assert readers.INVISIBLE.sub("", re.sub(" +", " ", lines)) in re.sub(" +", " ", everything)
    ours = {
        "h1",
        "h2",
        "h3",
        "p",
        "strong",
        "em",
        "ul",
        "li",
        "br",
        "code",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    assert told.elements <= ours
    assert markdown.render(HOSTILE).decode().count("`") == 2 + 4 * markdown.render(HOSTILE).decode().count("\\`") // 4


def test_markdown_calls_nobody() -> None:
    """A tracker that reads "@somebody" sends them a message."""
    assert not re.search(r"(?<![\w.])@\w", markdown.render(HOSTILE).decode())
    assert markdown.escaped("mail a@b.example") == "mail a@b.example"


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_markdown_escapes_can_be_taken_back(text: str) -> None:
    assume("@\u2060" not in text)
    made = markdown.escaped(text)
    lines = re.split(r"\r\n|[\n\r\v\f\u0085\u2028\u2029]", text)
    assert [unescaped(line) for line in made.split("<br>")] == [line.strip() for line in lines]
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]#|~&]", made)
    assert not re.search(r"(?<!\\)(?:\\\\)*<(?!br>)", made)


@pytest.mark.parametrize("line", ["- a", "+ a", "= a", "1. a", "23) a", ": a", "# a", "> a", "```", "* a", "| a |"])
def test_no_line_of_people_begins_a_block(line: str) -> None:
    assert not re.match(r"[-+=:#>`*|]|\d+[.)]", markdown.escaped(line))


# --- HTML ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("told", [HOUSING, HOSTILE], ids=["housing", "hostile"])
def test_the_file_stands_alone(told: record.Json) -> None:
    page = Reader(html.render(told).decode())
    assert page.open == []
    assert not {"script", "img", "link", "iframe", "form", "a"} & set(page.elements)
    assert not {"src", "href", "style", "onerror"} & {name for name, _ in page.attributes}


@pytest.mark.parametrize("alone", [True, False], ids=["file", "page"])
def test_a_page_says_everything_that_people_wrote(alone: bool) -> None:
    made = html.render(HOSTILE) if alone else html.page(HOSTILE, sha256="0" * 64, assets=UNBUILT)
    page = Reader(made.decode())
    for text in (*samples.HOSTILE, HOSTILE["question"]):
        assert text in page.words
    assert page.elements.count("script") == 0
    assert "img" not in page.elements


def test_page_and_file_say_the_same() -> None:
    page = html.page(HOUSING, sha256=canonical.digest(canonical.encode(HOUSING)), assets=UNBUILT).decode()
    file = html.render(HOUSING).decode()
    article = re.compile(r"<article.*(?=<footer)", re.DOTALL)
    assert article.findall(page) == article.findall(file) != []


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
    }
    (tmp_path / ".vite" / "manifest.json").write_text(json.dumps(manifest))
    built = load(tmp_path)
    inlined = built.inlined("Latin words")
    assert built.styles == ("/static/assets/shared.css", "/static/assets/decision.css")
    assert built.scripts == ("/static/assets/d.js",)
    assert "b{color:red}" in inlined
    assert "i{color:blue}" in inlined
    assert inlined.count("url(data:font/woff2;base64,") == 1
    assert "/static/" not in inlined
    assert built.inlined("chữ Việt").count("url(data:") == 2


# --- the rest --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["housing", "recommendation", "alone", "crowd", "hostile"])
def test_the_mail_has_ten_lines_at_most(name: str) -> None:
    told = record.build(getattr(samples, name)())
    lines = mail.render(told, "https://example.org/decisions/1").splitlines()
    assert 7 <= len(lines) <= 10
    assert max(map(len, lines)) <= mail.LONGEST + 1
    assert "https://example.org/decisions/1" in lines[-2]
    assert canonical.digest(canonical.encode(told)) in lines[-1]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How can homes here become affordable again?", "how-can-homes-here-become-affordable-again"),
        ('What’s next? / \\ : * " < > |', "whats-next"),
        ("", "decision"),
        ("🏡🏡", "decision"),
        ("住房应该怎么办?", "住房应该怎么办"),
        ("x" * 300, "x" * 60),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_files_are_called_after_the_question(question: str, expected: str) -> None:
    assert filename.stem(question) == expected
    header = filename.disposition(question + '"\r\nX: y', "md")
    assert "\r" not in header
    assert "\n" not in header
    assert header.isascii()
