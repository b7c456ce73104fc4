"""A server of its own that can be killed and started again, and people who come back to its board."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from tests.brainstorm import wire
from tests.brainstorm.clients import Browser
from tests.brainstorm.outbox import GONE, Outbox
from tests.brainstorm.running import Process, begin, eventually, passing
from tests.brainstorm.wire import Json
from tests.cast import QUESTION
from tests.ports import free_port

LONGEST_PEACE = 0.8
"""seconds between two kills at most"""


@contextlib.asynccontextmanager
async def standing(file: Path, people: int = 4, **settings: str) -> "AsyncIterator[Place]":
    """A place with its server up, until the block is left."""
    place = Place(file, people, **settings)
    await place.start()
    try:
        yield place
    finally:
        await place.close()


class Place:
    """A server that can be killed, and people with pages of its boards. `people` are on the one of `open_board`."""

    def __init__(self, file: Path, people: int = 4, **settings: str) -> None:
        self.file = file
        self._people = people
        self._settings = settings
        self.port = free_port()
        self.up = asyncio.Event()
        self.server: Process | None = None
        self.browsers: list[Browser] = []
        self.people: list[Outbox] = []
        self.links: dict[str, str] = {}

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def begin(self) -> Process:
        """Starts the server without waiting for it."""
        self.server = await begin(self.file, self.port, fork=True, **self._settings)
        return self.server

    async def start(self) -> Process:
        server = await self.begin()
        await server.answers()
        self.up.set()
        return server

    async def kill(self) -> None:
        assert self.server is not None
        self.up.clear()
        await self.server.kill()
        self.server = None

    async def close(self) -> None:
        """Everybody leaves, and the server ends."""
        await self.all_leave()
        if self.server is not None:
            await self.kill()

    async def all_leave(self) -> None:
        for browser in self.browsers:
            with contextlib.suppress(*GONE):
                await browser.close()
        self.browsers.clear()

    async def kill_and_start(self) -> None:
        await self.kill()
        await self.start()

    async def kill_at_random(self, answered: Callable[[], int]) -> None:
        """Kills the server at some moment of its work, one time in ten before it has come up, and starts it again."""
        if random.random() < 0.1:
            await self.kill()
            await self.begin()
            await passing(random.uniform(0, 0.4))
        else:
            before = answered()
            await passing(random.uniform(0, LONGEST_PEACE))
            # Wait until it works again: otherwise a slow machine would kill only an idle server.
            await eventually(lambda: answered() > before, within=30)
        await self.kill_and_start()

    async def somebody(self, link: str = "participate", links: dict[str, str] | None = None) -> Browser:
        """Somebody who has a link, of the one board if no other is named."""
        browser = Browser(self.base)
        self.browsers.append(browser)
        if links := links or self.links:
            await browser.follow(links[link])
        return browser

    async def new_board(self, **settings: object) -> dict[str, str]:
        """Opens a board; returns its links."""
        answer = await (await self.somebody()).post("/api/boards", json={"question": QUESTION} | settings)
        assert answer.status_code == 201, answer.text
        links: dict[str, str] = answer.json()["links"]
        return links

    async def open_board(self) -> Outbox:
        """Opens the one board; returns the facilitator's page. The others are in `people`."""
        self.links = await self.new_board()
        leads = Outbox(await self.somebody("facilitate"), self.up)
        self.people = [Outbox(await self.somebody(), self.up) for _ in range(self._people)]
        return leads

    async def view(self) -> Json:
        """The whole document as a late joiner sees it; every page holds the same bytes."""
        pages = [await one.open() for one in self.browsers if one.board]
        assert len({b"".join(frame for frame in page.frames if frame[0] == wire.SYNC) for page in pages}) == 1
        assert all(page.all() == pages[0].all() for page in pages)
        assert len({page.doc.get_state() for page in pages}) == 1
        for page in pages:
            await page.close()
        return pages[0].all()
