"""A work session with the lead in it."""

from collections.abc import AsyncIterator

import httpx
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


@pytest.fixture
async def recap(running: Work) -> str:
    """The address of the recap that the lead shared."""
    await running.lead.tab.ok("end", verdict="done")
    return str((await running.lead.tab.ok("share", visibility="link"))["recap"])


@pytest.fixture
async def mara(running: Work) -> AsyncIterator[httpx.AsyncClient]:
    """A reader, who has no link to the session."""
    async with httpx.AsyncClient(base_url=running.server.base) as http:
        yield http
