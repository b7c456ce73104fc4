"""The clock of a session between its document and `rules.clock`.

Items of the document keep the minutes that were planned apart from what acts on the clock change, so that taking an
act back leaves what the lead planned meanwhile as it is.
"""

from dataclasses import replace
from typing import Literal, NamedTuple

import msgspec
from msgspec import Struct, structs

from board.protocol.worksession.document import ClockAct, ClockState, Item
from board.worksessions.rules import clock as rules
from board.worksessions.rules.clock import Clock
from board.worksessions.rules.planning import MINUTE, in_order
from board.worksessions.state.session import Session

What = Literal["next", "extend", "pause", "resume", "skip", "show", "clear"]


class _Course(NamedTuple):
    """What acts on the clock change of an item."""

    extra: float
    spent: float | None
    skipped: bool


class _Remembered(Struct, frozen=True):
    """The clock before the last act."""

    item: str
    since: float | None
    before: float
    acted: float
    items: dict[str, _Course]
    shown: str | None = None


def clock_of(session: Session) -> Clock | None:
    """The clock, with the one before the last act; None before the start.

    A condition that was removed stands on no big screen.
    """
    state, agenda, conditions = session.meta.clock, session.document.agenda, session.document.conditions
    if state is None:
        return None
    clock = Clock(_items(agenda, {}), state.began, state.end, state.item, state.since, state.before)
    clock = replace(clock, shown=state.shown if state.shown in conditions else None)
    if session.undo is None:
        return clock
    past = msgspec.convert(session.undo, _Remembered)
    if past.item not in agenda:
        return clock
    undo = replace(clock, items=_items(agenda, past.items), current=past.item, since=past.since, before=past.before)
    undo = replace(undo, shown=past.shown if past.shown in conditions else None)
    return replace(clock, undo=undo, acted=past.acted)


def running_clock(session: Session) -> Clock:
    """The clock of a session that has started. Raises LookupError before."""
    if (clock := clock_of(session)) is None:
        raise LookupError("This session has not started.")
    return clock


def start_clock(session: Session, now: float) -> None:
    """The session starts: its first item runs."""
    agenda = session.document.agenda
    clock = rules.started(((id, agenda[id].minutes * MINUTE) for id in in_order(agenda)), now)
    session.canvas.put_meta(clock=_state(clock, None))
    session.undo = None


def write_clock(session: Session, clock: Clock, act: ClockAct | None) -> None:
    """Writes what an act made of the clock; None: the change cannot be undone."""
    agenda = session.document.agenda
    for one in clock.items:
        item = agenda[one.id]
        course = _Course(one.length - item.minutes * MINUTE, one.spent, one.skipped)
        session.canvas.put("agenda", one.id, structs.replace(item, **course._asdict()))
    session.canvas.put_meta(clock=_state(clock, act))
    session.undo = None if act is None or clock.undo is None else _remembered(clock.undo, clock.acted, agenda)


def stop_clock(session: Session, now: float) -> None:
    """The session ends: the running item takes no more time."""
    clock = clock_of(session)
    if clock is None:
        return
    ended = replace(clock.item(clock.current), spent=clock.used(now))
    items = tuple(ended if one.id == ended.id else one for one in clock.items)
    write_clock(session, replace(clock, items=items, since=None, before=clock.used(now), shown=None), None)


def resume_clock(session: Session, now: float) -> None:
    """The session was reopened: the item in which it ended runs again, with the time that it has taken."""
    clock = clock_of(session)
    if clock is None:
        return
    running = replace(clock.item(clock.current), spent=None)
    items = tuple(running if one.id == running.id else one for one in clock.items)
    write_clock(session, replace(clock, items=items, since=now), None)


def _items(agenda: dict[str, Item], past: dict[str, _Course]) -> tuple[rules.Item, ...]:
    found = []
    for id in in_order(agenda):
        item = agenda[id]
        extra, spent, skipped = past.get(id, _Course(item.extra, item.spent, item.skipped))
        found.append(rules.Item(id, item.minutes * MINUTE + extra, spent, skipped))
    return tuple(found)


def _state(clock: Clock, act: ClockAct | None) -> ClockState:
    return ClockState(
        item=clock.current,
        since=clock.since,
        before=clock.before,
        began=clock.began,
        end=clock.end,
        act=act,
        shown=clock.shown,
    )


def _remembered(clock: Clock, acted: float, agenda: dict[str, Item]) -> dict[str, object]:
    items = {
        one.id: _Course(one.length - agenda[one.id].minutes * MINUTE, one.spent, one.skipped) for one in clock.items
    }
    past = _Remembered(clock.current, clock.since, clock.before, acted, items, clock.shown)
    return msgspec.to_builtins(past)  # type: ignore[no-any-return]
