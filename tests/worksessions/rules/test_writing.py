"""Where in a text something is added, in every script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.errors import Refused
from board.protocol.refusals import Refusal
from board.worksessions.rules import writing

TEXT = "# Brief\n\n## Scope\n\n- one\n- two\n\n## Price\n\n## Date\n\nsoon\n"


def words(text: str) -> list[str]:
    return [one.words for one in writing.headings(text)]


def test_a_paragraph_goes_to_the_end_of_its_section() -> None:
    assert writing.added(TEXT, "three", "Scope") == TEXT.replace("- two\n\n", "- two\n\nthree\n\n")
    assert writing.added(TEXT, "900", "Price") == TEXT.replace("## Price\n\n", "## Price\n\n900\n\n")
    assert writing.added(TEXT, "or later", "Date") == f"{TEXT}\nor later\n"


def test_what_has_no_heading_goes_to_the_end() -> None:
    assert writing.added(TEXT, "more") == writing.added(TEXT, "more", "Colour") == f"{TEXT}\nmore\n"
    assert writing.added("", "first") == writing.added("\n\n", "first") == "first\n"


def test_the_title_is_a_section_too_and_ends_at_the_next_heading() -> None:
    assert writing.added(TEXT, "for whom", "Brief").startswith("# Brief\n\nfor whom\n\n## Scope\n")


def test_of_two_headings_of_the_same_words_the_first_counts() -> None:
    assert writing.added("## A\n\n## A\n", "x", "A") == "## A\n\nx\n\n## A\n"


@pytest.mark.parametrize("heading", ["Ëlan", "👩‍👩‍👧 Familie", "שלום עולם", "漢字", "e\u0301"])
def test_headings_and_lines_of_every_script(heading: str) -> None:
    text = f"# 😀😀 שלום\n\n## {heading}\n\nëé\n\n## Next 👍\n\nbehind\n"
    after = writing.added(text, "ש 🙂 ë", heading)
    assert after == text.replace("ëé\n\n", "ëé\n\nש 🙂 ë\n\n")
    assert words(after) == words(text)


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("# One", "One"),
        ("###### Six ######", "Six"),
        ("   ## Indented", "Indented"),
        ("##\tTab", "Tab"),
        ("## C#", "C#"),
        ("##", ""),
        ("## #", ""),
        ("    ## Code", None),
        ("####### Seven", None),
        ("#hashtag", None),
        ("text ## no", None),
    ],
)
def test_what_is_a_heading(line: str, heading: str | None) -> None:
    assert words(f"before\n{line}\nbehind") == ([] if heading is None else [heading])


def test_a_fence_hides_headings_until_it_ends() -> None:
    assert words("```py\n# no\n~~~\n```\n# yes\n") == ["yes"]
    assert words("~~~~\n# no\n~~~\n# no\n~~~~\n# yes") == ["yes"]
    assert words("``` a`b\n# yes") == ["yes"]
    assert words("```\n# no") == []


def test_a_long_line_of_blanks_takes_no_time() -> None:
    assert words("# " + " " * 100_000 + "x" + " #" * 50_000 + "\n")[0].startswith("x")


def test_line_ends_and_controls_of_elsewhere_go() -> None:
    assert writing.normalised("a\r\nb\rc\x0bd\x00e\u202ef\tg") == "a\nb\nc\nd" + "ef\tg"


def test_a_text_may_always_become_shorter() -> None:
    assert writing.check_size("x" * 10, "x" * 11, 10) == Refused(Refusal.TOO_LONG, limit=10, length=11)
    assert writing.check_size("x" * 20, "y" * 19, 10) is None
    assert writing.check_size("x" * 20, "y" * 20, 10) is None
    assert writing.check_size("", "\ud800", 10) == Refused(Refusal.BROKEN_CHARACTER)


def test_a_condition_has_one_heading() -> None:
    once = writing.with_heading("# Brief\n", "the\nprice")
    assert once == "# Brief\n\n## the price\n"
    assert writing.with_heading(once, "the price") == once


def test_a_heading_is_renamed_with_what_stands_under_it() -> None:
    text = "# Brief\n\n### Price ###\n\n900\n\n## Price\n"
    assert writing.renamed(text, "Price", "Cost") == "# Brief\n\n### Cost\n\n900\n\n## Price\n"
    assert writing.renamed(text, "Colour", "Cost") == text


def test_only_a_heading_with_nothing_under_it_goes() -> None:
    assert writing.without_empty(TEXT, "Price") == TEXT.replace("## Price\n\n", "")
    assert writing.without_empty(TEXT, "Scope") == TEXT
    assert writing.without_empty("# A\n\n## B\n\n", "B") == "# A\n\n"


lines = st.lists(st.sampled_from(["", "# A", "## B", "text", "```", "- x", "ë😀"]), max_size=12).map("\n".join)


@given(lines, st.sampled_from([None, "A", "B", "C"]))
def test_nothing_that_stood_there_is_lost(text: str, heading: str | None) -> None:
    after = writing.added(text, "the new line", heading)
    kept = [line for line in after.split("\n") if line and line != "the new line"]
    assert kept == [line for line in text.split("\n") if line]
    assert after.count("the new line") == 1
