"""Draws what a recap takes long for, beside the event loop and one at a time, and keeps what many readers ask for."""

import asyncio
import gzip
from collections.abc import Callable, Hashable

import msgspec

from board.markdown.making import Frame, Making, Player, chosen
from board.records.exports.file_cache import FileCache
from board.worksessions.state.recap import KeptVersion

MOST_CACHED = 8 * 1024 * 1024
"""bytes of pages and files"""
MOST_MAKINGS = 8
"""recaps whose frames are kept"""


class RecapPages:
    """Shared by all recaps, whose readers take turns."""

    def __init__(self) -> None:
        self._pages = FileCache(MOST_CACHED)
        self._makings: dict[str, Making] = {}
        # Several at once would take the interpreter from the loop.
        self._one = asyncio.Lock()
        self._players: dict[str, asyncio.Lock] = {}

    async def drawn(self, draw: Callable[[], bytes]) -> bytes:
        """A page that nobody else asks for."""
        async with self._one:
            return await asyncio.to_thread(draw)

    async def shared(self, key: Hashable, draw: Callable[[], bytes]) -> bytes:
        """A page or file for many readers. `key` is everything that it depends on."""
        if (page := self._pages.get(key)) is not None:
            return page
        async with self._one:
            if (page := self._pages.get(key)) is not None:
                return page
            page = await asyncio.to_thread(draw)
            self._pages.put(key, page)
            return page

    async def making(self, sha256: str, kept: bytes, text: str) -> Making:
        """The frames of "Watch it being made", from the versions that are kept beside the recap."""
        async with self._players.setdefault(sha256, asyncio.Lock()):
            made = self._makings.get(sha256)
            if made is None:
                made = self._makings[sha256] = await self._made(kept, text)
                while len(self._makings) > MOST_MAKINGS:
                    self._makings.pop(next(iter(self._makings)))
        self._players.pop(sha256, None)
        return made

    async def _made(self, kept: bytes, text: str) -> Making:
        versions = msgspec.msgpack.decode(kept, type=list[KeptVersion])
        packed = {one.version.number: one.packed for one in versions}

        def text_of(number: int) -> str:
            return gzip.decompress(packed[number]).decode()

        async with self._one:
            texts = await asyncio.to_thread(chosen, [one.version for one in versions], text_of, text)
        player, frames = Player(), list[Frame]()
        for one in texts:
            # All frames take long: others have their turns between two of them.
            async with self._one:
                frames.append(await asyncio.to_thread(player.frame, one))
        return Making(tuple(frames))
