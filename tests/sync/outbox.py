"""What a page does on top of the protocol: it keeps what was not answered, comes back after a restart, sends again."""

import asyncio

import httpx
from websockets.exceptions import InvalidHandshake, InvalidMessage

from tests.sync.clients import Browser, Closed, Tab, Written
from tests.sync.wire import Json

GONE = (Closed, OSError, TimeoutError, InvalidHandshake, InvalidMessage, EOFError, httpx.TransportError)


class Outbox:
    """One person's page. `up` is set while there is a server to talk to."""

    def __init__(self, browser: Browser, up: asyncio.Event) -> None:
        self.browser = browser
        self.up = up
        self.tab: Tab | None = None
        self.answered: list[Written] = []

    async def page(self) -> Tab:
        """The open page, opened again if need be."""
        while self.tab is None:
            await self.up.wait()
            try:
                self.tab = await self.browser.open()
            except GONE:
                continue
        return self.tab

    async def give(self, do: str, **fields: object) -> Json:
        """Gives a command until it is answered for good."""
        while True:
            tab = await self.page()
            try:
                answer = await tab.do(do, **fields)
            except GONE:
                self.tab = None
                continue
            if answer["answer"] != "retry":
                return answer

    async def write(self, ideas: list[Written]) -> None:
        for idea in ideas:
            answer = await self.give("add_idea", idea=idea.id, text=idea.text, secret=idea.secret)
            assert answer["answer"] == "ok", answer
            self.answered.append(idea)
