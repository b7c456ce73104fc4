"""From a command to its function, past the table of rights."""

from collections.abc import Callable
from typing import Any

from board.brainstorm.commands import correcting, deciding, grouping, ideas, moderating, running, voting
from board.brainstorm.state.context import CommandContext, Wait
from board.errors import AtLimit
from board.facilitation import policy
from board.live.commands import Answer, refuse
from board.live.transport.close_codes import Close
from board.protocol import commands as c
from board.protocol.commands import BoardCommand, rule_of
from board.protocol.phases import Phase
from board.protocol.refusals import Refusal

Handler = Callable[[CommandContext, Any], Answer | Wait]  # Any: the command that it is registered for
HANDLERS: dict[type[BoardCommand], Handler] = {
    c.AddIdea: ideas.add_idea,
    c.EditIdea: ideas.edit_idea,
    c.WithdrawIdea: ideas.withdraw_idea,
    c.SignIdea: ideas.sign_idea,
    c.PlaceIdea: grouping.place_idea,
    c.NameCluster: grouping.name_cluster,
    c.DissolveCluster: grouping.dissolve_cluster,
    c.Merge: grouping.merge,
    c.UndoMerge: grouping.undo_merge,
    c.CastBallot: voting.cast_ballot,
    c.AnswerConsent: voting.answer_consent,
    c.CloseConsent: voting.close_consent,
    c.OpenPhase: running.open_phase,
    c.SetTimer: running.set_timer,
    c.ChangeSettings: running.change_settings,
    c.AdmitLate: moderating.admit_late,
    c.SetAside: moderating.set_aside,
    c.HideIdea: moderating.hide_idea,
    c.HighlightIdea: moderating.highlight_idea,
    c.WriteDecision: deciding.write_decision,
    c.Freeze: deciding.freeze,
    c.Correct: correcting.correct,
}


def dispatch(context: CommandContext, command: BoardCommand) -> Answer | Wait:
    """Judges one command and does it. Raises nothing that the sender could cause."""
    if context.board.shuts_out(context.person):
        return refuse(Refusal.DOOR_LOCKED)
    if isinstance(command, c.AddIdea) and (again := ideas.known(context, command)) is not None:
        return again
    board = context.board
    name = rule_of(command).name
    roles = context.person.roles
    if no := policy.allow(Phase(board.phase), roles, name, grouping=board.meta.grouping):
        return refuse(no)
    if policy.needs_seat(name, roles) and not take_seat(context):
        return refuse(no_seat(context) or Refusal.DOOR_LOCKED)
    return HANDLERS[type(command)](context, command)


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
