"""The next session of a chain: when it begins, and whether it comes again."""

from datetime import datetime

import pytest

from board.protocol.refusals import Refusal
from board.protocol.worksession.document import Contract
from tests.worksessions.in_memory import Desk

ZONE = "Europe/Berlin"
THURSDAY = int(datetime.fromisoformat("2027-03-25T10:00:00+01:00").timestamp())
WEEK_LATER = int(datetime.fromisoformat("2027-04-01T10:00:00+02:00").timestamp())


@pytest.fixture
def desk() -> Desk:
    """Side by side, every Thursday at ten; on Sunday the clocks go forward."""
    desk = Desk("coworking")
    desk.ok(desk.lead, "edit_contract", starts=THURSDAY, zone=ZONE, repeats="weekly")
    desk.ok(desk.lead, "start")
    desk.now = THURSDAY + 3600
    desk.ok(desk.lead, "end", verdict="done")
    return desk


def opened(desk: Desk, **fields: object) -> Contract:
    desk.ok(desk.lead, "open_next", **fields)
    assert desk.session.following is not None
    return desk.session.following.meta.contract


def test_one_that_repeats_begins_at_the_same_time_next_week(desk: Desk) -> None:
    contract = opened(desk)
    assert (contract.starts, contract.zone, contract.repeats) == (WEEK_LATER, ZONE, "weekly")


def test_another_time_of_one_that_repeats_is_its_time_from_then_on(desk: Desk) -> None:
    contract = opened(desk, starts=WEEK_LATER + 3600, zone="Europe/London")
    assert (contract.starts, contract.zone, contract.repeats) == (WEEK_LATER + 3600, "Europe/London", "weekly")


def test_it_stops_when_somebody_says_so(desk: Desk) -> None:
    contract = opened(desk, starts=WEEK_LATER, repeats=None)
    assert (contract.starts, contract.zone, contract.repeats) == (WEEK_LATER, ZONE, None)


def test_without_a_time_nothing_repeats(desk: Desk) -> None:
    contract = opened(desk, starts=None)
    assert (contract.starts, contract.zone, contract.repeats) == (None, None, None)


def test_one_that_does_not_repeat_begins_when_everybody_is_there() -> None:
    desk = Desk()
    desk.ok(desk.lead, "edit_contract", starts=THURSDAY, zone=ZONE)
    desk.ok(desk.lead, "start")
    desk.ok(desk.lead, "end", verdict="another")
    contract = opened(desk)
    assert (contract.starts, contract.zone, contract.repeats) == (None, None, None)


def test_a_zone_that_nobody_knows_is_refused_and_opens_nothing(desk: Desk) -> None:
    assert desk.no(desk.lead, "open_next", starts=WEEK_LATER, zone="Europe/Nowhere") is Refusal.NO_ZONE
    assert (desk.session.following, desk.document.meta.next) == (None, None)


def test_a_plan_can_begin_and_cease_to_repeat() -> None:
    desk = Desk("coworking")
    desk.ok(desk.lead, "edit_contract", starts=THURSDAY, zone=ZONE, repeats="weekly")
    assert desk.document.meta.contract.repeats == "weekly"
    desk.ok(desk.lead, "edit_contract", repeats=None)
    assert desk.document.meta.contract.repeats is None
    desk.ok(desk.lead, "edit_contract", repeats="weekly")
    desk.ok(desk.lead, "edit_contract", starts=None)
    assert desk.document.meta.contract.repeats is None


def test_who_said_yes_to_this_session_is_not_asked_again_because_there_are_others_after_it() -> None:
    desk = Desk("coworking")
    ben = desk.comes("Ben")
    desk.ok(desk.lead, "edit_contract", starts=THURSDAY, zone=ZONE)
    desk.ok(ben, "accept_contract", name="Ben", yes=True)
    desk.ok(desk.lead, "edit_contract", repeats="weekly")
    assert not desk.document.meta.agreed[0].outdated
    desk.ok(desk.lead, "edit_contract", starts=THURSDAY + 60)
    assert desk.document.meta.agreed[0].outdated
