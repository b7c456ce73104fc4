"""Pasted lines, held to the same table as the splitter of the page."""

import json
from pathlib import Path

import pytest

from board.imports.lines import split

CASES = json.loads((Path(__file__).parents[1] / "data" / "split.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["pasted"])[:20])
def test_each_line_is_an_idea_without_its_mark(case: dict[str, list[str]]) -> None:
    assert [idea for _, idea in split(str(case["pasted"])) if idea] == case["ideas"]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    assert list(split("- one\r\n\r\n3.\n\n  two\n\n\n")) == [(1, "one"), (2, ""), (3, ""), (4, ""), (5, "two")]
