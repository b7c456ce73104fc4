"""From how many people on one of them cannot be told from the others."""

import pytest

from board.facilitation.crowd import may_close, needs_hold

# Rows: people who count and joined; columns: answers 0, 1, 2, 3, 4, all of people who count.
CLOSES = {
    0: "yes - - - -",
    1: "yes yes - - -",
    2: "yes yes yes - -",
    3: "yes no no yes -",
    4: "yes no no yes yes",
    17: "yes no no yes yes",
}


def test_one_or_two_answers_are_not_shown_to_three_or_more() -> None:
    for joined, cells in CLOSES.items():
        for answers, cell in enumerate(cells.split()):
            if cell != "-":
                assert may_close(joined, answers, answers) == (cell == "yes"), (joined, answers)


@pytest.mark.parametrize(("counted", "closes"), [(0, False), (1, False), (2, False), (3, True), (5, True)])
def test_answers_of_people_who_do_not_count_fill_up_nothing(counted: int, closes: bool) -> None:
    assert may_close(3, 5, counted) is closes


def test_with_fewer_than_three_people_who_count_nothing_is_refused() -> None:
    assert all(may_close(joined, answers, 0) for joined in range(3) for answers in range(9))


# Rows: new ideas; columns: people who count and wrote them, 0 to 4.
HOLDS = {
    0: "no no no no no",
    1: "yes yes yes yes yes",
    2: "yes yes yes yes yes",
    3: "yes yes yes no no",
    40: "yes yes yes no no",
}


def test_fewer_than_three_ideas_by_three_people_are_held() -> None:
    for ideas, cells in HOLDS.items():
        for people, cell in enumerate(cells.split()):
            assert needs_hold(ideas, people) == (cell == "yes"), (ideas, people)
