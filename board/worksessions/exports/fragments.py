"""Runs the rendering of texts beside the event loop, one at a time, and keeps the last results of each session."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from weakref import WeakKeyDictionary

from board.worksessions.engine.room import SessionRoom
from board.worksessions.exports.rendering import rendered

_Results = WeakKeyDictionary[SessionRoom, tuple[str, str]]
"""a text and its HTML"""


SOON = 0.3
"""seconds that a page waits for its text, which it can fetch afterwards"""


class TextRenderer:
    """Shared by all sessions, which take turns: many requests for one session keep another waiting for one text."""

    def __init__(self) -> None:
        self._current: _Results = WeakKeyDictionary()
        self._earlier: _Results = WeakKeyDictionary()
        # Several at once would take the interpreter from the loop.
        self._one = asyncio.Lock()
        self._queues: WeakKeyDictionary[SessionRoom, asyncio.Lock] = WeakKeyDictionary()

    async def current(self, room: SessionRoom) -> str:
        """The text of a session as HTML."""
        return await self._made(room, self._current, lambda: room.session.text.value)

    async def soon(self, room: SessionRoom) -> str | None:
        """The same for a page that does not wait long; None when it takes more than `SOON`."""
        making = asyncio.ensure_future(self.current(room))
        await asyncio.wait({making}, timeout=SOON)
        return making.result() if making.done() else None

    async def earlier(self, room: SessionRoom, text: str) -> str:
        """A text that the session had before, as HTML."""
        return await self._made(room, self._earlier, lambda: text)

    async def _made(self, room: SessionRoom, kept: _Results, text: Callable[[], str]) -> str:
        if (found := _result(kept, room, text())) is not None:
            return found
        async with self._turn(room):
            # Of many pages that ask at once, the first one renders.
            if (found := _result(kept, room, wanted := text())) is not None:
                return found
            made = await asyncio.to_thread(rendered, wanted)
            kept[room] = (wanted, made)
            return made

    @asynccontextmanager
    async def _turn(self, room: SessionRoom) -> AsyncIterator[None]:
        async with self._queues.setdefault(room, asyncio.Lock()), self._one:
            yield


def _result(kept: _Results, room: SessionRoom, text: str) -> str | None:
    known, made = kept.get(room, (None, ""))
    return made if known == text else None
