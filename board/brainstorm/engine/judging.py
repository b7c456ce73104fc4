"""One command on an open board: carried out now, delayed until its time, or calling off another one that waits."""

from collections.abc import Callable

from board.brainstorm.commands.dispatch import dispatch
from board.brainstorm.engine.delayed import Delayed, DelayedCommands
from board.brainstorm.engine.jobs import CommandJob
from board.brainstorm.state.board import Board
from board.brainstorm.state.context import CommandContext, Limits, Wait
from board.live.commands import OK, Answer, refuse
from board.protocol.commands import OpenPhase, SetTimer
from board.protocol.refusals import Refusal

Answered = list[tuple[Callable[[Answer], None], Answer]]
"""where an answer goes, and the answer"""


def judge(job: CommandJob, board: Board, delayed: DelayedCommands, *, now: float, limits: Limits) -> Answered:
    """The answers that are due now: none for a command that waits, two when another one is called off."""
    if not job.due and delayed.of(type(job.command)):
        return [(job.reply, refuse(Refusal.UNDER_WAY))]
    answer = dispatch(CommandContext(board, job.person, now, limits, due=job.due, held=job.held), job.command)
    if isinstance(answer, Wait):
        delayed.add(Delayed(job.person, job.command, job.reply, answer.until, answer.held))
        return []
    called_off = _call_off(board, delayed, now) if isinstance(job.command, SetTimer) and answer is OK else []
    return [*called_off, (job.reply, answer)]


def _call_off(board: Board, delayed: DelayedCommands, now: float) -> Answered:
    """Time that goes on calls off a phase change in its grace; any change of the timer calls off a held reveal."""
    change = delayed.of(OpenPhase)
    if change is None or not (change.held or not board.timer.is_over(now)):
        return []
    delayed.remove(change)
    return [(change.reply, refuse(Refusal.REVEAL_CALLED_OFF if change.held else Refusal.TIME_ADDED))]
