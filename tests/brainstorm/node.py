"""Node as a process beside the test, running modules of the board page: one JSON line asks, one answers."""

import asyncio
import contextlib
import json
import os
from collections.abc import AsyncIterator

from frontend.node import node
from tests.brainstorm.running import ROOT
from tests.brainstorm.wire import Json

SCRIPTS = ROOT / "frontend" / "referee"
LARGEST_LINE = 64 * 1024 * 1024


class Script:
    """A script that runs. Whoever asks waits for the answer before the next may ask."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._turn = asyncio.Lock()

    async def tell(self, **line: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(line).encode() + b"\n")
        await self._process.stdin.drain()

    async def line(self) -> Json:
        """The next line that it says. Fails when it ended instead."""
        assert self._process.stdout is not None
        said = await self._process.stdout.readline()
        assert said, "Node ended: its error is above"
        plain = json.loads(said)
        assert isinstance(plain, dict)
        return plain

    async def ask(self, **line: object) -> Json:
        # A cancelled caller still takes its answer: the next caller would take it for its own.
        return await asyncio.shield(asyncio.create_task(self._ask(**line)))

    async def _ask(self, **line: object) -> Json:
        async with self._turn:
            await self.tell(**line)
            return await self.line()


@contextlib.asynccontextmanager
async def running(script: str) -> AsyncIterator[Script]:
    """Runs a script of `frontend/referee` until the block is left."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        node(),
        str(SCRIPTS / script),
        stdin=pipe,
        stdout=pipe,
        env={"PATH": os.environ.get("PATH", os.defpath)},
        limit=LARGEST_LINE,
    )
    try:
        yield Script(process)
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
