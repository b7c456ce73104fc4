"""Runs the rendering of texts beside the event loop, one at a time, and keeps the last result of each session."""

import asyncio
from weakref import WeakKeyDictionary

from board.worksessions.engine.room import SessionRoom
from board.worksessions.exports.rendering import rendered


class TextRenderer:
    """Shared by all sessions."""

    def __init__(self) -> None:
        self._last: WeakKeyDictionary[SessionRoom, tuple[str, str]] = WeakKeyDictionary()
        """the text that was rendered last, and its HTML"""
        # Several at once would take the interpreter from the loop.
        self._one = asyncio.Lock()

    async def current(self, room: SessionRoom) -> str:
        """The text of a session as HTML."""
        if (found := self._kept(room)) is not None:
            return found
        async with self._one:
            # Of many pages that ask at once, the first one renders.
            if (found := self._kept(room)) is not None:
                return found
            text = room.session.meta.text
            made = await asyncio.to_thread(rendered, text)
            self._last[room] = (text, made)
            return made

    async def fragment(self, text: str) -> str:
        """Another text as HTML, such as an earlier version."""
        async with self._one:
            return await asyncio.to_thread(rendered, text)

    def _kept(self, room: SessionRoom) -> str | None:
        text, made = self._last.get(room, (None, ""))
        return made if text == room.session.meta.text else None
