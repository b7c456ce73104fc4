"""Boards are served in turn, and a full queue is shared."""

import asyncio

from board.records.exports.fair_queue import FairQueue


def filled(order: str) -> FairQueue[str]:
    """`aab` are two items of board a and one of board b: a0, a1, b2."""
    queue: FairQueue[str] = FairQueue()
    for at, board in enumerate(order):
        queue.put(board, f"{board}{at}")
    return queue


async def test_each_board_has_its_turn_however_much_another_one_asked_for() -> None:
    queue = filled("aaaabbc")
    assert [await queue.get() for _ in range(4)] == ["a0", "b4", "c6", "a1"]
    # A board that comes back goes behind those that wait already.
    queue.put("c", "c7")
    queue.put("d", "d8")
    assert [await queue.get() for _ in range(5)] == ["b5", "a2", "c7", "d8", "a3"]


async def test_an_empty_queue_waits_for_an_item_and_loses_none_to_a_getter_that_gave_up() -> None:
    queue: FairQueue[str] = FairQueue()
    gave_up, waits = asyncio.create_task(queue.get()), asyncio.create_task(queue.get())
    await asyncio.wait({gave_up, waits}, timeout=0.01)
    gave_up.cancel()
    queue.put("a", "only")
    assert await waits == "only"


def test_the_board_with_the_most_gives_way_to_one_with_less() -> None:
    queue = filled("aaaaabb")
    assert queue.displace("new") == "a4"
    assert queue.displace("b") == "a3"
    assert list(queue) == ["a0", "a1", "a2", "b5", "b6"]


def test_nobody_gives_way_to_a_board_that_has_as_much() -> None:
    assert filled("aaabb").displace("a") is None
    assert filled("aaabb").displace("b") is None
    assert filled("ab").displace("new") is None
    assert filled("").displace("new") is None


def test_everything_is_taken_out_at_the_end() -> None:
    queue = filled("abca")
    assert sorted(queue.clear()) == ["a0", "a3", "b1", "c2"]
    assert list(queue) == []
