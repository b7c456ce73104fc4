"""What changed between two texts: words that came and went, folded lines between, and a bound for every text."""

import msgspec
import pytest

from board.markdown.changes import MOST_LINES, Changes, Fold, Line, changes
from board.protocol.worksession import limits

MARKS = {"same": "{}", "added": "[+{}]", "removed": "[-{}]", "cut": "<{}>"}


def drawn(found: Changes) -> list[str]:
    """Each line as one string: what changed of it stands in brackets."""
    return [_drawn(one) for one in found.lines]


def _drawn(one: Line | Fold) -> str:
    if isinstance(one, Fold):
        return f"... {one.same}"
    words = "".join(MARKS[mark].format(text) for mark, text in one.parts)
    return f"{one.change} {words}{' (format)' if one.reformatted else ''}"


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("Two storeys.", "Six storeys.", ["changed [-Two][+Six] storeys."]),
        ("in the centre, here", "by the sea, here", ["changed [-in][+by] the [-centre][+sea], here"]),
        ("see the old mill now", "see a new mill now", ["changed see [-the old][+a new] mill now"]),
        ("It ends.", "It ends.\n\nIt begins again.", ["same It ends.", "added [+It begins again.]"]),
        ("It ends.\n\nGone now.", "It ends.", ["same It ends.", "removed [-Gone now.]"]),
        ("One thing", "Quite another", ["removed [-One thing]", "added [+Quite another]"]),
        ("stay put", "stay **put**", ["changed stay put (format)"]),
        ("Scope", "## Scope", ["changed Scope (format)"]),
        ("# Old price\n\nx", "# New price\n\nx", ["changed [-Old][+New] price", "same x"]),
        ("מחיר ישן כאן", "מחיר חדש כאן", ["changed מחיר [-ישן][+חדש] כאן"]),
        ("会議は十時です", "会議は九時です", ["changed 会議は[-十][+九]時です"]),
        ("ok 👩‍👩‍👧 ok", "ok 👩‍👩‍👦 ok", ["changed ok [-👩‍👩‍👧][+👩‍👩‍👦] ok"]),
        ("the same", "the same", ["same the same"]),
    ],
)
def test_the_words_that_came_and_went(before: str, after: str, lines: list[str]) -> None:
    assert drawn(changes(before, after)) == lines


def test_what_stayed_is_folded_except_the_heading_and_the_lines_beside() -> None:
    before = "# Brief\n\na\n\nb\n\n## Price\n\nc\n\nd\n\ne\n\n40 euros\n\nf\n\ng\n\nh\n"
    assert drawn(changes(before, before.replace("40", "45"))) == [
        "... 3",
        "same Price",
        "... 2",
        "same e",
        "changed [-40][+45] euros",
        "same f",
        "... 2",
    ]


def test_a_moved_line_leaves_the_others_where_they_are() -> None:
    assert drawn(changes("one\n\ntwo\n\nthree", "two\n\nthree\n\none")) == [
        "removed [-one]",
        "same two",
        "same three",
        "added [+one]",
    ]


def test_the_words_are_counted() -> None:
    found = changes("Two spaces at home on Mill Road.", "One space at home on Mill Road, or 3 near it.")
    assert (found.added, found.removed) == (6, 2)


def test_a_long_line_is_cut_where_nothing_changed() -> None:
    same = "word " * 1000
    (line,) = changes(f"{same}old {same}", f"{same}new {same}").lines
    assert isinstance(line, Line)
    assert [mark for mark, _ in line.parts] == ["same", "cut", "same", "removed", "added", "same", "cut", "same"]
    assert len("".join(text for _, text in line.parts)) < 2000


SIDES = {
    "lines": ("a\n\n", "b\n\n"),
    "one word": ("x", "y"),
    "marks": ("*a_", "_b*"),
    "joiners": ("\u200d", "\u0301"),
    "words": ("one two three ", "two three one "),
    "items": ("- a b\n", "- b a\n"),
}


@pytest.mark.parametrize("name", SIDES)
def test_no_pair_of_texts_makes_a_long_answer(name: str) -> None:
    """`test_comparing` counts what the search may take; the parser counts for itself."""
    before, after = (side * (limits.TEXT // len(side)) for side in SIDES[name])
    found = changes(before, after)
    assert len(found.lines) <= MOST_LINES
    assert len(msgspec.json.encode(found)) < 1_000_000
    changed = [one for one in found.lines if isinstance(one, Line) and one.change != "same"]
    assert changed
    assert (len(found.lines) < MOST_LINES) == (found.left_out == 0)
