"""CSV: safe in a spreadsheet, read back as it was written, and each dot in it once."""

import csv
import io
import re

import pytest

from board.decisions import record
from board.decisions.exports.csv import safe
from tests.decisions import samples
from tests.decisions.rendering import render

HOUSING = record.build(samples.housing())
HOSTILE = record.build(samples.hostile())


def rows(content: bytes) -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_keeps_every_character_and_runs_nothing() -> None:
    content = render("csv", HOSTILE)
    cells = [cell for row in rows(content) for cell in row.values()]
    for text in samples.HOSTILE:
        assert safe(text) in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "'=cmd" in cells


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_would_run_gets_an_apostrophe(start: str) -> None:
    assert safe(f"{start}1+1") == f"'{start}1+1"
    assert safe(f"1{start}") == f"1{start}"


@pytest.mark.parametrize("own", ["'=A1", "''-7", "'\tB2"])
def test_the_first_apostrophe_can_always_be_taken_off_again(own: str) -> None:
    """Somebody wrote the apostrophe: the cell must not read as the same text without it."""
    assert safe(own) == f"'{own}"
    assert safe(own.lstrip("'")) != safe(own)
    assert safe("'tis 7") == "'tis 7"


@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_csv_runs_nothing_whatever_else_divides_cells(divider: str) -> None:
    """A spreadsheet asks what divides cells; its own suggestion may be commas, semicolons and tabs together."""
    ideas = [
        {"idea": str(at), "number": at, "text": f"x{before}{divider}=1+1"} for at, before in enumerate(["", "\t", " "])
    ]
    content = render("csv", HOSTILE | {"ideas": ideas, "clusters": []}).decode("utf-8-sig")
    # As one that takes all of them: outside quotation marks each is a comma.
    outside = re.split(r'("(?:[^"]|"")*")', content)
    outside[::2] = [re.sub("[;\t]", ",", text) for text in outside[::2]]
    cells = {cell for row in csv.reader(io.StringIO("".join(outside), newline="")) for cell in row}
    assert {idea["text"] for idea in ideas} <= cells
    assert "=1+1" not in cells


def test_csv_has_each_dot_once() -> None:
    told = rows(render("csv", HOUSING))
    assert sum(int(row["dots"] or 0) for row in told) == sum(line["dots"] for line in HOUSING["rounds"][0]["tally"])
    assert [row["text"] for row in told if row["shortlist"] == "1"] == ["Cheaper to build"]
    assert len([row for row in told if row["kind"] == "idea"]) == 42
