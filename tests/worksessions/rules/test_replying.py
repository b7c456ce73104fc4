"""Replies to a recap: their boxes, their limits by address, and the one that gives way."""

import pytest

from board.errors import Refused
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.worksessions.rules.replying import BadBox, Boxes, Reply, ReplyLimits, giving_way, typed

HERE, THERE = "192.0.2.1", "192.0.2.2"
RECAP, OTHER = "a" * 64, "b" * 64


def reply(at: int = 0, **fields: object) -> Reply:
    return Reply(session="s-1", recap=RECAP, at=at, claim=b"c", said=Boxes(helped="x"), **fields)  # type: ignore[arg-type]


def refused(values: dict[str, str]) -> BadBox:
    found = typed(values)
    assert isinstance(found, BadBox)
    return found


def test_one_box_is_enough_and_all_are_trimmed() -> None:
    assert typed({"unclear": " The price. \r\nWhich one? ", "other": "x"}) == Boxes(unclear="The price. \nWhich one?")
    assert typed(dict.fromkeys(("helped", "unclear", "missing"), "x")) == Boxes("x", "x", "x")


@pytest.mark.parametrize("values", [{}, {"helped": ""}, {"helped": " \n", "missing": "\u200b"}])
def test_at_least_one_box_has_something_in_it(values: dict[str, str]) -> None:
    assert refused(values) == BadBox(Refused(Refusal.REPLY_EMPTY))


def test_a_box_takes_two_thousand_code_points() -> None:
    full = "😀" * limits.REPLY
    assert typed({"helped": full, "unclear": full, "missing": full}) == Boxes(full, full, full)
    # As a form sends it: a line break counts once.
    assert isinstance(typed({"helped": "x\r\n" * 999 + "xx"}), Boxes)
    bad = refused({"helped": "x", "missing": full + "😀"})
    assert (bad.refused.code, bad.refused.params["length"], bad.box) == (Refusal.TOO_LONG, 2001, "missing")


@pytest.mark.parametrize(("said", "code"), [("a\0b", Refusal.CONTROL_CHARACTER), ("\ud800", Refusal.BROKEN_CHARACTER)])
def test_what_cannot_be_stored_is_refused(said: str, code: Refusal) -> None:
    assert refused({"unclear": said}).refused.code is code


def test_five_a_minute_from_one_address_to_one_recap() -> None:
    sent = ReplyLimits()
    assert [sent.take(HERE, RECAP, 100.0 + n) for n in range(5)] == [None] * 5
    assert sent.take(HERE, RECAP, 105.0) == Refused(Refusal.REPLIES_TOO_FAST, seconds=55)
    assert sent.take(THERE, RECAP, 105.0) is None
    assert sent.take(HERE, OTHER, 105.0) is None
    assert sent.take(HERE, RECAP, 160.0) is None, "a minute after the first there is room for one"
    assert sent.take(HERE, RECAP, 160.0) == Refused(Refusal.REPLIES_TOO_FAST, seconds=1)


def test_ten_in_all_from_one_address_to_one_recap() -> None:
    sent = ReplyLimits()
    for n in range(10):
        assert sent.take(HERE, RECAP, 60.0 * n) is None
    assert sent.take(HERE, RECAP, 1e6) == Refused(Refusal.REPLIES_USED_UP, limit=10)
    assert sent.take(HERE, OTHER, 1e6) is None


def test_all_addresses_of_a_network_count_as_one() -> None:
    sent = ReplyLimits()
    for n in range(5):
        assert sent.take(f"2001:db8::{n}", RECAP, 0.0) is None
    assert sent.take("2001:db8::ffff", RECAP, 0.0) is not None


def test_a_reply_that_could_not_be_kept_does_not_count() -> None:
    sent = ReplyLimits()
    for _ in range(20):
        assert sent.take(HERE, RECAP, 0.0) is None
        sent.give_back(HERE, RECAP)


def test_no_address_is_in_memory() -> None:
    sent = ReplyLimits()
    sent.take(HERE, RECAP, 0.0)
    held = repr(vars(sent)) + repr(vars(sent._hashes))
    assert HERE not in held
    assert repr(b"\xc0\x00\x02\x01")[2:-1] not in held


def test_the_oldest_one_that_waits_gives_way() -> None:
    waiting = {str(n): reply(at=1000 - n) for n in range(limits.REPLIES - 1)}
    assert giving_way(waiting) is None
    full = waiting | {
        "now": reply(at=2000),
        "let in": reply(at=1, shown=True),
        "answered": reply(at=2, answer="changed"),
    }
    assert giving_way(full) == str(limits.REPLIES - 2)
