"""Pages that reconnect as browsers do, with the pauses of `frontend/src/live/connection.ts`: one table."""

import asyncio
import random
import time

from tests.brainstorm.clients import Browser, Closed, Tab
from tests.brainstorm.outbox import GONE
from tests.brainstorm.running import passing

RESTARTING = 1012
SHORTEST, LONGEST = 250, 10_000


def pause(attempts: int, chance: float) -> float:
    """The pause in milliseconds after this number of attempts in a row."""
    return min(float(LONGEST), 2.0 * SHORTEST * 2.0**attempts) * (0.5 + chance / 2)


class Page:
    """One person's page, which comes back by itself."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.tab: Tab | None = None
        self.tries = 0
        """since the connection was lost"""
        self.lost_at = 0.0
        self.back_at = 0.0

    async def opens(self) -> None:
        self.tab = await self.browser.open()

    async def comes_back(self) -> None:
        """Waits for the end of the connection, and returns when the board is there again."""
        assert self.tab is not None
        code = await self.tab.closed()
        self.lost_at, self.tries = time.monotonic(), 0
        attempts = 2 if code == RESTARTING else 0
        while True:
            await passing(pause(attempts, random.random()) / 1000)
            attempts, self.tries = attempts + 1, self.tries + 1
            try:
                async with asyncio.timeout(10):
                    self.tab = await self.browser.open()
            except (*GONE, Closed):
                continue
            self.back_at = time.monotonic()
            return
