"""Reading together: people say that they are ready for the next step. The page shows how many, without names."""

from board.brainstorm.commands.registry import handles
from board.brainstorm.state.context import CommandContext
from board.live.commands import OK, Answer
from board.protocol.commands import SetReady


@handles
def set_ready(context: CommandContext, command: SetReady) -> Answer:
    """Notes that this person has read the ideas or finished grouping, or takes it back. Each phase begins without."""
    ready, reader = context.board.ready, context.pseudonym("ready")
    if command.ready and reader not in ready:
        ready[reader] = None
    elif not command.ready:
        ready.pop(reader, None)
    return OK
