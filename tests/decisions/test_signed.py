"""Names under ideas: a record with one says that nobody checked it, and a record without one says nothing of names."""

import csv
import io

import pytest

from board.decisions import record
from board.decisions.exports import pdf
from tests.decisions import readers, samples
from tests.decisions.rendering import render

UNCHECKED = "Names under ideas are as typed. Nobody checked them."

pytestmark = pytest.mark.usefixtures("unbuilt")


@pytest.mark.parametrize(
    ("name", "signed"), [("housing", True), ("hostile", True), ("recommendation", True), ("alone", False)]
)
def test_the_reader_of_a_name_is_told_that_nobody_checked_it(name: str, signed: bool) -> None:
    told = record.build(getattr(samples, name)())
    assert any(one.get("signed") for one in told["ideas"]) is signed
    for ending in ("html", "md"):
        assert render(ending, told).decode().count(UNCHECKED) == signed, ending
    pages = readers.pdf_pages(pdf.render(told))
    assert (UNCHECKED in " ".join(" ".join(pages).split())) is signed
    rows = list(csv.reader(io.StringIO(render("csv", told).decode("utf-8-sig"))))[1:]
    assert [row[4] != "" for row in rows] == ["name as typed, not checked" in row[-1] for row in rows]


def test_the_record_itself_says_what_it_said() -> None:
    told = record.build(samples.housing())
    assert told["format"] == "shortlist-decision/1"
    assert "checked" not in render("json", told).decode()


def test_a_draft_with_a_name_says_so_too() -> None:
    draft = record.draft(samples.housing())
    assert UNCHECKED in render("md", draft).decode()
