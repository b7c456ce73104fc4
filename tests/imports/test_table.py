"""Tables: delimiters, headers, quotation marks, and rows that do not fit."""

from pathlib import Path

import pytest

from board.imports.draft import Draft, Then
from board.imports.reading import Kind, Read, read_text

POLIS = Path(__file__).parents[1] / "data" / "polis" / "comments.csv"


def table(text: str) -> Draft:
    found = read_text(text, Kind.TABLE)
    assert isinstance(found, Read)
    return found.draft


def taken(found: Draft) -> list[tuple[str, str | None]]:
    return [(one.text, None if one.group is None else found.groups[one.group]) for one in found.ideas]


def found_in(draft: Draft) -> list[tuple[str, tuple[int, ...]]]:
    return [(one.key, one.places) for one in draft.problems]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("idea", "group"), [("idea", "group"), ("Idee", "Gruppe"), ("TEXT", "Category"), ("idée", "thème")]
)
def test_columns_are_found_by_name_whatever_divides_them(delimiter: str, idea: str, group: str) -> None:
    rows = [[group, idea], ["Costs", "Buy, together; now"], ["", '"Ask" twice'], ["Costs", "two\nlines"]]
    text = "\n".join(delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    found = table(text)
    assert taken(found) == [("Buy, together; now", "Costs"), ('"Ask" twice', None), ("two\nlines", "Costs")]
    assert found.problems == []


def test_places_are_lines_of_the_file() -> None:
    found = table('idea,group\n"two\nlines",A\n,\none,A,\none,B\n\nlast,\n')
    assert taken(found) == [("two\nlines", "A"), ("one", "A"), ("last", None)]
    assert found_in(found) == [("ideas-empty", (4, 7)), ("ideas-same", (6,))]


def test_a_column_that_is_not_taken_over_is_named() -> None:
    found = table("author,idea,date\nAnn,one,May\n")
    assert taken(found) == [("one", None)]
    assert found_in(found) == [("ideas-unknown-columns", ())]
    assert (found.problems[0].columns, found.problems[0].then) == (("author", "date"), Then.KEPT)


def test_a_row_of_another_width_is_left_out_and_said() -> None:
    found = table("idea,group\nBuild, then rent,Costs\none\n")
    assert taken(found) == [("one", None)]
    assert found_in(found) == [("ideas-other-width", (2,))]
    assert found.problems[0].params.items() >= {"columns": 3, "wanted": 2}.items()
    assert found.problems[0].excerpt == "Build then rent Costs"
    wide = table("group;idea\nA\n")
    assert taken(wide) == []
    assert wide.problems[0].params.items() >= {"columns": 1, "wanted": 2}.items()


def test_a_quotation_mark_that_is_never_closed_is_found_where_it_opens() -> None:
    found = table('idea,group\none,A\n"two,A\nthree,A\n')
    assert taken(found) == [("one", "A")]
    assert found_in(found) == [("ideas-open-quote", (3,))]
    assert found.problems[0].excerpt == '"two,A'


def test_a_quotation_mark_that_swallows_the_file_is_found_too() -> None:
    found = table('idea,group\n"one,A\n' + "filler,\n" * 40_000)
    assert taken(found) == []
    assert found_in(found) == [("ideas-open-quote", (2,))]


def test_one_column_needs_no_name() -> None:
    assert taken(table("one\ntwo\n")) == [("one", None), ("two", None)]
    assert taken(table("Idea\none\ntwo\n")) == [("one", None), ("two", None)]


def test_other_delimiters_and_other_columns_say_what_to_do() -> None:
    assert found_in(table("idea|group\none|A\n")) == [("ideas-wrong-delimiter", ())]
    found = table("a,b\none,A\n")
    assert taken(found) == []
    assert found_in(found) == [("ideas-no-idea-column", ())]
    assert found.problems[0].columns == ("a", "b")


def test_a_spreadsheet_may_say_its_delimiter() -> None:
    assert taken(table("sep=|\nidea|group\none|A\n")) == [("one", "A")]


def test_nothing_is_nothing() -> None:
    assert taken(table("")) == []
    assert taken(table("\n\n")) == []
    assert taken(table("idea,group\n")) == []


def test_an_apostrophe_of_somebody_else_stays() -> None:
    assert taken(table("idea\n'-1 is too few\n")) == [("'-1 is too few", None)]


def test_the_real_conversation_comes_in_whole() -> None:
    found = table(POLIS.read_text("utf-8"))
    assert len(found.ideas) == 165
    assert found.ideas[0].text.startswith("In Taupo Penny Homes can make homes which sell for under $400,000.  Get dev")
    (only,) = found.problems
    assert only.key == "ideas-unknown-columns"
    assert only.columns[:6] == ("timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees")
    assert len(only.columns) == 7
