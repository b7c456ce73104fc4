"""One command on an open board: carried out now, put off until its time, or calling off another one that waits."""

from board.brainstorm.commands.contract import OK, Answer, OpenPhase, SetTimer, refuse
from board.brainstorm.commands.dispatch import dispatch
from board.brainstorm.engine.jobs import CommandJob
from board.brainstorm.engine.room import Room, Waiting
from board.brainstorm.state.context import CommandContext, Limits, Wait
from board.words import live as words

Answered = list[tuple[CommandJob, Answer]]


def judge(work: CommandJob, *, now: float, limits: Limits) -> Answered:
    """The answers that are due now: none for a command that waits, two when another one is called off."""
    room = work.room
    if not work.due and room.waits(type(work.command)):
        return [(work, refuse(words.WAY_UNDER))]
    answer = dispatch(CommandContext(room.board, work.person, now, limits, due=work.due, held=work.held), work.command)
    if isinstance(answer, Wait):
        room.waiting.append(Waiting(work, answer.until, answer.held))
        return []
    called_off = _call_off(room, now) if isinstance(work.command, SetTimer) and answer is OK else []
    return [*called_off, (work, answer)]


def _call_off(room: Room, now: float) -> Answered:
    """Time that goes on calls off a phase change in its grace; any change of the timer calls off a held reveal."""
    waiting = room.waits(OpenPhase)
    if waiting is None or not (waiting.held or not room.board.timer.is_over(now)):
        return []
    room.waiting.remove(waiting)
    return [(waiting.work, refuse(words.REVEAL_CALLED_OFF if waiting.held else words.TIME_ADDED))]
