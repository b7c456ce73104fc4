"""A queue in which every board has its turn, however many items another board has waiting."""

import asyncio
from collections import deque
from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class FairQueue(Generic[T]):
    """Round robin over boards; first in, first out within a board."""

    def __init__(self) -> None:
        # The next board to be served comes first.
        self._boards: dict[str, deque[T]] = {}
        self._filled = asyncio.Event()

    def __iter__(self) -> Iterator[T]:
        return (item for items in self._boards.values() for item in items)

    def put(self, board: str, item: T) -> None:
        self._boards.setdefault(board, deque()).append(item)
        self._filled.set()

    async def get(self) -> T:
        """The next item, as soon as there is one."""
        while not self._boards:
            self._filled.clear()
            await self._filled.wait()
        board = next(iter(self._boards))
        items = self._boards.pop(board)
        item = items.popleft()
        if items:
            self._boards[board] = items
        return item

    def displace(self, board: str) -> T | None:
        """Takes out the newest item of the board with the most, if `board` stays below that board with one more."""
        if not self._boards:
            return None
        longest = max(self._boards, key=lambda one: len(self._boards[one]))
        if len(self._boards[longest]) <= len(self._boards.get(board, ())) + 1:
            return None
        return self._boards[longest].pop()

    def clear(self) -> list[T]:
        """Takes out everything."""
        items = list(self)
        self._boards.clear()
        return items
