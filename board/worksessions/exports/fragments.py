"""Runs what takes long with texts beside the event loop, one at a time, and keeps the last results of each session."""

import asyncio
from collections.abc import AsyncIterator, Callable, Hashable
from contextlib import asynccontextmanager
from typing import TypeVar, cast
from weakref import WeakKeyDictionary

from board.markdown.changes import Changes, changes
from board.markdown.making import Frame, Making, Player, chosen
from board.markdown.rendering import rendered
from board.worksessions.engine.room import SessionRoom

_Results = WeakKeyDictionary[SessionRoom, tuple[Hashable, object]]
"""what was asked for, and what was made of it"""
_Key = TypeVar("_Key", bound=Hashable)
_Made = TypeVar("_Made")

SOON = 0.3
"""seconds that a page waits for its text, which it can fetch afterwards"""


class TextRenderer:
    """Shared by all sessions, which take turns: many requests for one session keep another waiting for one text."""

    def __init__(self) -> None:
        self._current: _Results = WeakKeyDictionary()
        self._earlier: _Results = WeakKeyDictionary()
        self._changes: _Results = WeakKeyDictionary()
        self._making: _Results = WeakKeyDictionary()
        self._players: WeakKeyDictionary[SessionRoom, asyncio.Lock] = WeakKeyDictionary()
        # Several at once would take the interpreter from the loop.
        self._one = asyncio.Lock()
        self._queues: WeakKeyDictionary[SessionRoom, asyncio.Lock] = WeakKeyDictionary()

    async def current(self, room: SessionRoom) -> str:
        """The text of a session as HTML."""
        return await self._made(room, self._current, lambda: room.session.text.value, rendered)

    async def soon(self, room: SessionRoom) -> str | None:
        """The same for a page that does not wait long; None when it takes more than `SOON`."""
        making = asyncio.ensure_future(self.current(room))
        await asyncio.wait({making}, timeout=SOON)
        return making.result() if making.done() else None

    async def earlier(self, room: SessionRoom, text: str) -> str:
        """A text that the session had before, as HTML."""
        return await self._made(room, self._earlier, lambda: text, rendered)

    async def changes(self, room: SessionRoom, before: str, after: str) -> Changes:
        """What changed from one text of the session to another."""
        return await self._made(room, self._changes, lambda: (before, after), lambda both: changes(*both))

    async def making(self, room: SessionRoom) -> Making:
        """How the text came about, from its kept versions."""
        async with self._players.setdefault(room, asyncio.Lock()):
            session = room.session
            texts = chosen(session.meta.versions, session.text_of, session.text.value)
            if found := _result(self._making, room, texts):
                return cast("Making", found[0])
            player, frames = Player(), list[Frame]()
            for one in texts:
                # All frames take long: others have their turns between two of them.
                async with self._turn(room):
                    frames.append(await asyncio.to_thread(player.frame, one))
            made = Making(tuple(frames))
            self._making[room] = (texts, made)
            return made

    async def _made(
        self, room: SessionRoom, kept: _Results, wanted: Callable[[], _Key], make: Callable[[_Key], _Made]
    ) -> _Made:
        if found := _result(kept, room, wanted()):
            return cast("_Made", found[0])
        async with self._turn(room):
            # Of many pages that ask at once, the first one makes it.
            if found := _result(kept, room, key := wanted()):
                return cast("_Made", found[0])
            made = await asyncio.to_thread(make, key)
            kept[room] = (key, made)
            return made

    @asynccontextmanager
    async def _turn(self, room: SessionRoom) -> AsyncIterator[None]:
        async with self._queues.setdefault(room, asyncio.Lock()), self._one:
            yield


def _result(kept: _Results, room: SessionRoom, key: Hashable) -> tuple[object] | None:
    known, made = kept.get(room, (None, None))
    return (made,) if known == key else None
