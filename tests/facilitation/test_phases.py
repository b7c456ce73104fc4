"""Which phase may follow which."""

import pytest

from board.errors import Refused
from board.facilitation.phases import check_opening, is_back, may_open
from board.protocol.phases import ORDER, Phase, span
from board.protocol.refusals import Refusal

# From the phase at the left to the phases at the right: back to any, and one on; the end is reached by freezing alone.
OPENS = {
    "lobby": "diverge",
    "diverge": "lobby reveal",
    "reveal": "lobby diverge cluster",
    "cluster": "lobby diverge reveal vote",
    "vote": "lobby diverge reveal cluster decide",
    "decide": "lobby diverge reveal cluster vote",
    "frozen": "",
}


def test_the_order() -> None:
    assert [phase.value for phase in ORDER] == [
        "lobby",
        "diverge",
        "reveal",
        "cluster",
        "vote",
        "decide",
        "frozen",
    ]


def test_every_pair() -> None:
    computed = {current.value: {target.value for target in Phase if may_open(current, target)} for current in Phase}
    assert computed == {current: set(targets.split()) for current, targets in OPENS.items()}


def test_the_reason_goes_with_the_answer() -> None:
    for current in Phase:
        for target in Phase:
            assert (check_opening(current, target) is None) == may_open(current, target)


@pytest.mark.parametrize(
    ("current", "target", "refused"),
    [
        ("diverge", "diverge", Refused(Refusal.PHASE_IS_OPEN, phase="diverge")),
        ("diverge", "vote", Refused(Refusal.NOT_NEXT, phase="vote", current="diverge")),
        ("decide", "frozen", Refused(Refusal.ONLY_FREEZE_ENDS)),
        ("frozen", "decide", Refused(Refusal.BOARD_IS_DONE)),
        ("frozen", "frozen", Refused(Refusal.BOARD_IS_DONE)),
    ],
)
def test_the_reasons(current: str, target: str, refused: Refused) -> None:
    assert check_opening(Phase(current), Phase(target)) == refused


def test_back_and_on() -> None:
    assert is_back(Phase.VOTE, Phase.LOBBY)
    assert not is_back(Phase.VOTE, Phase.DECIDE)
    assert not is_back(Phase.VOTE, Phase.VOTE)


def test_a_span_holds_both_ends() -> None:
    assert span(Phase.REVEAL, Phase.VOTE) == {Phase.REVEAL, Phase.CLUSTER, Phase.VOTE}
    assert span(Phase.LOBBY, Phase.LOBBY) == {Phase.LOBBY}
