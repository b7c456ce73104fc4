"""What an answer says on the wire: a code for programs, and a sentence in the language of the connection."""

import json

import pytest

from board.errors import AtLimit, Refused
from board.live.commands import OK, RETRY, Answer, refuse
from board.protocol.refusals import Refusal
from board.words import language, say

TOO_LONG = Refused(Refusal.TOO_LONG, limit=120, length=200)


@pytest.mark.parametrize(
    ("answer", "plain"),
    [
        (OK, {"answer": "ok"}),
        (Answer("ok", extra={"decision": "a"}), {"answer": "ok", "decision": "a"}),
        (RETRY, {"answer": "retry", "code": "storage", "why": say("storage")}),
        (
            Answer("late", Refused(Refusal.CAME_LATE)),
            {"answer": "late", "code": "came_late", "why": say("came_late")},
        ),
        (refuse(Refusal.NO_IDEA), {"answer": "refused", "code": "no_idea", "why": say("no_idea")}),
        (
            refuse(TOO_LONG),
            {
                "answer": "refused",
                "code": "too_long",
                "params": {"limit": 120, "length": 200},
                "why": say("too_long", limit=120, length=200),
            },
        ),
    ],
)
def test_an_answer_as_json(answer: Answer, plain: dict[str, object]) -> None:
    assert json.loads(answer.encode("r1")) == {"id": "r1"} | plain


def test_only_the_sentence_follows_the_language() -> None:
    english = json.loads(refuse(TOO_LONG).encode("r1"))
    token = language.set("en-XA")
    try:
        other = json.loads(refuse(TOO_LONG).encode("r1"))
    finally:
        language.reset(token)
    assert english.pop("why") != other.pop("why")
    assert english == other


def test_a_limit_that_all_share_is_told_apart() -> None:
    shared = AtLimit(Refusal.NO_ROOM, what="ideas", part="limit", limit=3000)
    assert [refuse(no).at_limit for no in (shared, TOO_LONG, Refusal.NO_IDEA)] == [True, False, False]
