"""From JSON to a command, and past the table of rights to its function."""

from functools import reduce
from operator import or_

import msgspec

from board.errors import Refused
from board.live.commands import Answer, decode, refuse
from board.protocol.refusals import Refusal
from board.protocol.worksession.command import SessionCommand
from board.protocol.worksession.commands import KINDS, EditTask, SetTask
from board.worksessions import commands
from board.worksessions.commands.registry import handles
from board.worksessions.rules import policy
from board.worksessions.state.context import CommandContext

MINUTE, DAY = 60, 86_400
OF_TASKS = EditTask | SetTask
HANDLERS = handles.load(commands, but="dispatch")

_decoder: msgspec.json.Decoder[SessionCommand] = msgspec.json.Decoder(reduce(or_, KINDS))


def parse_command(data: bytes | str) -> SessionCommand | Refused:
    """The command in a JSON text, or the reason why it is none."""
    return decode(_decoder, data)


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
        # By the minute: the row is not written again at every command. Beside an open board by the day.
        step = DAY if session.holds_board else MINUTE
        session.touched_at = max(session.touched_at, context.now // step * step)
    return answered
