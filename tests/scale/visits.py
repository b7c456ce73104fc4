"""People who come to the same document through different processes."""

import asyncio
import contextlib
from types import TracebackType
from typing import Self

from tests.brainstorm.clients import Browser
from tests.brainstorm.running import passing
from tests.worksessions.clients import Member


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

    async def member(self, base: str, link: str, name: str) -> Member:
        """Somebody new who joins a session at this process."""
        member = Member(base)
        self._leaving.push_async_callback(member.close)
        await member.joins(link, name)
        return member

    async def elsewhere(self, person: Browser, base: str) -> Browser:
        """The same person's browser, which another process answers."""
        browser = type(person)(base)
        self._leaving.push_async_callback(browser.close)
        browser.http.cookies.update(person.http.cookies)
        browser.board = person.board
        return browser


async def status(browser: Browser, path: str = "/health") -> int:
    """What a server answers with."""
    return (await browser.http.get(path)).status_code


async def becomes(browser: Browser, expected: int) -> None:
    """Waits until a server's health is this."""
    async with asyncio.timeout(60):
        while await status(browser) != expected:
            await passing(0.1)
