"""What a joiner gets: one state for all of them, made once, with what changed since behind it."""

import uuid
from collections.abc import Callable
from itertools import count

import pytest

from board.clock import steady
from board.live import snapshot_cache
from tests.brainstorm import wire
from tests.brainstorm.clients import Tab
from tests.cast import Group

FEW, MANY = 10, 100
NAME = "as long as it may be ".ljust(120, "x")


Wait = Callable[[float], None]


@pytest.fixture(autouse=True)
def wait(monkeypatch: pytest.MonkeyPatch) -> Wait:
    """Lets seconds pass; without it none do, however slow this machine is."""
    now = [steady()]
    monkeypatch.setattr(snapshot_cache, "steady", lambda: now[0])

    def passes(seconds: float) -> None:
        now[0] += seconds

    return passes


async def moved(group: Group, times: int) -> None:
    """A card goes into a group and out of it, each move in a frame of its own."""
    (idea,), (cluster,) = group.ben.root("ideas"), group.ben.root("clusters")
    for number in range(times):
        await group.ben.ok("place_idea", idea=idea, cluster=None if number % 2 else cluster)


async def sorting(group: Group) -> Tab:
    """The group sorts one card, and somebody looks already: returns that page."""
    await group.goes("diverge")
    await group.pia.write("goes back and forth")
    await group.goes("cluster")
    await group.ben.ok("name_cluster", cluster=str(uuid.uuid4()), name="here or not")
    await group.ben.until(lambda tab: tab.root("clusters"))
    return await group.browser("olu").open()


def states(tab: Tab) -> list[bytes]:
    """The frames of the document, in their order."""
    return [frame for frame in tab.frames if frame[0] == wire.SYNC]


async def test_all_joiners_get_the_same_state_with_a_few_changes_behind_it(group: Group) -> None:
    """Else a large document would be encoded for each of a crowd."""
    first = await sorting(group)
    await moved(group, FEW)
    late = await group.browser("olu").open()
    await late.until(lambda tab: tab.all() == group.ben.all())
    assert states(late)[0] == states(first)[0]
    assert len(states(late)) == 1 + FEW


async def test_who_comes_when_the_board_has_rested_gets_one_state_alone(group: Group, wait: Wait) -> None:
    """Else the page would draw an older board first, and all of it would move when the changes come."""
    await sorting(group)
    await moved(group, FEW)
    wait(1.1)
    late = await group.browser("olu").open()
    assert len(states(late)) == 1
    assert late.all() == group.ben.all()


async def test_a_state_that_is_dear_is_seldom_made(group: Group, wait: Wait, monkeypatch: pytest.MonkeyPatch) -> None:
    """With many who come while others write, nothing else would be done."""
    seconds = count(step=0.1)
    monkeypatch.setattr(snapshot_cache, "steady", lambda: next(seconds))
    await sorting(group)
    await moved(group, FEW)
    late = await group.browser("olu").open()
    await late.until(lambda tab: tab.all() == group.ben.all())
    assert len(states(late)) > FEW


async def test_nobody_who_joins_is_sent_words_that_were_taken_back(group: Group) -> None:
    """However soon they come: the state that was encoded before holds these words."""
    first = await sorting(group)
    (idea,), (cluster,) = group.ben.root("ideas"), group.ben.root("clusters")
    await group.ben.ok("name_cluster", cluster=cluster, name="another name")
    await group.fay.ok("hide_idea", idea=idea, hidden=True)
    late = await group.browser("olu").open()
    assert late.root("clusters")[cluster]["name"] == "another name"
    for words in (b"here or not", b"goes back and forth"):
        assert words in states(first)[0]
        assert not [frame for frame in late.frames if words in frame]


async def test_no_joiner_gets_an_endless_row_of_changes(group: Group) -> None:
    """The room does not keep them either: after a number of changes it encodes a new snapshot."""
    await sorting(group)
    await moved(group, MANY)
    late = await group.browser("olu").open()
    await late.until(lambda tab: tab.all() == group.ben.all())
    assert len(states(late)) < 0.8 * MANY


async def test_what_stands_behind_the_state_is_less_than_the_state(group: Group) -> None:
    """However few the changes are: the state is packed, and they are not."""
    before = await sorting(group)
    # The rate limit admits a burst of this size at once, and the changes of one tick are one update.
    for tab in (group.ben, group.pia):
        given = [await tab.send("name_cluster", cluster=str(uuid.uuid4()), name=NAME) for _ in range(50)]
        assert {(await tab.answer(request))["answer"] for request in given} == {"ok"}
    late = await group.browser("olu").open()
    await late.until(lambda tab: len(tab.root("clusters")) == 101)
    state, *changes = states(late)
    assert len(state) > 10 * len(states(before)[0])
    assert sum(map(len, changes)) < len(state)
