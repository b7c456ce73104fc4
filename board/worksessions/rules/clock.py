"""The one clock of a session as a value: which item runs since when, and how long each may take.

Times are Unix seconds of the server. Nothing moves by time alone: an item that is over goes on, and is late, until a
person moves it. Each act of a person gives a new clock that remembers the one before, so that it can be undone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from board.errors import Refused
from board.protocol.refusals import Refusal

UNDO = 10.0
"""seconds in which an act on the clock can be undone"""
LEAST = 60.0
"""seconds that an item keeps when time is taken from it"""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the agenda, in seconds. `spent` is None until it has ended."""

    id: str
    length: float
    spent: float | None = None
    skipped: bool = False

    @property
    def waits(self) -> bool:
        """It has not begun, and is not left out."""
        return self.spent is None and not self.skipped


@dataclass(frozen=True, slots=True)
class Clock:
    """`since` is None while paused; `before` is what the running item took until then."""

    items: tuple[Item, ...]
    began: float
    end: float
    """when it would end as planned at the start"""
    current: str
    since: float | None
    before: float = 0.0
    shown: str | None = None
    """the condition on the big screen"""
    undo: "Clock | None" = None
    """the clock before the last act"""
    acted: float = 0.0
    """when that was"""

    def used(self, now: float) -> float:
        """Seconds that the running item has taken so far."""
        return self.before + (0.0 if self.since is None else max(0.0, now - self.since))

    def left(self, now: float) -> float:
        """Seconds until the running item is over; negative when it is late."""
        return self.item(self.current).length - self.used(now)

    def ends(self, now: float) -> float:
        """When the session ends if everything still to come takes its length."""
        return now + max(0.0, self.left(now)) + sum(one.length for one in self.coming())

    def late(self, now: float) -> float:
        """Seconds behind what was planned at the start; negative when ahead."""
        return self.ends(now) - self.end

    def item(self, id: str) -> Item:
        return next(one for one in self.items if one.id == id)

    def coming(self) -> list[Item]:
        """The items after the running one that are not left out."""
        at = self.items.index(self.item(self.current))
        return [one for one in self.items[at + 1 :] if one.waits]


def started(items: Iterable[tuple[str, float]], now: float) -> Clock:
    """The clock of a session that starts now, from the ids and lengths of its items."""
    agenda = tuple(Item(id, length) for id, length in items)
    return Clock(agenda, now, now + sum(one.length for one in agenda), agenda[0].id, now)


def next_item(clock: Clock, now: float, *, leaving: str) -> Clock | Refused:
    """Ends the running item. The second of two people who press at once leaves one that has ended: nothing changes."""
    if leaving != clock.current:
        return clock if any(one.id == leaving for one in clock.items) else Refused(Refusal.NO_ITEM)
    coming = clock.coming()
    if not coming:
        return Refused(Refusal.LAST_ITEM)
    ended = replace(clock.item(leaving), spent=clock.used(now))
    items = _with(clock.items, ended)
    return _acted(clock, now, items=items, current=coming[0].id, since=now, before=0.0, shown=None)


def extend(clock: Clock, now: float, seconds: float, *, source: str | None, skip: bool = False) -> Clock | Refused:
    """Gives the running item more time: from a later item, by leaving that out, or from the end (`source` None)."""
    longer = clock.item(clock.current)
    items = _with(clock.items, replace(longer, length=longer.length + seconds))
    if source is not None:
        giver = next((one for one in clock.coming() if one.id == source), None)
        if giver is None:
            return Refused(Refusal.NO_ITEM)
        if not skip and giver.length - seconds < LEAST:
            return Refused(Refusal.ITEM_TOO_SHORT)
        items = _with(items, replace(giver, skipped=True) if skip else replace(giver, length=giver.length - seconds))
    return _acted(clock, now, items=items)


def pause(clock: Clock, now: float, *, paused: bool) -> Clock:
    """Stands still, or goes on with what was left."""
    if paused == (clock.since is None):
        return clock
    return _acted(clock, now, since=None if paused else now, before=clock.used(now))


def show(clock: Clock, now: float, condition: str | None) -> Clock:
    """Another condition stands on the big screen, or none."""
    return clock if condition == clock.shown else _acted(clock, now, shown=condition)


def undo(clock: Clock, now: float) -> Clock | Refused:
    """The clock as it would have been without the last act: what was running has gone on running."""
    if clock.undo is None or now > clock.acted + UNDO:
        return Refused(Refusal.NOTHING_TO_UNDO)
    if any(one.spent is None and one.length < LEAST for one in clock.undo.items):
        # Its minutes were changed meanwhile.
        return Refused(Refusal.NOTHING_TO_UNDO)
    return clock.undo


def _acted(clock: Clock, now: float, **changes: object) -> Clock:
    # One step back: a clock that is remembered remembers no other.
    return replace(clock, **changes, undo=replace(clock, undo=None), acted=now)  # type: ignore[arg-type]


def _with(items: tuple[Item, ...], changed: Item) -> tuple[Item, ...]:
    return tuple(changed if one.id == changed.id else one for one in items)
