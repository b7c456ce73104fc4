"""The edits between two texts make one of the other, and leave alone what stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.canvas.co_written import CoWrittenText, Edit
from board.markdown import comparing
from board.worksessions.text.edits import MOST_PARTS, edits

WORDS = st.sampled_from(["a", "é", "😀", "שלום", " ", "\n", "\n\n", "# Price", "e\u0301", "日本"])
TEXTS = st.lists(WORDS, max_size=40).map("".join)


def applied(before: str, changes: list[Edit]) -> str:
    text = CoWrittenText("artifact")
    with text.change():
        text.edit([Edit(0, 0, before)])
    with text.change():
        text.edit(changes)
    return text.value


@given(TEXTS, TEXTS)
def test_edits_make_one_text_of_another(before: str, after: str) -> None:
    assert applied(before, edits(before, after)) == after


def test_a_changed_word_is_all_that_is_written() -> None:
    before = "# A brief 😀\n\nIt costs 40 euros.\n\nThe end.\n"
    assert edits(before, before.replace("40", "45")) == [Edit(22, 24, "45")]


def test_edits_of_the_same_text_are_none() -> None:
    assert edits("# A brief\n", "# A brief\n") == []


def test_a_text_of_many_lines_is_replaced_between_what_stays() -> None:
    before = "first\n" + "".join(f"{n}\n" for n in range(MOST_PARTS)) + "last\n"
    after = "first\n" + "".join(f"-{n}\n" for n in range(MOST_PARTS)) + "last\n"
    (one,) = edits(before, after)
    assert one.start == 6
    assert applied(before, [one]) == after


def test_the_words_of_many_lines_are_not_compared_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    budgets: list[comparing.Budget] = []

    class Counted(comparing.Budget):
        def __init__(self) -> None:
            super().__init__(2000)
            budgets.append(self)

    monkeypatch.setattr("board.worksessions.text.edits.Budget", Counted)
    before, after = (
        "same\n".join(f"{number} {words * 40}\n" for number in range(20)) for words in ("a b a ", "b b a c ")
    )
    assert applied(before, edits(before, after)) == after
    assert sum(2000 - budget.left for budget in budgets) < 3 * 2000
