"""A server of its own that can be killed and started again, and people who come back to its board."""

import asyncio
import contextlib
from pathlib import Path

from tests.cast import QUESTION
from tests.sync import wire
from tests.sync.clients import Browser
from tests.sync.outbox import GONE, Outbox
from tests.sync.running import Process, free_port, start
from tests.sync.wire import Json


class Place:
    """A server that can be killed, and a board on it with people who come back."""

    def __init__(self, file: Path, people: int = 4) -> None:
        self.file = file
        self._people = people
        self.port = free_port()
        self.up = asyncio.Event()
        self.server: Process | None = None
        self.browsers: list[Browser] = []
        self.people: list[Outbox] = []
        self.links: dict[str, str] = {}

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> Process:
        self.server = await start(self.file, self.port)
        self.up.set()
        return self.server

    async def kill(self) -> None:
        assert self.server is not None
        self.up.clear()
        await self.server.kill()
        self.server = None

    async def close(self) -> None:
        """Everybody leaves, and the server ends."""
        for browser in self.browsers:
            with contextlib.suppress(*GONE):
                await browser.close()
        if self.server is not None:
            await self.kill()

    async def kill_and_start(self) -> None:
        await self.kill()
        await self.start()

    async def somebody(self, link: str = "participate") -> Browser:
        browser = Browser(self.base)
        self.browsers.append(browser)
        if self.links:
            await browser.follow(self.links[link])
        return browser

    async def open_board(self) -> Outbox:
        """Opens a board; returns the facilitator's page. The others are in `people`."""
        answer = await (await self.somebody()).post("/api/boards", json={"question": QUESTION})
        self.links = answer.json()["links"]
        leads = Outbox(await self.somebody("facilitate"), self.up)
        self.people = [Outbox(await self.somebody(), self.up) for _ in range(self._people)]
        return leads

    async def view(self) -> Json:
        """The whole document as somebody sees it who comes now; everybody gets the very same bytes."""
        pages = [await one.open() for one in self.browsers if one.board]
        assert len({b"".join(frame for frame in page.frames if frame[0] == wire.SYNC) for page in pages}) == 1
        assert all(page.all() == pages[0].all() for page in pages)
        assert len({page.doc.get_state() for page in pages}) == 1
        for page in pages:
            await page.close()
        return pages[0].all()
