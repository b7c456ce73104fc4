"""The size of a question: the served page and its island set it alike (`frontend/src/board/parts/question.tsx`)."""

from typing import Any

import pytest

from board.web.pages import question_size
from tests.vectors import vectors


@pytest.mark.parametrize("case", vectors("size"), ids=lambda case: f"{case['times']} x {case['text'][:9]!a}")
def test_a_long_question_is_set_smaller(case: dict[str, Any]) -> None:
    assert question_size(case["text"] * case["times"]) == case["size"]
