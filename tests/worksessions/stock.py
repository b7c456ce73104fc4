"""Pages of unmodified clients: y-websocket's provider in Node, which reconnects by itself."""

import asyncio
from base64 import b64decode
from typing import Any

from tests.brainstorm.node import Script
from tests.brainstorm.running import passing
from tests.brainstorm.wire import Json
from tests.worksessions.clients import Member


async def opened(script: Script, member: Member, name: str) -> int:
    address = f"ws{member.base.removeprefix('http')}/worksessions/{member.board}"
    headers = {"Cookie": member.cookies(), "Origin": member.base}
    return int((await script.ask(open=address, epoch=1, headers=headers, name=name))["page"])


async def until(script: Script, page: int, condition: Any, within: float = 20) -> Json:  # noqa: ANN401
    """Looks until something is true of a page."""
    async with asyncio.timeout(within):
        while not condition(said := await script.ask(page=page)):
            await passing(0.05)
    return said


async def state(script: Script, page: int) -> bytes:
    """The whole document of a page, as an update."""
    return b64decode((await script.ask(page=page, state=True))["state"])
