"""What the lead does with replies of a recap's readers."""

from msgspec import structs

from board.errors import Refused
from board.live.commands import OK, Answer, refuse
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.feedback import AnswerFeedback, DeleteFeedback, ShowFeedback
from board.worksessions.commands.registry import handles
from board.worksessions.rules.replying import Reply
from board.worksessions.state.context import CommandContext, checked


@handles
def show_feedback(context: CommandContext, command: ShowFeedback) -> Answer:
    """Readers of the recap see it from now on, or no longer."""
    return _changed(context, command.feedback, shown=command.shown)


@handles
def answer_feedback(context: CommandContext, command: AnswerFeedback) -> Answer:
    """Another answer takes the place of an earlier one."""
    note = checked(command.note, limits.NOTE)
    if isinstance(note, Refused):
        return refuse(note)
    return _changed(context, command.feedback, answer=command.answer, note=note or None)


@handles
def delete_feedback(context: CommandContext, command: DeleteFeedback) -> Answer:
    """A recap that said how it was answered keeps its words: its bytes never change."""
    if command.feedback in context.session.replies:
        context.session.replies.drop(command.feedback)
    return OK


def _changed(context: CommandContext, id: str, **fields: object) -> Answer:
    replies = context.session.replies
    reply = replies.get(id)
    if reply is None:
        return refuse(Refusal.NO_FEEDBACK)
    changed: Reply = structs.replace(reply, **fields)
    if reply.waits and not changed.waits and _kept(context) >= limits.REPLIES_KEPT:
        return refuse(Refused(Refusal.REPLIES_FULL, limit=limits.REPLIES_KEPT))
    replies.put(id, changed)
    return OK


def _kept(context: CommandContext) -> int:
    return sum(not one.waits for one in context.session.replies.values())
