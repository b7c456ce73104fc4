"""From a command to its function, past the table of rights."""

from board.live.commands import Answer, refuse
from board.protocol.refusals import Refusal
from board.protocol.worksession.command import SessionCommand
from board.protocol.worksession.commands import EditTask, SetTask
from board.worksessions import commands
from board.worksessions.commands.registry import handles
from board.worksessions.rules import policy
from board.worksessions.state.context import CommandContext

MINUTE = 60
OF_TASKS = EditTask | SetTask
HANDLERS = handles.load(commands, but="dispatch")


def dispatch(context: CommandContext, command: SessionCommand) -> Answer:
    """Judges one command and does it. Raises nothing that the sender could cause."""
    session = context.session
    if session.is_removed(context.person):
        return refuse(Refusal.REMOVED)
    standing, course = session.standing(context.person), session.course(left_open=context.free)
    if no := policy.allow(course, standing, command.rule.name):
        return refuse(no)
    if session.meta.next is not None and isinstance(command, OF_TASKS):
        # A task has one home in the whole chain. Here it stays as it stood when the session ended.
        return refuse(Refusal.TASKS_MOVED)
    answered: Answer = HANDLERS[type(command)](context, command)
    if answered.answer == "ok":
        # By the minute: the row is not written again at every command.
        session.touched_at = context.now // MINUTE * MINUTE
    return answered
