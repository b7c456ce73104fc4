"""What cannot be seen: the same table on both sides, and what a text becomes by it (twin of `limits.test.ts`)."""

import json
import re
import sys
import unicodedata
from pathlib import Path

import pytest

from board.canvas.invisible import BLANK
from board.canvas.text import IDEA, check, trimmed, without_controls
from board.errors import Refused
from board.protocol.refusals import Refusal
from tests.canvas import invisible_table

CASES = json.loads((Path(__file__).parents[1] / "data" / "invisible.json").read_text("utf-8"))
KEPT = [*CASES["kept"].values()]


@pytest.mark.parametrize("side", ["python", "typescript"])
def test_the_tables_are_what_the_script_makes(side: str) -> None:
    """Any version of Unicode makes the same table: what it may assign later is reserved in it already."""
    file = invisible_table.PYTHON if side == "python" else invisible_table.TYPESCRIPT
    there = file.read_text("utf-8")
    version = re.search(r"from Unicode (\d+\.\d+\.\d+),", there)
    assert version is not None
    assert getattr(invisible_table, side)(version[1]) == there


def test_nothing_that_people_write_with_is_blank() -> None:
    blank = re.compile(f"[{BLANK}]")
    found = {code for code in range(sys.maxunicode + 1) if blank.fullmatch(chr(code))}
    # Fillers and inherent vowels have the category of letters and marks, and the three blank symbols that of symbols.
    letters = {chr(code) for code in found if unicodedata.category(chr(code))[0] not in "CM"}
    assert letters == set("\u115f\u1160\u3164\uffa0\u2800\ufffc\U0001d159")
    assert not {0x0600, 0x06DD, 0x070F, 0x08E2, 0x110BD, 0xFFFD, 0x20E3} & found


@pytest.mark.parametrize("text", CASES["empty"].values(), ids=CASES["empty"])
def test_a_text_that_draws_nothing_is_empty(text: str) -> None:
    assert trimmed(text) == ""


@pytest.mark.parametrize("text", KEPT, ids=CASES["kept"])
def test_what_is_drawn_is_kept_as_it_is(text: str) -> None:
    assert trimmed(f"\n{text} ") == text
    assert without_controls(text) == text
    assert check(text, most=IDEA) is None


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["code"])
def test_controls_and_overrides_are_refused_by_name(case: dict[str, str]) -> None:
    refused = Refused(Refusal.CONTROL_CHARACTER, character=case["code"])
    assert check(trimmed(case["text"]), most=IDEA) == refused
    assert without_controls(case["text"]) == case["cleaned"]
    assert check(case["cleaned"], most=IDEA) is None
