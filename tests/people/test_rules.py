"""Roles, pseudonyms and the Origin rule."""

import pytest

from board.people.origin import is_ours, may_change
from board.people.pseudonyms import new_key, pseudonym
from board.people.roles import as_asked, strongest
from board.protocol.roles import Role

FACILITATE, PARTICIPATE, WATCH = Role


def test_the_strongest_role_is_shown() -> None:
    assert strongest([WATCH, PARTICIPATE, FACILITATE]) is FACILITATE
    assert strongest([WATCH, PARTICIPATE]) is PARTICIPATE


@pytest.mark.parametrize(
    ("held", "asked", "shown"),
    [
        ({FACILITATE}, None, FACILITATE),
        ({FACILITATE}, "participate", PARTICIPATE),
        ({FACILITATE}, "watch", WATCH),
        ({PARTICIPATE}, "facilitate", PARTICIPATE),
        ({PARTICIPATE}, "watch", WATCH),
        ({WATCH}, "participate", WATCH),
        ({WATCH}, "facilitate", WATCH),
        ({PARTICIPATE, WATCH}, "facilitate", PARTICIPATE),
        ({FACILITATE}, "nonsense", FACILITATE),
        ({FACILITATE}, "", FACILITATE),
    ],
)
def test_a_page_may_ask_for_a_weaker_role_only(held: set[Role], asked: str | None, shown: Role) -> None:
    assert as_asked(held, asked) is shown


def test_a_pseudonym_is_the_same_under_one_key_and_another_under_the_next() -> None:
    key, other = new_key(), new_key()
    assert pseudonym(key, "token") == pseudonym(key, "token")
    assert len({pseudonym(key, "token"), pseudonym(other, "token"), pseudonym(key, "another")}) == 3
    assert (len(key), len(pseudonym(key, "token"))) == (32, 16)


@pytest.mark.parametrize(
    ("origin", "host", "public", "ours"),
    [
        ("http://127.0.0.1:8000", "127.0.0.1:8000", None, True),
        ("https://board.example", "board.example", None, True),
        ("https://board.example", "10.0.0.1:8000", "https://board.example", True),
        ("http://127.0.0.1:8001", "127.0.0.1:8000", None, False),
        ("https://board.example.evil.example", "board.example", None, False),
        ("https://evil.example", "board.example", "https://board.example", False),
        ("https://board.example@evil.example", "board.example", None, False),
        ("http://board.example", "10.0.0.1", "https://board.example", False),
        ("null", "board.example", None, False),
        ("", "", None, False),
        ("http://", "", None, False),
        ("file://board.example", "board.example", None, False),
    ],
)
def test_which_page_may_speak_to_us(origin: str, host: str, public: str | None, ours: bool) -> None:
    assert is_ours(origin, host=host, public_url=public) is ours


OURS, THEIRS = "https://board.example", "https://evil.example"


@pytest.mark.parametrize(
    ("origin", "asks", "over_http", "by_socket"),
    [
        (None, None, True, False),
        (None, "none", True, False),
        (None, "same-origin", True, False),
        (None, "same-site", False, False),
        (None, "cross-site", False, False),
        (OURS, None, True, True),
        (OURS, "none", True, True),
        (OURS, "same-origin", True, True),
        # A page that came through a redirect from a sibling domain; the Origin is what counts.
        (OURS, "same-site", True, True),
        (OURS, "cross-site", False, False),
        (THEIRS, None, False, False),
        (THEIRS, "same-origin", False, False),
        ("null", "cross-site", False, False),
    ],
)
def test_who_may_change_something(origin: str | None, asks: str | None, over_http: bool, by_socket: bool) -> None:
    headers = {"host": "board.example"}
    headers |= {"origin": origin} if origin is not None else {}
    headers |= {"sec-fetch-site": asks} if asks is not None else {}
    assert may_change(headers, public_url=None, required=False) is over_http
    assert may_change(headers, public_url=None, required=True) is by_socket
