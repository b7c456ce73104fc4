"""A final decision is opened again: for a correction, or for what the owner of a recommendation decided later."""

from board.facilitation.phases import Phase
from board.sync import phase_changes
from board.sync.commands import OK, Answer, Correct
from board.sync.handlers.deciding import basis
from board.sync.turn import Turn


def correct(turn: Turn, command: Correct) -> Answer:
    """Back to Decide with everything as it was. The record stays at its address, and the next one will name it.

    When it is made final again without a change, no new record is made.
    """
    board = turn.board
    board.put_meta(corrects=basis(board))
    phase_changes.enter(board, Phase.DECIDE, turn.now)
    return OK
