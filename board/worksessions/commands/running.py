"""The clock: start, next item, more time, pause, and taking one of these back for ten seconds."""

from msgspec import UNSET, structs

from board.errors import Refused
from board.live.commands import OK, Answer, refuse
from board.protocol.refusals import Refusal
from board.protocol.worksession.commands import (
    Back,
    Extend,
    NextItem,
    Pause,
    SetClock,
    ShowCondition,
    Skip,
    Start,
    TakeLead,
    UndoClock,
)
from board.protocol.worksession.document import ClockAct
from board.protocol.worksession.states import State
from board.worksessions.commands.registry import handles
from board.worksessions.rules import clock as rules
from board.worksessions.rules import planning
from board.worksessions.rules.clock import Clock
from board.worksessions.rules.leading import LEADERLESS
from board.worksessions.state.clocks import What, running_clock, start_clock, write_clock
from board.worksessions.state.context import CommandContext
from board.worksessions.state.session import Reason, Session


@handles
def start(context: CommandContext, command: Start) -> Answer:
    session = context.session
    if not session.document.agenda:
        return refuse(Refusal.NO_ITEM)
    session.canvas.put_meta(state=State.RUNNING)
    start_clock(session, context.now)
    session.keep_version("start", context.now)
    return OK


@handles
def next_item(context: CommandContext, command: NextItem) -> Answer:
    clock = running_clock(context.session)
    after = rules.next_item(clock, context.now, leaving=command.leaving)
    if isinstance(after, Refused):
        return refuse(after)
    if after is clock:
        # Somebody else was faster: the item that was to end has ended.
        return OK
    session, agenda = context.session, context.session.document.agenda
    if _lacks_conditions(session, command.leaving):
        return refuse(Refusal.CONDITION_MISSING)
    reason: Reason = "break" if agenda[after.current].kind == "break" else "item"
    session.keep_version(reason, context.now, agenda[command.leaving].title)
    if reason == "break":
        # At its beginning and not at its end: a break that somebody ends by mistake goes on as it was.
        for id, person in session.document.people.items():
            session.canvas.put("people", id, structs.replace(person, back=False))
    return _acted(context, after, "next")


def _lacks_conditions(session: Session, leaving: str) -> bool:
    """The first item of a session together is there to say when it is done. A session of another kind needs none."""
    document = session.document
    first = planning.in_order(document.agenda)[0] == leaving and document.agenda[leaving].kind == "work"
    return first and document.meta.kind == "team" and not document.conditions


@handles
def extend(context: CommandContext, command: Extend) -> Answer:
    clock = running_clock(context.session)
    skip = isinstance(command.source, Skip)
    source = command.source.skip if isinstance(command.source, Skip) else command.source
    giver = None if source == "end" else source
    if skip and source == planning.finish_of(context.session.document.agenda):
        return refuse(Refusal.FINISH_STAYS)
    after = rules.extend(clock, context.now, command.seconds, source=giver, skip=skip)
    return refuse(after) if isinstance(after, Refused) else _acted(context, after, "skip" if skip else "extend")


@handles
def show_condition(context: CommandContext, command: ShowCondition) -> Answer:
    """People go through "Done when" together, one line after the other."""
    session = context.session
    clock = running_clock(session)
    if command.leaving not in (UNSET, clock.shown):
        # Somebody else was faster.
        return OK
    if command.condition is not None and command.condition not in session.document.conditions:
        return refuse(Refusal.NO_CONDITION)
    after = rules.show(clock, context.now, command.condition)
    return OK if after is clock else _acted(context, after, "show" if after.shown else "clear")


@handles
def pause(context: CommandContext, command: Pause) -> Answer:
    clock = running_clock(context.session)
    after = rules.pause(clock, context.now, paused=command.paused)
    return OK if after is clock else _acted(context, after, "pause" if command.paused else "resume")


@handles
def undo_clock(context: CommandContext, command: UndoClock) -> Answer:
    clock = running_clock(context.session)
    before = rules.undo(clock, context.now)
    if isinstance(before, Refused):
        return refuse(before)
    write_clock(context.session, before, None)
    return OK


@handles
def back(context: CommandContext, command: Back) -> Answer:
    id = context.member
    people = context.session.document.people
    context.session.canvas.put("people", id, structs.replace(people[id], back=True))
    return OK


@handles
def set_clock(context: CommandContext, command: SetClock) -> Answer:
    context.session.canvas.put_meta(clock_by=command.clock)
    return OK


@handles
def take_lead(context: CommandContext, command: TakeLead) -> Answer:
    """For people who had joined before, when nobody who leads was connected for two minutes."""
    if context.lead_gone is None or context.now - context.lead_gone < LEADERLESS:
        return refuse(Refusal.LEAD_IS_HERE)
    if context.member not in context.joined_before:
        return refuse(Refusal.JOINED_LATER)
    context.session.canvas.put_meta(acting=context.me)
    return OK


def _acted(context: CommandContext, clock: Clock, what: What) -> Answer:
    act = ClockAct(person=context.me or "", what=what, at=context.now, item=clock.current)
    write_clock(context.session, clock, act)
    return OK
