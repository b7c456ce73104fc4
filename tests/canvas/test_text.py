"""What a text may be: trimmed at both ends, and otherwise exactly what somebody wrote; `test_invisible` says more."""

import pytest

from board.canvas.text import IDEA, check, trimmed
from board.errors import Refused
from board.protocol.refusals import Refusal


@pytest.mark.parametrize("text", ["a", "漢" * 1000, "👩‍👩‍👧", "e\u0301", "one\n\ntwo", "a\u200db"])
def test_kept_as_it_is(text: str) -> None:
    assert check(text, most=IDEA) is None
    assert trimmed(f" \n{text}\t ") == text


def test_nothing_is_normalised() -> None:
    assert trimmed("e\u0301") == "e\u0301"
    assert trimmed("ﬁ") == "ﬁ"


def test_too_long_says_how_long() -> None:
    assert check("x" * 1001, most=IDEA) == Refused(Refusal.TOO_LONG, limit=1000, length=1001)


def test_length_counts_code_points() -> None:
    assert check("😀" * IDEA, most=IDEA) is None
    assert check("😀" * (IDEA + 1), most=IDEA) is not None


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "a\udfff", ""])
def test_what_cannot_be_kept(text: str) -> None:
    assert check(text, most=IDEA) is not None


def test_empty_is_allowed_where_a_text_may_be_left_out() -> None:
    assert check("", most=IDEA, empty=True) is None
