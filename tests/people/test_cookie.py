"""The cookie of a board: one person, and the links that this browser has opened."""

import pytest

from board.people.cookie import Pass, cookie_name, is_token, read, with_link
from board.people.links import mint

PERSON, LINK = "p" * 24, "l" * 24


def test_what_was_written_is_read() -> None:
    passed = Pass(PERSON, (LINK, "m" * 24))
    assert read(passed.value) == passed


NO_PASSES = [
    None,
    "",
    ".",
    PERSON,
    f"{PERSON}.",
    f".{LINK}",
    f"{PERSON}.short",
    f"{PERSON}.{LINK}\n",
    f"{PERSON}.{LINK}..{LINK}",
    ".".join([PERSON, *[LINK] * 7]),
    f"{PERSON}.{'x' * 65}",
    f"{PERSON}.{'ü' * 24}",
    f"{PERSON} .{LINK}",
]


@pytest.mark.parametrize("value", NO_PASSES)
def test_another_form_is_no_pass(value: str | None) -> None:
    assert read(value) is None


def test_a_newcomer_becomes_a_person() -> None:
    first, second = with_link(None, LINK), with_link(None, LINK)
    assert first.links == (LINK,)
    assert first.person != second.person
    assert is_token(first.person)


def test_another_link_adds_a_role_and_keeps_the_person() -> None:
    passed = with_link(None, LINK)
    more = with_link(passed, "m" * 24)
    assert (more.person, more.links) == (passed.person, (LINK, "m" * 24))
    assert with_link(more, LINK) == more, "a link that is there is not added again"


def test_a_cookie_stays_short() -> None:
    passed = with_link(None, LINK)
    for _ in range(20):
        passed = with_link(passed, mint())
    assert len(passed.links) == 6
    assert read(passed.value) == passed


def test_the_prefix_of_https_is_for_https() -> None:
    assert cookie_name("b", secure=True) == "__Host-board_b"
    assert cookie_name("b", secure=False) == "board_b"
