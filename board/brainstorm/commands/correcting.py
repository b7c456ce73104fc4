"""Opens a final decision again: for a correction, or for the owner's later decision on a recommendation."""

from board.brainstorm.commands.deciding import basis
from board.brainstorm.commands.registry import handles
from board.brainstorm.phases import transitions
from board.brainstorm.state.context import CommandContext
from board.live.commands import OK, Answer
from board.protocol.commands import Correct
from board.protocol.phases import Phase


@handles
def correct(context: CommandContext, command: Correct) -> Answer:
    """Back to Decide with everything as it was. The record stays at its address, and the next one will name it.

    When it is made final again without a change, no new record is made.
    """
    board = context.board
    board.put_meta(corrects=basis(board))
    transitions.enter(board, Phase.DECIDE, context.now)
    return OK
