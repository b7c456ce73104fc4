"""The verdict, and what may follow it: finishing what was nearly done, and going on after all."""

from msgspec import structs

from board.errors import Refused
from board.live.commands import OK, Answer, refuse
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.document import Ending
from board.protocol.worksession.ending import End, Finish, Reopen
from board.protocol.worksession.states import State
from board.recaps.sentence import ALONE
from board.worksessions.commands.accepting import outdated
from board.worksessions.commands.agreeing import close_all
from board.worksessions.commands.registry import handles
from board.worksessions.rules import ending
from board.worksessions.state.clocks import resume_clock, stop_clock
from board.worksessions.state.context import CommandContext, all_checked
from board.worksessions.state.session import Session


@handles
def end(context: CommandContext, command: End) -> Answer:
    """Everything but the verdict has a default: thoughts that nobody settled go on, open tasks stay open."""
    session = context.session
    if no := ending.check(command, session.members):
        return refuse(no)
    kept = all_checked(note=(command.note, limits.NOTE), elsewhere=(command.elsewhere, limits.ELSEWHERE))
    if isinstance(kept, Refused):
        return refuse(kept)
    close_all(context)
    _meet_the_only_condition(session, command)
    session.keep_version("end", context.now)
    stop_clock(session, context.now)
    given = Ending(
        verdict=command.verdict,
        note=kept["note"],
        elsewhere=kept["elsewhere"],
        finisher=command.finisher,
        by=command.by,
        at=context.now,
    )
    session.canvas.put_meta(ending=given, state=State.ENDED)
    session.text.begin_epoch()
    return OK


def _meet_the_only_condition(session: Session, command: End) -> None:
    """Alone the one condition is the question itself: whoever says that it is done has met it."""
    conditions = session.document.conditions
    if session.meta.kind in ALONE and command.verdict == "done" and len(conditions) == 1:
        ((id, one),) = conditions.items()
        session.canvas.put("conditions", id, structs.replace(one, met=True))


@handles
def finish(context: CommandContext, command: Finish) -> Answer:
    """Nobody writes on after this: the text as it is now is what was made, and who accepted less is asked again."""
    session = context.session
    given = session.meta.ending
    if given is None:
        return refuse(Refusal.ONLY_FINISHER)
    session.keep_version("end", context.now)
    finished = structs.replace(given, finished_at=context.now)
    session.canvas.put_meta(ending=finished, accepted=outdated(session.meta.accepted))
    session.text.begin_epoch()
    return OK


@handles
def reopen(context: CommandContext, command: Reopen) -> Answer:
    """The work goes on where it ended. Whoever accepted what was made is asked again."""
    session = context.session
    if session.meta.next is not None:
        return refuse(Refusal.NEXT_EXISTS)
    if session.meta.recap is not None:
        return refuse(Refusal.RECAP_SHARED)
    session.canvas.put_meta(state=State.RUNNING, ending=None, accepted=outdated(session.meta.accepted))
    session.text.begin_epoch()
    resume_clock(session, context.now)
    return OK
