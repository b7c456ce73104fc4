"""What the typesetter gets to know of a text: where it may break, which way it runs, and what it can set in time."""

import pytest

from board.records.exports.script import MOST_WIDTHLESS, UNBROKEN, breakable, ours, said

BREAK = "\u200b"


def test_a_long_word_may_break_and_a_short_one_may_not() -> None:
    assert breakable("a" * UNBROKEN) == "a" * UNBROKEN
    assert breakable("a" * (UNBROKEN + 1)).split(BREAK) == ["a" * 12, "a" * 12, "a"]


def test_in_a_narrow_column_shorter_words_may_break() -> None:
    assert breakable("abcdefghijkl and", 8) == f"abcd{BREAK}efgh{BREAK}ijkl and"


@pytest.mark.parametrize("sign", ["\u0301", "\u200d", "\u200b", "\u200e", "\u20dd", "\U000e0041"])
def test_signs_without_a_width_are_bounded(sign: str) -> None:
    """The time that the typesetter takes for them grows with the square of their number."""
    set_in = breakable(f"a{sign * 100_000}b")
    assert set_in.replace(BREAK, "").strip("ab") == (sign * MOST_WIDTHLESS).replace(BREAK, "")


def test_signs_that_have_a_width_are_all_there() -> None:
    text = "😀" * 500 + "e\u0301" * 500 + "—" * 500 + "👩\u200d" * 500
    assert breakable(text).replace(BREAK, "") == text


def test_our_sentence_runs_left_to_right_around_words_that_do_not() -> None:
    name, title = "\u05d3\u05e0\u05d4", "\u062e\u0637\u0629 \u0628\u064a\u062a 2027"
    assert said(f"{name}, 26 November")["rtl"]
    assert ours(f"{name}, 26 November") == {
        "text": f"\u2068{name}\u2069, 26 November",
        "rtl": False,
        "letters": "en",
    }
    assert ours(f"{title}, in 60 minutes")["text"] == f"\u2068{title}\u2069, in 60 minutes"
    assert ours("A plan, in 60 minutes")["text"] == "A plan, in 60 minutes"
    apart = f"\u2068{title} (v2)\u2069, in 60 minutes"
    assert ours(apart)["text"] == apart
