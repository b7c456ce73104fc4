"""The clock by command: what an act changes, and what is left of it once it is undone."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from board.protocol.refusals import Refusal
from board.worksessions.rules.clock import Clock
from board.worksessions.state.clocks import running_clock
from tests.worksessions.in_memory import Desk


@pytest.fixture
def in_paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The server's own time zone has daylight saving time."""
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def pair() -> tuple[Desk, Desk]:
    """Two sessions that are alike in everything but the ids, after 70 seconds."""
    desks = Desk().started(), Desk().started()
    for desk in desks:
        desk.now += 70
    return desks


def shown(desk: Desk) -> list[object]:
    """What people see of the clock, without ids."""
    clock: Clock = running_clock(desk.session)
    rows = [(one.length, one.spent, one.skipped) for one in clock.items]
    at = desk.order.index(clock.current)
    return [rows, at, clock.left(desk.now), clock.ends(desk.now), clock.late(desk.now), clock.since is None]


@pytest.mark.usefixtures("in_paris")
@pytest.mark.parametrize("change", ["2027-03-28T01:00", "2027-10-31T01:00"])
def test_daylight_saving_time_changes_nothing(change: str) -> None:
    at = datetime.fromisoformat(change).replace(tzinfo=UTC).timestamp()
    desk = Desk()
    desk.ok(desk.lead, "edit_contract", zone="Europe/Paris", starts=int(at) - 60)
    desk.now = at - 120
    desk.started()
    desk.now = at + 120
    clock = running_clock(desk.session)
    assert (clock.left(desk.now), clock.late(desk.now)) == (60, 0)
    assert clock.ends(desk.now) == at - 120 + 3600
    desk.ok(desk.lead, "next_item", **{"from": desk.order[0]})
    assert desk.item(0).spent == 240
    assert time.localtime(at - 1).tm_isdst != time.localtime(at).tm_isdst, "it did change"


def test_five_minutes_from_review_change_exactly_two_items() -> None:
    desk = Desk().started()
    first, review = desk.order[0], desk.order[3]
    before = dict(desk.document.agenda)
    ends = running_clock(desk.session).ends(desk.now)
    desk.ok(desk.comes("Ben"), "extend", seconds=300, **{"from": review})
    after = desk.document.agenda
    assert {id for id in after if after[id] != before[id]} == {first, review}
    assert (after[first].extra, after[review].extra) == (300, -300)
    assert running_clock(desk.session).ends(desk.now) == ends


@pytest.mark.parametrize("act", ["next_item", "extend", "from the end", "skip", "pause"])
def test_undone_the_clock_is_as_it_would_have_been(act: str) -> None:
    desk, twin = pair()
    first, second, *_ = desk.order
    acts: dict[str, tuple[str, dict[str, object]]] = {
        "next_item": ("next_item", {"from": first}),
        "extend": ("extend", {"seconds": 300, "from": second}),
        "from the end": ("extend", {"seconds": 300, "from": "end"}),
        "skip": ("extend", {"seconds": 300, "from": {"skip": second}}),
        "pause": ("pause", {"paused": True}),
    }
    do, fields = acts[act]
    desk.ok(desk.lead, do, **fields)
    for one in (desk, twin):
        one.now += 9
    assert shown(desk) != shown(twin)
    desk.ok(desk.lead, "undo_clock")
    assert shown(desk) == shown(twin), "the nine seconds have passed"
    for one in (desk, twin):
        one.now += 100
    assert shown(desk) == shown(twin)


def test_a_pause_that_is_ended_by_mistake_goes_on_when_that_is_undone() -> None:
    desk, twin = pair()
    for one in (desk, twin):
        one.ok(one.lead, "pause", paused=True)
        one.now += 100
    desk.ok(desk.lead, "pause", paused=False)
    for one in (desk, twin):
        one.now += 5
    desk.ok(desk.lead, "undo_clock")
    assert shown(desk) == shown(twin)


def test_two_people_who_go_on_at_once_leave_one_item() -> None:
    desk = Desk().started()
    first, second, *_ = desk.order
    ben = desk.comes("Ben")
    desk.ok(ben, "next_item", **{"from": first})
    desk.same(desk.lead, "next_item", **{"from": first})
    clock = desk.document.meta.clock
    assert clock is not None
    assert clock.item == second
    assert clock.act is not None
    assert clock.act.person == desk.id(ben)


def test_an_act_is_not_undone_when_its_item_has_too_few_minutes_by_now() -> None:
    desk = Desk().started()
    first, draft, *_ = desk.order
    desk.ok(desk.lead, "extend", seconds=1200, **{"from": draft})
    desk.ok(desk.lead, "next_item", **{"from": first})
    desk.ok(desk.lead, "extend", seconds=1800, **{"from": "end"})
    desk.ok(desk.lead, "edit_item", item=draft, minutes=5)
    assert desk.no(desk.lead, "undo_clock") is Refusal.NOTHING_TO_UNDO
    assert running_clock(desk.session).left(desk.now) == 900


def test_the_finish_is_not_left_out() -> None:
    desk = Desk().started()
    finish = desk.order[-1]
    assert desk.no(desk.lead, "extend", seconds=300, **{"from": {"skip": finish}}) is Refusal.FINISH_STAYS


def test_a_break_that_somebody_ends_by_mistake_goes_on_with_everybody_who_is_back() -> None:
    desk = Desk().started()
    ben = desk.comes("Ben")
    agree, draft, pause, _, _ = desk.order
    for item in (agree, draft):
        desk.ok(desk.lead, "next_item", **{"from": item})
    desk.ok(ben, "back")
    desk.ok(desk.lead, "next_item", **{"from": pause})
    desk.ok(desk.lead, "undo_clock")
    assert desk.document.people[desk.id(ben)].back


def test_at_the_beginning_of_a_break_nobody_is_back() -> None:
    desk = Desk().started()
    agree, draft, *_ = desk.order
    desk.ok(desk.lead, "back")
    desk.ok(desk.lead, "next_item", **{"from": agree})
    desk.ok(desk.lead, "next_item", **{"from": draft})
    assert not desk.document.people[desk.id(desk.lead)].back


@pytest.fixture
def reviewing() -> Desk:
    """The work is looked over, condition by condition."""
    desk = Desk().started()
    for leaving in desk.order[:3]:
        desk.ok(desk.lead, "next_item", **{"from": leaving})
    desk.now += 60
    return desk


def on_screen(desk: Desk) -> str | None:
    """The condition that the big screen shows."""
    assert desk.document.meta.clock is not None
    return desk.document.meta.clock.shown


def test_of_two_people_who_press_next_condition_at_once_one_moves_it(reviewing: Desk) -> None:
    desk, ben = reviewing, reviewing.comes("Ben")
    first, second = desk.document.conditions
    desk.ok(ben, "show_condition", condition=first, **{"from": None})
    desk.same(desk.lead, "show_condition", condition=first, **{"from": None})
    desk.ok(ben, "show_condition", condition=second, **{"from": first})
    # From a page that lags behind.
    desk.same(desk.lead, "show_condition", condition=first, **{"from": None})
    assert on_screen(desk) == second
    desk.ok(desk.lead, "show_condition", condition=first)
    assert on_screen(desk) == first, "whoever chooses one by name gets it"


def test_what_somebody_shows_is_said_with_the_name_and_can_be_undone(reviewing: Desk) -> None:
    desk, ben = reviewing, reviewing.comes("Ben")
    first, second = desk.document.conditions
    desk.ok(desk.lead, "show_condition", condition=first)
    desk.now += 20
    before = shown(desk)
    desk.ok(ben, "show_condition", condition=second)
    clock = desk.document.meta.clock
    assert clock is not None
    assert clock.act is not None
    assert (clock.act.person, clock.act.what) == (desk.id(ben), "show")
    assert shown(desk) == before, "the clock goes on as it was"
    desk.ok(desk.lead, "undo_clock")
    assert on_screen(desk) == first
    desk.ok(ben, "show_condition", condition=None, **{"from": first})
    clock = desk.document.meta.clock
    assert clock is not None
    assert clock.act is not None
    assert (clock.shown, clock.act.what) == (None, "clear")


def test_what_is_shown_goes_with_its_item_and_comes_back_with_it(reviewing: Desk) -> None:
    desk = reviewing
    first, _ = desk.document.conditions
    desk.ok(desk.lead, "show_condition", condition=first)
    desk.ok(desk.lead, "next_item", **{"from": desk.order[3]})
    assert on_screen(desk) is None
    desk.ok(desk.lead, "undo_clock")
    assert on_screen(desk) == first
    desk.ok(desk.lead, "end", verdict="done")
    assert on_screen(desk) is None


def test_a_condition_that_is_removed_is_shown_no_more(reviewing: Desk) -> None:
    desk = reviewing
    first, second = desk.document.conditions
    desk.ok(desk.lead, "show_condition", condition=first)
    desk.ok(desk.lead, "edit_condition", condition=first, text=None)
    assert desk.no(desk.lead, "show_condition", condition=first) is Refusal.NO_CONDITION
    desk.ok(desk.lead, "show_condition", condition=second, **{"from": None})
    assert on_screen(desk) == second
    desk.ok(desk.lead, "undo_clock")
    assert on_screen(desk) is None
