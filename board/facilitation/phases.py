"""Which phase may follow which."""

from board.errors import Refused
from board.protocol.phases import ORDER, Phase
from board.protocol.refusals import Refusal


def is_back(current: Phase, target: Phase) -> bool:
    """Whether going from `current` to `target` is a step back."""
    return ORDER.index(target) < ORDER.index(current)


def may_open(current: Phase, target: Phase) -> bool:
    """Whether `open_phase` leads there: one step on, or any number back.

    The end is left out on both sides: only `freeze` leads into it, and nothing leads out of it.
    """
    if Phase.FROZEN in (current, target):
        return False
    return is_back(current, target) or ORDER.index(target) == ORDER.index(current) + 1


def check_opening(current: Phase, target: Phase, *, correcting: bool = False) -> Refused | None:
    """`may_open` with the reason for a no, for the facilitator who pressed.

    `correcting`: the board was final before. The freeze deleted the authors' secrets, so people could not change or
    withdraw their ideas, and a vote to which too few return could not be closed: only the decision is open.
    """
    if correcting:
        return Refused(Refusal.ONLY_THE_DECISION)
    if may_open(current, target):
        return None
    if current is Phase.FROZEN:
        return Refused(Refusal.BOARD_IS_DONE)
    if current is target:
        return Refused(Refusal.PHASE_IS_OPEN, phase=target.value)
    if target is Phase.FROZEN:
        return Refused(Refusal.ONLY_FREEZE_ENDS)
    return Refused(Refusal.NOT_NEXT, phase=target.value, current=current.value)
