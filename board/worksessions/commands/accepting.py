"""A yes or no to what will exist, and to what was made, by people who may not be in the session.

Names are typed, so an answer is a note and gives no power.
"""

from msgspec import structs

from board.errors import AtLimit, Refused
from board.facilitation import shares
from board.live.commands import OK, Answer, refuse
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.commands import AcceptContract, AcceptVerdict
from board.protocol.worksession.document import Accepted
from board.worksessions.commands.registry import handles
from board.worksessions.rules.writing import one_line
from board.worksessions.state.context import CommandContext, checked


@handles
def accept_contract(context: CommandContext, command: AcceptContract) -> Answer:
    """About what will exist; a change of that asks again."""
    agreed = _answered(context, context.session.meta.agreed, command)
    if isinstance(agreed, Refused):
        return refuse(agreed)
    context.session.canvas.put_meta(agreed=agreed)
    return OK


@handles
def accept_verdict(context: CommandContext, command: AcceptVerdict) -> Answer:
    """About what was made; reopening the session asks again."""
    accepted = _answered(context, context.session.meta.accepted, command)
    if isinstance(accepted, Refused):
        return refuse(accepted)
    context.session.canvas.put_meta(accepted=accepted)
    return OK


def outdated(answers: tuple[Accepted, ...]) -> tuple[Accepted, ...]:
    """Answers about something that has changed: kept with name and time, and asked for again."""
    return tuple(structs.replace(one, outdated=True) for one in answers)


def _answered(
    context: CommandContext, answers: tuple[Accepted, ...], command: AcceptContract | AcceptVerdict
) -> tuple[Accepted, ...] | Refused:
    """The answers with one more. It replaces one of the same name that came the same way.

    So nobody in the session can take back what a client said, nor use up the answers that are kept.
    """
    name, note = checked(one_line(command.name), limits.NAME, empty=False), checked(command.note, limits.NOTE)
    if isinstance(name, Refused):
        return name
    if isinstance(note, Refused):
        return note
    person = None if context.accepts else context.member
    others = tuple(one for one in answers if (one.name, one.person) != (name, person))
    own = sum(one.person == person for one in others)
    free = person is None or context.leads
    if shares.check(limits.ACCEPTED, total=len(others), own=own, more=1, leads=free):
        return AtLimit(Refusal.ENOUGH_NAMES, limit=limits.ACCEPTED)
    answer = Accepted(name=name, yes=command.yes, note=note or None, at=context.now, person=person)
    return (*others, answer)
