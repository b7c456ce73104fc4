"""The one clock: what is left, when it ends, and what people do with it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.errors import Refused
from board.protocol.refusals import Refusal
from board.worksessions.rules import clock
from board.worksessions.rules.clock import LEAST, UNDO, Clock

BEGAN = 1_800_000_000.0
AGENDA = [("agree", 300.0), ("draft", 1500.0), ("break", 300.0), ("review", 1200.0), ("finish", 300.0)]
LATER = st.floats(0, 20_000)


def at(minutes: float) -> float:
    return BEGAN + 60 * minutes


def ok(given: Clock | Refused) -> Clock:
    assert isinstance(given, Clock)
    return given


def hour() -> Clock:
    return clock.started(AGENDA, BEGAN)


def drafting() -> Clock:
    return ok(clock.next_item(hour(), at(5), leaving="agree"))


def test_an_hour_that_goes_as_planned_ends_after_an_hour() -> None:
    now = hour()
    for item, minute in (("agree", 5), ("draft", 30), ("break", 35), ("review", 55)):
        assert (now.current, now.left(at(minute)), now.late(at(minute))) == (item, 0, 0)
        now = ok(clock.next_item(now, at(minute), leaving=item))
    assert (now.current, now.ends(at(55))) == ("finish", at(60))


def test_time_that_an_item_takes_too_long_makes_the_end_later_and_time_saved_makes_it_earlier() -> None:
    late = ok(clock.next_item(drafting(), at(34), leaving="draft"))
    assert (late.late(at(34)), late.item("draft").spent) == (240, 29 * 60)
    early = ok(clock.next_item(drafting(), at(20), leaving="draft"))
    assert early.late(at(20)) == -600


def test_two_people_who_press_next_at_once_move_one_item() -> None:
    first = drafting()
    assert clock.next_item(first, at(5), leaving="agree") == first
    assert clock.next_item(first, at(5), leaving="nonsense") == Refused(Refusal.NO_ITEM)


def test_the_last_item_has_none_after_it() -> None:
    now = replace(hour(), current="finish")
    assert clock.next_item(now, at(60), leaving="finish") == Refused(Refusal.LAST_ITEM)


def test_five_minutes_from_a_later_item_change_these_two_and_no_end() -> None:
    before = drafting()
    after = ok(clock.extend(before, at(20), 300, source="review"))
    changed = {one.id: one.length - before.item(one.id).length for one in after.items}
    assert changed == {"agree": 0, "draft": 300, "break": 0, "review": -300, "finish": 0}
    assert after.ends(at(20)) == before.ends(at(20)) == at(60)


def test_five_minutes_from_the_end_make_it_later() -> None:
    after = ok(clock.extend(drafting(), at(20), 300, source=None))
    assert (after.left(at(20)), after.late(at(20))) == (15 * 60, 300)


def test_five_minutes_for_an_item_that_is_left_out_end_earlier_by_the_rest_of_it() -> None:
    after = ok(clock.extend(drafting(), at(20), 300, source="review", skip=True))
    assert after.late(at(20)) == 300 - 1200
    now = ok(clock.next_item(after, at(35), leaving="draft"))
    assert ok(clock.next_item(now, at(40), leaving="break")).current == "finish"


@pytest.mark.parametrize("source", ["agree", "draft", "nonsense"])
def test_time_comes_only_from_items_that_are_still_to_come(source: str) -> None:
    assert clock.extend(drafting(), at(20), 300, source=source) == Refused(Refusal.NO_ITEM)


def test_an_item_that_gives_time_keeps_a_minute() -> None:
    assert clock.extend(drafting(), at(20), 300 - LEAST + 1, source="break") == Refused(Refusal.ITEM_TOO_SHORT)
    assert ok(clock.extend(drafting(), at(20), 300 - LEAST, source="break")).item("break").length == LEAST


def test_a_pause_takes_nothing_from_the_item_and_moves_the_end() -> None:
    paused = clock.pause(drafting(), at(10), paused=True)
    assert (paused.left(at(10)), paused.left(at(17))) == (1200, 1200)
    assert paused.ends(at(17)) == at(67)
    assert clock.pause(paused, at(12), paused=True) == paused
    on = clock.pause(paused, at(17), paused=False)
    assert (on.left(at(18)), on.late(at(18))) == (1140, 420)


def test_nothing_moves_by_time_alone() -> None:
    assert (drafting().current, drafting().left(at(90))) == ("draft", -3600)


ACTS: dict[str, Callable[[float], Clock | Refused]] = {
    "next": lambda now: clock.next_item(drafting(), now, leaving="draft"),
    "from review": lambda now: clock.extend(drafting(), now, 300, source="review"),
    "skip": lambda now: clock.extend(drafting(), now, 300, source="break", skip=True),
    "pause": lambda now: clock.pause(drafting(), now, paused=True),
    "show": lambda now: clock.show(drafting(), now, "scope"),
}


@pytest.mark.parametrize("act", ACTS)
@settings(deadline=None)
@given(minute=st.floats(5, 200), seconds=st.floats(0, UNDO), later=LATER)
def test_an_act_that_is_undone_has_never_been(act: str, minute: float, seconds: float, later: float) -> None:
    acted = ok(ACTS[act](at(minute)))
    undone = ok(clock.undo(acted, at(minute) + seconds))
    never, then = replace(drafting(), undo=None), at(minute) + seconds + later
    assert undone == never
    assert (undone.left(then), undone.ends(then)) == (never.left(then), never.ends(then))


def test_an_act_can_be_undone_once_and_for_ten_seconds() -> None:
    acted = ok(clock.next_item(drafting(), at(30), leaving="draft"))
    assert clock.undo(acted, at(30) + UNDO + 0.1) == Refused(Refusal.NOTHING_TO_UNDO)
    assert clock.undo(ok(clock.undo(acted, at(30))), at(30)) == Refused(Refusal.NOTHING_TO_UNDO)
    assert clock.undo(hour(), BEGAN) == Refused(Refusal.NOTHING_TO_UNDO)
