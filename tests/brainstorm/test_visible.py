"""A visible board: ideas appear while people write, in batches that identify no author."""

from collections.abc import AsyncIterator

import pytest

from tests.brainstorm.clients import Tab
from tests.brainstorm.running import Server
from tests.cast import Group, gather


@pytest.fixture
async def visible(server: Server) -> AsyncIterator[Group]:
    """A visible board where Pia, Ben and a third write."""
    async with gather(server, visibility="visible") as group:
        await group.joins(1)
        await group.goes("diverge")
        yield group


async def until_shown(tab: Tab, number: int) -> list[str]:
    await tab.until(lambda tab: len(tab.root("ideas")) >= number)
    return sorted(tab.root("ideas").values())


async def test_a_batch_waits_for_three_people_and_takes_one_idea_of_each(visible: Group) -> None:
    clock = visible.server.clock
    began = clock.now()
    for tab, name in ((visible.pia, "pia"), (visible.ben, "ben")):
        for number in range(3):
            await tab.write(f"{name} {number}")
    clock.advance(5)
    await visible.fay.ok("set_timer", extend=60)
    assert visible.olu.root("ideas") == {}
    await visible.more[0].write("third 0")
    first = await until_shown(visible.olu, 3)
    assert [text.partition(" ")[0] for text in first] == ["ben", "pia", "third"]
    assert len(first) == 3
    assert clock.now() - began < 20, "three people need not wait"
    visible.server.clock.advance(20)
    second = await until_shown(visible.olu, 5)
    assert len(second) == 5
    assert sorted(text.partition(" ")[0] for text in set(second) - set(first)) == ["ben", "pia"]


async def test_one_person_alone_waits_no_longer_than_twenty_seconds(visible: Group) -> None:
    await visible.pia.write("alone 0")
    await visible.pia.write("alone 1")
    visible.server.clock.advance(19)
    await visible.fay.ok("set_timer", extend=60)
    assert visible.ben.root("ideas") == {}
    visible.server.clock.advance(1.5)
    assert len(await until_shown(visible.ben, 1)) == 1


async def test_what_waits_can_be_changed_and_taken_back(visible: Group) -> None:
    changed, gone = await visible.pia.write("first words"), await visible.ben.write("gone 4711")
    await visible.pia.ok("edit_idea", idea=changed.id, text="second words", secret=changed.secret)
    await visible.ben.ok("withdraw_idea", idea=gone.id, secret=gone.secret)
    visible.server.clock.advance(21)
    assert await until_shown(visible.olu, 1) == ["second words"]
    await visible.pia.ok("edit_idea", idea=changed.id, text="third words", secret=changed.secret)
    await visible.released()
    await visible.olu.until(lambda tab: list(tab.root("ideas").values()) == ["third words"])
    for found in visible.everything().values():
        assert b"first words" not in found
        assert b"gone 4711" not in found


async def test_the_reveal_shows_what_still_waits_and_numbers_all(visible: Group) -> None:
    for number in range(3):
        await visible.pia.write(f"idea {number}")
    visible.server.clock.advance(21)
    await until_shown(visible.olu, 1)
    assert visible.olu.root("numbers") == {}
    await visible.goes("reveal")
    assert sorted(visible.olu.root("ideas").values()) == ["idea 0", "idea 1", "idea 2"]
    assert sorted(visible.olu.root("numbers").values()) == [1, 2, 3]


async def test_what_waits_is_not_forgotten_by_a_board_that_left_memory(visible: Group) -> None:
    await visible.pia.write("waiting")
    await visible.server.settled()
    visible.server.rooms._open.clear()
    again = await visible.browser("ben").open()
    visible.server.clock.advance(21)
    assert await until_shown(again, 1) == ["waiting"]
