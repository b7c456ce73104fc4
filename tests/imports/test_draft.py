"""What comes along, and what is found about each line that does not."""

import pytest

from board.brainstorm.state.context import Limits
from board.errors import Refused
from board.imports import draft
from board.imports.draft import Draft, Gathering, Then
from board.imports.encoding import Text, decode
from board.imports.reading import Kind, Read, kind_of, read_text
from board.imports.sentences import sentence
from board.protocol.refusals import Refusal


def lines(text: str) -> Draft:
    found = read_text(text, Kind.LINES)
    assert isinstance(found, Read)
    return found.draft


def table(text: str) -> Draft:
    found = read_text(text, Kind.TABLE)
    assert isinstance(found, Read)
    return found.draft


def told(draft: Draft) -> list[tuple[str, dict[str, str | int], Then]]:
    return [(one.key, dict(one.params), one.then) for one in draft.problems]


def at(*places: int, **params: int) -> dict[str, str | int]:
    """The parameters of a problem about lines."""
    return {"of": "line", "at": places[0], "count": len(places), **params}


def texts(draft: Draft) -> list[str]:
    return [one.text for one in draft.ideas]


def test_limits_are_those_of_a_board() -> None:
    assert Limits().clusters == draft.MOST_GROUPS


def test_every_problem_names_its_line_and_what_happens_to_it() -> None:
    long = "x" * 1204
    found = lines(f"one\n- two\n{long}\n\none\nbroken \ud800 here\n• \nthree\n\n")
    assert texts(found) == ["one", "two", "three"]
    assert told(found) == [
        ("ideas-too-long", at(3, length=1204, limit=1000), Then.OUT),
        ("ideas-empty", at(4, 7), Then.OUT),
        ("ideas-same", at(5, other=1), Then.ONCE),
        ("ideas-unstorable", at(6), Then.OUT),
    ]
    assert found.problems[1].places == (4, 7)
    assert found.problems[0].excerpt == "x" * 70 + "…"
    assert found.problems[3].excerpt == ""


def test_a_thousand_code_points_fit_and_nothing_is_ever_shortened() -> None:
    found = lines("🎈" * 1000 + "\n" + "🎈" * 1001)
    assert texts(found) == ["🎈" * 1000]
    assert told(found) == [("ideas-too-long", at(2, length=1001, limit=1000), Then.OUT)]


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([31], "Line 31: empty."),
        ([2, 3, 4, 9], "Lines 2–4 and 9: empty."),
        ([2, 4, 6], "Lines 2, 4 and 6: empty."),
        (list(range(2, 1001)), "Lines 2–1,000: empty."),
        (list(range(2, 40, 2)), "Lines 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24 and 7 more: empty."),
    ],
)
def test_empty_lines_are_one_sentence(places: list[int], said: str) -> None:
    found = lines("\n".join("" if at in places else f"idea {at}" for at in range(1, max(places) + 2)))
    assert [sentence(one) for one in found.problems] == [said]


def test_what_is_beyond_the_number_of_ideas_is_said_first() -> None:
    found = lines("\n".join(f"idea {n}" for n in range(1, 2351)) + "\nidea 7")
    assert len(found.ideas) == 2000
    assert told(found)[0] == ("ideas-too-many", at(*range(2001, 2351), limit=2000), Then.OUT)
    assert told(found)[1] == ("ideas-same", at(2351, other=7), Then.ONCE)


def test_of_very_many_problems_the_rest_is_counted() -> None:
    found = lines("one\n" * 150)
    assert texts(found) == ["one"]
    assert (len(found.problems), found.more) == (100, 49)


def test_a_group_that_does_not_fit_leaves_its_idea_alone() -> None:
    into = Gathering()
    into.take(1, "one", group="g" * 121)
    into.take(2, "two", group=" Costs ")
    into.take(3, "three", group="Costs")
    into.take(4, "four", group=" ")
    found = into.done()
    assert [(one.text, one.group) for one in found.ideas] == [("one", None), ("two", 0), ("three", 0), ("four", None)]
    assert found.groups == ["Costs"]
    assert told(found) == [("ideas-group-too-long", at(1, length=121, limit=120), Then.KEPT)]


def test_groups_have_a_number_too() -> None:
    into = Gathering()
    for n in range(1, 303):
        into.take(n, f"idea {n}", group=f"group {n}")
    found = into.done()
    assert len(found.groups) == 300
    assert len(found.ideas) == 302
    assert told(found)[0] == ("ideas-too-many-groups", at(301, limit=300), Then.KEPT)


def test_members_are_told_by_group_and_the_lone_ones_last() -> None:
    found = table("group,idea\n,alone\nB,one\nA,two\nB,three\n")
    assert list(found.members()) == [("B", ["one", "three"]), ("A", ["two"]), (None, ["alone"])]


# --- files -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_in_the_encodings_that_say_what_they_are(encoding: str) -> None:
    assert decode("Grüße\r\n你好\rnow".encode(encoding)) == Text("Grüße\n你好\nnow")


def test_what_windows_wrote_is_read_and_said() -> None:
    found = decode("Mehr Bäume – und Bänke".encode("cp1252"))
    assert isinstance(found, Text)
    assert found.text == "Mehr Bäume – und Bänke"
    assert found.note is not None
    assert found.note.key == "ideas-windows-1252"
    shown = read_text(found, Kind.LINES)
    assert isinstance(shown, Read)
    assert shown.draft.problems == [found.note]


@pytest.mark.parametrize(
    ("content", "refused"),
    [
        (b"PK\x03\x04rest", Refused(Refusal.WORKBOOK)),
        (b"\x89PNG\x00\x01", Refused(Refusal.NO_TEXT_FILE)),
        (b"\xff\xfea", Refused(Refusal.OTHER_ENCODING)),
        (b"caf\x81", Refused(Refusal.OTHER_ENCODING)),
        (b"a" * 2_000_001, Refused(Refusal.FILE_TOO_LARGE, megabytes=2)),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content: bytes, refused: Refused) -> None:
    assert decode(content) == refused


def test_a_text_has_a_bound() -> None:
    assert read_text("a" * 2_000_001, Kind.LINES) == Refused(Refusal.TEXT_TOO_LARGE, limit=2_000_000)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("one, two\nthree", "", Kind.LINES),
        ("idea\none", "", Kind.LINES),
        ("Text, and more of it\nidea, group work", "", Kind.LINES),
        ("idea,group\none,A", "", Kind.TABLE),
        ("Group\tIdea\nA\tone", "pasted.txt", Kind.TABLE),
        ("kind,group,number,text,signed\n", "", Kind.TABLE),
        ("one\ntwo", "Ideas.CSV", Kind.TABLE),
        ("{}", "x.json", Kind.RECORD),
        (' {"format": "shortlist-decision/1"}', "", Kind.RECORD),
        ("{not a record}", "", Kind.LINES),
    ],
)
def test_the_kind_is_told_by_the_name_or_by_what_can_be_nothing_else(text: str, name: str, kind: Kind) -> None:
    assert kind_of(text, name) is kind
