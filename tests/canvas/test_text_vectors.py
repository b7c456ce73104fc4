"""How long a text is, and whether it is empty: the page counts alike (`frontend/src/kit/text/rules.ts`)."""

from typing import Any

import pytest

from board.canvas.text import check, trimmed
from tests.vectors import vectors


@pytest.mark.parametrize("case", vectors("text"), ids=lambda case: f"{case['text'][:9]!a} of {case['length']}")
def test_length_and_emptiness(case: dict[str, Any]) -> None:
    text = trimmed(case["text"] * case.get("times", 1))
    assert text == case.get("trimmed", text)
    assert len(text) == case["length"]
    too_long = check(text, most=case["most"], empty=True) is not None
    assert (None if text and not too_long else "long" if text else "empty") == case["unfit"]
