"""From a command to its function, past the table of rights."""

from board.brainstorm import commands
from board.brainstorm.commands import ideas, questions
from board.brainstorm.commands.registry import handles
from board.brainstorm.state.context import CommandContext, Wait
from board.errors import AtLimit
from board.facilitation import policy
from board.live.commands import Answer, refuse
from board.live.transport.close_codes import Close
from board.protocol.commands import AddIdea, Ask, BoardCommand, rule_of
from board.protocol.phases import Phase
from board.protocol.refusals import Refusal

HANDLERS = handles.load(commands, but="dispatch")


def dispatch(context: CommandContext, command: BoardCommand) -> Answer | Wait:
    """Judges one command and does it. Raises nothing that the sender could cause."""
    if context.board.shuts_out(context.person):
        return refuse(Refusal.DOOR_LOCKED)
    if (again := _known(context, command)) is not None:
        return again
    board = context.board
    name = rule_of(command).name
    roles = context.person.roles
    if no := policy.allow(Phase(board.phase), roles, name, grouping=board.meta.grouping):
        return refuse(no)
    if policy.needs_seat(name, roles) and not take_seat(context):
        return refuse(no_seat(context) or Refusal.DOOR_LOCKED)
    answered: Answer | Wait = HANDLERS[type(command)](context, command)
    return answered


def _known(context: CommandContext, command: BoardCommand) -> Answer | None:
    """The answer to what was stored before: a resend is answered alike in every phase."""
    if isinstance(command, AddIdea):
        return ideas.known(context, command)
    return questions.known(context, command) if isinstance(command, Ask) else None


def take_seat(context: CommandContext) -> bool:
    """Counts this person as one who joined.

    False for a newcomer at a locked door, whichever link they hold, or on a full board.
    """
    board, seat = context.board, context.person.seat
    if seat in board.seats:
        return True
    if board.meta.locked:
        return False
    if no_seat(context):
        return False
    board.seats[seat] = False
    return True


def no_seat(context: CommandContext) -> AtLimit | None:
    """Why a newcomer finds no seat although the door is open."""
    return context.check_room("people", total=len(context.board.seats), own=0)


def shut_out(context: CommandContext) -> Close:
    """Why the socket of a person without a seat is closed."""
    return Close.FULL if no_seat(context) else Close.DOOR_LOCKED
