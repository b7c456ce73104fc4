"""The lines of a text as people read them: no mark of Markdown is left, and what they are is kept."""

import pytest

from board.markdown.rows import Row, rows_of


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("# A *brief*", [("heading", 1, "A brief")]),
        ("Set\n---", [("heading", 2, "Set")]),
        ("one\n**two**  \nthree", [("text", 0, "one"), ("text", 0, "two"), ("text", 0, "three")]),
        ("- a\n  goes on\n  - b", [("item", 1, "a"), ("text", 1, "goes on"), ("item", 2, "b")]),
        ("1. [x] done", [("item", 1, "☑ done")]),
        ("> said", [("quote", 0, "said")]),
        ("| a | b |\n|---|---|\n| 1 | *2* |", [("cells", 0, "a · b"), ("cells", 0, "1 · 2")]),
        ("```\nx = 1\n\ny\n```", [("code", 0, "x = 1"), ("code", 0, ""), ("code", 0, "y")]),
        ("[here](https://example.org) ![a map](x.png)", [("text", 0, "here a map")]),
        ("***", [("rule", 0, "")]),
        ("<b>x</b>", [("text", 0, "<b>x</b>")]),
        ("\n\n", []),
    ],
)
def test_the_lines_of_a_text(text: str, rows: list[tuple[str, int, str]]) -> None:
    assert [row[:3] for row in rows_of(text)] == rows


@pytest.mark.parametrize("other", ["**one** two", "one **two**", "[one](https://a.org) two", "`one` two", "# one two"])
def test_another_format_is_another_line(other: str) -> None:
    (mine,), (theirs,) = rows_of("one two"), rows_of(other)
    assert (mine.text, mine.key == theirs.key) == (theirs.text, False)


def test_a_text_that_would_take_too_long_stands_as_it_was_typed() -> None:
    assert rows_of("*a\n\n" * 40_000)[:2] == [Row("plain", 0, "*a"), Row("plain", 0, "*a")]
