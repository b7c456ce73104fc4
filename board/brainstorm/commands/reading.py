"""Reading together: the facilitator points to an idea, and people say that they are ready for the next step.

The page shows how many are ready, without names.
"""

from board.brainstorm.commands.registry import handles
from board.brainstorm.state.context import CommandContext
from board.live.commands import OK, Answer, refuse
from board.protocol.commands import HighlightIdea, SetReady
from board.protocol.refusals import Refusal


@handles
def set_ready(context: CommandContext, command: SetReady) -> Answer:
    """Notes that this person has read the ideas or finished grouping, or takes it back. Each phase begins without."""
    ready, reader = context.board.ready, context.pseudonym("ready")
    if command.ready and reader not in ready:
        ready[reader] = None
    elif not command.ready:
        ready.pop(reader, None)
    return OK


@handles
def highlight_idea(context: CommandContext, command: HighlightIdea) -> Answer:
    """Points all big screens, and the pages that follow, to an idea or a group, or to nothing in particular."""
    board = context.board
    if command.idea is not None and not board.is_readable(command.idea):
        return refuse(Refusal.NOT_TO_SHOW)
    board.put_meta(highlight=command.idea, highlight_as=command.how if command.idea else "one")
    return OK
