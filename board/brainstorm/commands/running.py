"""Running a board: phases, timer, settings."""

import msgspec

from board.brainstorm.commands.registry import handles
from board.brainstorm.phases import transitions
from board.brainstorm.state.context import CommandContext, Wait, checked
from board.errors import Refused
from board.facilitation import phases, policy
from board.facilitation.timer import Timer
from board.live.commands import OK, Answer, refuse
from board.protocol import limits
from board.protocol.commands import ChangeSettings, OpenPhase, SetTimer
from board.protocol.document import MetaFields
from board.protocol.phases import Phase
from board.protocol.refusals import Refusal

TEXTS = {
    "question": limits.QUESTION,
    "problem": limits.PROBLEM,
    "constraint": limits.CONSTRAINT,
    "criterion": limits.CRITERION,
    "owner": limits.OWNER,
}
BAD_MINUTES = Refused(Refusal.BAD_MINUTES, limit=limits.MINUTES)
BAD_DOTS = Refused(Refusal.BAD_DOTS, limit=limits.DOTS)


@handles
def open_phase(context: CommandContext, command: OpenPhase) -> Answer | Wait:
    """One step on or any number back. The end of writing and of the vote wait for the grace."""
    board, target = context.board, command.phase
    if no := phases.check_opening(board.phase, target, correcting=board.correcting):
        return refuse(no)
    if command.minutes is not None and not _is_time(command.minutes):
        return refuse(BAD_MINUTES)
    if target is Phase.VOTE and (no := transitions.check_vote(board, command.options)):
        return refuse(no)
    if board.phase is Phase.VOTE and target is Phase.DECIDE and (no := transitions.check_close(board)):
        return refuse(no)
    if (wait := transitions.wait(context, target)) is not None:
        return wait
    transitions.change(board, target, now=context.now, minutes=command.minutes, chosen=command.options)
    return OK


@handles
def set_timer(context: CommandContext, command: SetTimer) -> Answer:
    """Starts, extends, pauses, resumes, or with 0 minutes ends.

    Time added after zero reopens writing and takes in the tray.
    """
    board, now = context.board, context.now
    timer: Timer = board.timer
    if command.minutes is not None:
        if command.minutes != 0 and not _is_time(command.minutes):
            return refuse(BAD_MINUTES)
        timer = timer.started(now, command.minutes * 60) if command.minutes else timer.ended(now)
    if command.extend is not None:
        if not 1 <= command.extend <= limits.MINUTES * 60:
            return refuse(BAD_MINUTES)
        timer = timer.extended(now, command.extend)
    if command.paused is not None:
        timer = timer.paused(now) if command.paused else timer.resumed(now)
    board.timer = timer
    if board.phase is Phase.DIVERGE and timer.accepts(now) and not timer.is_over(now):
        transitions.take_in_tray(board)
    return OK


@handles
def change_settings(context: CommandContext, command: ChangeSettings) -> Answer:
    """Only what is sent changes, and only what may change in this phase."""
    board = context.board
    sent = {field: value for field in policy.SETTINGS if (value := getattr(command, field)) is not msgspec.UNSET}
    changed = {field: value for field, value in sent.items() if value != getattr(board.meta, field)}
    counted = bool(board.meta.rounds)
    if no := policy.check_settings(board.phase, changed, sealed=board.meta.sealed, counted=counted):
        return refuse(no)
    kept = clean_settings(changed)
    if isinstance(kept, Refused):
        return refuse(kept)
    board.put_meta(**kept)
    return OK


def clean_settings(settings: dict[str, object]) -> MetaFields | Refused:
    """Settings as they are kept: texts trimmed, empty ones None, numbers within bounds. Serves new boards too."""
    kept: dict[str, object] = {}
    for field, value in settings.items():
        if field in TEXTS:
            text = checked(value if isinstance(value, str) else None, TEXTS[field])
            if isinstance(text, Refused):
                return text
            if field == "question" and not text:
                return Refused(Refusal.QUESTION_MISSING)
            kept[field] = text or None
        elif field == "minutes" and not (isinstance(value, int | float) and _is_time(value)):
            return BAD_MINUTES
        elif field == "dots" and value is not None and not (isinstance(value, int) and 1 <= value <= limits.DOTS):
            return BAD_DOTS
        else:
            kept[field] = value
    return msgspec.convert(kept, MetaFields)


def _is_time(minutes: float) -> bool:
    # Tests and rehearsals use parts of a minute.
    return 0.01 <= minutes <= limits.MINUTES
