"""What enters the document later is drawn by the process that took it; the others let it do so."""

import pytest

from board.brainstorm.engine.room import Room
from board.brainstorm.phases import visible, waiting_changes
from board.brainstorm.state.values import What
from tests.brainstorm.clients import Browser, Written
from tests.brainstorm.running import eventually, passing
from tests.cast import Group, gather
from tests.scale.conftest import Pair
from tests.scale.visits import Visits


@pytest.fixture
def long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """So long that no machine is slow enough to release a change before the test moves the clock."""
    monkeypatch.setattr(waiting_changes, "SHORTEST_WAIT", 600.0)
    monkeypatch.setattr(waiting_changes, "LONGEST_WAIT", 3600.0)


async def at_second(pair: Pair, visits: Visits, group: Group) -> tuple[Browser, Room]:
    """Somebody new at the second server, and the board there."""
    browser = await visits.newcomer(pair.second.base, group.links["participate"])
    room = await pair.second.rooms.find(group.board)
    assert room is not None
    return browser, room


async def written(group: Group, ideas: int) -> list[Written]:
    made = await group.writes(ideas)
    await group.goes("reveal")
    return made


@pytest.mark.usefixtures("long_waits")
async def test_only_the_process_that_took_a_change_draws_its_moment(pair: Pair, visits: Visits) -> None:
    async with gather(pair.first) as group:
        ideas = await written(group, 6)
        browser, there = await at_second(pair, visits, group)
        tab = await browser.open()
        for idea in ideas:
            await group.pia.ok("edit_idea", idea=idea.id, text="other words", secret=idea.secret)
        changes = [(What.CHANGE, idea.id) for idea in ideas]
        await eventually(lambda: there.board.releases.keys() >= set(changes))
        here = await group.room()
        last = max(here.board.releases[one].latest for one in changes)
        for one in changes:
            assert here.board.releases[one].author, "who took it knows whose it is"
            assert there.board.releases[one].at >= here.board.releases[one].latest
            assert there.board.releases[one].author == b""
        assert min(here.board.releases[one].at for one in changes) < last - 60
        assert max(there.board.releases[one].at for one in changes) < last + 60
        pair.first.clock.advance(3650)
        await tab.until(lambda tab: set(tab.root("ideas").values()) == {"other words"})


@pytest.mark.usefixtures("long_waits")
async def test_a_change_that_a_process_took_with_it_comes_when_it_must_have_come(pair: Pair, visits: Visits) -> None:
    async with gather(pair.first) as group:
        (idea,) = await written(group, 1)
        browser, there = await at_second(pair, visits, group)
        tab = await browser.open()
        await group.pia.ok("edit_idea", idea=idea.id, text="other words", secret=idea.secret)
        await eventually(lambda: there.board.releases)
        last = there.board.releases[What.CHANGE, idea.id].at
    await pair.end_first()
    pair.second.clock.advance(last - pair.second.clock.now() - 20)
    await passing(0.5)
    assert tab.root("ideas")[idea.id] == idea.text
    pair.second.clock.advance(21)
    await tab.until(lambda tab: tab.root("ideas")[idea.id] == "other words")


async def test_a_visible_board_shows_one_idea_of_a_person_at_a_time(pair: Pair, visits: Visits) -> None:
    async with gather(pair.first, visibility="visible") as group:
        await group.goes("diverge")
        browser, there = await at_second(pair, visits, group)
        tab = await browser.open()
        for number in range(3):
            await group.pia.write(f"idea {number}")
        await eventually(lambda: len(there.board.strangers) == 3)
        for shown in (1, 2, 3):
            pair.first.clock.advance(visible.LONGEST_WAIT + 1)
            await tab.until(lambda tab, shown=shown: len(tab.root("ideas")) >= shown)  # type: ignore[misc]
            await passing(0.6)
            assert len(tab.root("ideas")) == shown, "the second server shows nothing that the first one took"


async def test_ideas_of_a_process_that_is_gone_are_shown_by_another(pair: Pair, visits: Visits) -> None:
    async with gather(pair.first, visibility="visible") as group:
        await group.goes("diverge")
        browser, there = await at_second(pair, visits, group)
        tab = await browser.open()
        await group.pia.write("idea 1")
        await group.pia.write("idea 2")
        await eventually(lambda: len(there.board.strangers) == 2)
    await pair.end_first()
    pair.second.clock.advance(visible.LONGEST_WAIT + visible.GIVEN_UP - 2)
    await passing(0.5)
    assert tab.root("ideas") == {}
    pair.second.clock.advance(3)
    await tab.until(lambda tab: sorted(tab.root("ideas").values()) == ["idea 1", "idea 2"])
