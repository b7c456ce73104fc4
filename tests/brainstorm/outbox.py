"""What a page does on top of the protocol: it keeps what was not answered, comes back after a restart, sends again."""

import asyncio
import contextlib
from collections.abc import Callable

import httpx
from websockets.exceptions import InvalidHandshake, InvalidMessage

from tests.brainstorm.clients import Browser, Closed, Tab, Written
from tests.brainstorm.wire import Json

GONE = (Closed, OSError, TimeoutError, InvalidHandshake, InvalidMessage, EOFError, httpx.TransportError)


class Outbox:
    """One person's page. `up` is set while there is a server to talk to."""

    def __init__(self, browser: Browser, up: asyncio.Event) -> None:
        self.browser = browser
        self.up = up
        self.tab: Tab | None = None
        self.answered: list[Written] = []
        self._last: Tab | None = None
        self._opening = asyncio.Lock()

    async def page(self) -> Tab:
        """The open page, opened again with the replica it had if need be."""
        async with self._opening:
            while self.tab is None or self.tab.gone:
                await self.up.wait()
                with contextlib.suppress(*GONE):
                    self.tab = self._last = await self.browser.open(before=self._last)
            return self.tab

    async def until(self, condition: Callable[[Tab], object]) -> Tab:
        """The page once this is true of it, whatever happens to the server meanwhile."""
        while True:
            tab = await self.page()
            try:
                await tab.until(condition)
            except GONE:
                self.lost(tab)
            else:
                return tab

    def lost(self, tab: Tab) -> None:
        """The server went away under this page."""
        if self.tab is tab:
            self.tab = None

    async def give(self, do: str, **fields: object) -> Json:
        """Gives a command until it is answered for good."""
        while True:
            tab = await self.page()
            try:
                answer = await tab.do(do, **fields)
            except GONE:
                self.lost(tab)
                continue
            if answer["answer"] != "retry":
                return answer

    async def write(self, ideas: list[Written]) -> None:
        for idea in ideas:
            answer = await self.give("add_idea", idea=idea.id, text=idea.text, secret=idea.secret)
            assert answer["answer"] == "ok", answer
            self.answered.append(idea)
