"""People who come to the same document through different processes."""

import contextlib
from types import TracebackType
from typing import Self

from tests.brainstorm.clients import Browser


class Visits:
    """Everybody who came. They go when the block is left."""

    async def __aenter__(self) -> Self:
        self._leaving = contextlib.AsyncExitStack()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self._leaving.aclose()

    async def newcomer(self, base: str, link: str = "") -> Browser:
        """Somebody new at this process, who follows a link if there is one."""
        browser = Browser(base)
        self._leaving.push_async_callback(browser.close)
        if link:
            await browser.follow(link)
        return browser

    async def elsewhere(self, person: Browser, base: str) -> Browser:
        """The same person's browser, which another process answers."""
        browser = await self.newcomer(base)
        browser.http.cookies.update(person.http.cookies)
        browser.board = person.board
        return browser
