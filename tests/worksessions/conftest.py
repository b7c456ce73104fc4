"""A work session with the lead in it."""

from collections.abc import AsyncIterator

import pytest

from tests.brainstorm.running import Server
from tests.worksessions.clients import Work, session


@pytest.fixture
async def work(server: Server) -> AsyncIterator[Work]:
    """A session together, of 60 minutes, before its start."""
    async with session(server) as work:
        yield work


@pytest.fixture
async def running(work: Work) -> Work:
    """The same with a second person, after the start."""
    await work.comes("Ben")
    await work.lead.tab.ok("start")
    await work.until_meta(state="running")
    return work
