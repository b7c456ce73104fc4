"""Words as a reader counts them, in scripts with and without spaces; nothing that is drawn as one is divided."""

import pytest

from board.markdown.words import LONGEST, is_word, words_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("Two spaces, per_home.", ["Two", " ", "spaces", ",", " ", "per_home", "."]),
        ("שָׁלוֹם עולם", ["שָׁלוֹם", " ", "עולם"]),
        ("हिन्दी में", ["हिन्दी", " ", "में"]),
        ("cafe\u0301 é", ["cafe\u0301", " ", "é"]),
        ("会議は10時", ["会", "議", "は", "10", "時"]),
        ("ภาษา", ["ภ", "า", "ษ", "า"]),
        ("한국어 문서", ["한국어", " ", "문서"]),
        ("👩‍👩‍👧🏽x", ["👩‍👩‍👧🏽", "x"]),
        ("🇫🇷🇮🇱", ["🇫🇷", "🇮🇱"]),
        ("❤️!", ["❤️", "!"]),
    ],
)
def test_the_parts_of_a_text(text: str, parts: list[str]) -> None:
    assert words_of(text) == parts
    assert "".join(words_of(text)) == text


def test_spaces_and_punctuation_are_no_words() -> None:
    assert [part for part in words_of("One, 会! 🇫🇷\n") if is_word(part)] == ["One", "会"]


@pytest.mark.parametrize("text", ["x" * 250, "e" + "\u0301" * 250, "\u200d" * 250])
def test_a_word_without_end_is_several(text: str) -> None:
    assert [len(part) for part in words_of(text)][:2] == [LONGEST, LONGEST]
    assert "".join(words_of(text)) == text
