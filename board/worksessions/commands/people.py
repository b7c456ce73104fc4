"""Who is in a session: joining, goals, places, and what the lead decides about people."""

import re
import unicodedata
from collections.abc import Iterable

from msgspec import structs

from board.canvas.invisible import BLANK
from board.errors import Refused
from board.live.commands import OK, Answer, refuse
from board.people.links import mint
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.commands import Assign, Join, Lock, Remove, ReportGoal, SetGoal, ShowName, Stuck, Take
from board.protocol.worksession.document import Person
from board.worksessions.commands.registry import handles
from board.worksessions.rules.writing import one_line
from board.worksessions.state.context import CommandContext, checked
from board.worksessions.state.session import Session

COLOURS = 8
_UNDRAWN = re.compile(rf"[\s{BLANK}]")


@handles
def join(context: CommandContext, command: Join) -> Answer:
    """Joining again changes the name. Two people with the same name get a number behind it."""
    session, me = context.session, context.me
    name = checked(one_line(command.name), limits.NAME, empty=False)
    if isinstance(name, Refused):
        return refuse(name)
    told_apart = _told_apart(name, [one.name for id, one in session.members.items() if id != me])
    if me is None:
        if no := _shut_out(context):
            return refuse(no)
        me = mint()
        session.seats[context.person.seat] = me
        person = Person(name="", colour=_colour(context))
    else:
        person = session.document.people[me]
        if session.holds_board and told_apart != person.name:
            # Whoever changes a name does not write on the board at that moment.
            return refuse(Refusal.BOARD_OPEN)
    role = "lead" if context.leads else person.role
    session.canvas.put("people", me, structs.replace(person, name=told_apart, role=role))
    return Answer("ok", extra={"person": me})


def _shut_out(context: CommandContext) -> Refused | None:
    """Why somebody new cannot join."""
    if context.session.meta.locked and not context.leads:
        return Refused(Refusal.SESSION_LOCKED)
    return context.check_room("people", total=_taken(context.session))


def _taken(session: Session) -> int:
    """How many places are taken. Whoever was removed gives theirs back, or invented people could fill a session."""
    members, people = len(session.members), len(session.document.people)
    return members + max(0, people - members - limits.REMOVED)


def _told_apart(name: str, taken: Iterable[str]) -> str:
    known = set(map(_look, taken))
    numbered = (name if n == 1 else f"{name} {n}" for n in range(1, len(known) + 2))
    return next(one for one in numbered if _look(one) not in known)


def _look(name: str) -> str:
    """What is alike to a reader: neither case nor what draws nothing tells two people apart."""
    return _UNDRAWN.sub("", unicodedata.normalize("NFKC", name)).casefold()


def _colour(context: CommandContext) -> int:
    """The one that fewest have."""
    used = [one.colour for one in context.session.members.values()]
    return min(range(COLOURS), key=lambda colour: (used.count(colour), colour))


@handles
def set_goal(context: CommandContext, command: SetGoal) -> Answer:
    goal, reach = checked(command.goal, limits.GOAL, empty=False), checked(command.reach, limits.GOAL)
    if isinstance(goal, Refused):
        return refuse(goal)
    return refuse(reach) if isinstance(reach, Refused) else _change(context, goal=goal, reach=reach or None)


@handles
def report_goal(context: CommandContext, command: ReportGoal) -> Answer:
    note = checked(command.note, limits.NOTE)
    if isinstance(note, Refused):
        return refuse(note)
    return _change(context, outcome=command.outcome, note=note or None)


@handles
def take(context: CommandContext, command: Take) -> Answer:
    """One place at a time. Several may work at one."""
    if command.item is not None and command.item not in context.session.document.agenda:
        return refuse(Refusal.NO_ITEM)
    heading = checked(command.heading, limits.HEADING)
    return refuse(heading) if isinstance(heading, Refused) else _change(context, taken=command.item or heading or None)


@handles
def stuck(context: CommandContext, command: Stuck) -> Answer:
    note = checked(command.note, limits.NOTE)
    return refuse(note) if isinstance(note, Refused) else _change(context, stuck=note if command.stuck else None)


@handles
def show_name(context: CommandContext, command: ShowName) -> Answer:
    return _change(context, shown=command.shown)


@handles
def assign(context: CommandContext, command: Assign) -> Answer:
    """Somebody who gives the verdict beside the lead."""
    person = context.session.members.get(command.person)
    if person is None:
        return refuse(Refusal.NO_PERSON)
    context.session.canvas.put("people", command.person, structs.replace(person, decider=command.decider))
    return OK


@handles
def lock(context: CommandContext, command: Lock) -> Answer:
    context.session.canvas.put_meta(locked=command.locked)
    return OK


@handles
def remove(context: CommandContext, command: Remove) -> Answer:
    """Sends somebody out. Their browser does not come back in with the same cookie; what they wrote stays."""
    session = context.session
    person = session.members.get(command.person)
    if person is None:
        return refuse(Refusal.NO_PERSON)
    if command.person == context.me or person.role == "lead":
        return refuse(Refusal.LEAD_STAYS)
    session.send_out(command.person)
    session.canvas.put("people", command.person, structs.replace(person, removed=True, stuck=None, taken=None))
    if session.meta.acting == command.person:
        session.canvas.put_meta(acting=None)
    return OK


def _change(context: CommandContext, **fields: object) -> Answer:
    id = context.member
    person = context.session.document.people[id]
    context.session.canvas.put("people", id, structs.replace(person, **fields))
    return OK
