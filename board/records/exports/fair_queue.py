"""A queue that serves its sources in turn, however many items one of them has waiting."""

import asyncio
from collections import deque
from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class FairQueue(Generic[T]):
    """Round robin over sources; first in, first out within a source."""

    def __init__(self) -> None:
        # In the order of service.
        self._sources: dict[str, deque[T]] = {}
        self._filled = asyncio.Event()

    def __iter__(self) -> Iterator[T]:
        return (item for items in self._sources.values() for item in items)

    def put(self, source: str, item: T) -> None:
        self._sources.setdefault(source, deque()).append(item)
        self._filled.set()

    async def get(self) -> T:
        """Waits for the next item and takes it out."""
        while not self._sources:
            self._filled.clear()
            await self._filled.wait()
        source = next(iter(self._sources))
        items = self._sources.pop(source)
        item = items.popleft()
        if items:
            self._sources[source] = items
        return item

    def displace(self, source: str) -> T | None:
        """Takes out the newest item of the longest source, unless one item more would make `source` as long."""
        if not self._sources:
            return None
        longest = max(self._sources, key=lambda one: len(self._sources[one]))
        if len(self._sources[longest]) <= len(self._sources.get(source, ())) + 1:
            return None
        return self._sources[longest].pop()

    def clear(self) -> list[T]:
        """Takes out everything."""
        items = list(self)
        self._sources.clear()
        return items
