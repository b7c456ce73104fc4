"""The server's end of the typesetting process: start it, ask it for a file, end it."""

import asyncio
import contextlib
import json
import os
import sys
from pathlib import Path
from typing import Any, Self

from board.records.exports import pipe

COMMAND = (sys.executable, "-P", "-m", "board.records.exports.typesetter")
START = 30.0
"""seconds that the process has to load its fonts"""
END = 5.0
"""seconds that the process has to end by itself once it gets no more work"""
BUFFER = 2**20
"""bytes of an answer that are read ahead"""
# What fonts, libraries and an interpreter are found by. Settings and secrets of the server stay with the server.
PASSED_ON = ("HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PATH", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
SOURCES = Path(__file__).resolve().parents[3]


class CannotStart(Exception):
    """The process does not start, or ends before it is ready."""


class Died(Exception):
    """The process ended, or answered with nonsense, in the middle of a file."""


class Failed(Exception):
    """The process could not typeset this file and is ready for the next; the text is the type of the error."""


class TypesetProcess:
    """One typesetting process that is ready."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.pid = process.pid
        self.files = 0
        """how many files it was asked for"""
        self.memory = 0
        """resident bytes after the last file"""

    @property
    def running(self) -> bool:
        return self._process.returncode is None

    @classmethod
    async def start(cls) -> Self:
        """Returns once the process is ready. Raises CannotStart."""
        pipes = asyncio.subprocess.PIPE
        try:
            # The child is executed, never a fork that runs on: the server has threads.
            process = await asyncio.create_subprocess_exec(
                *COMMAND,
                stdin=pipes,
                stdout=pipes,
                stderr=asyncio.subprocess.DEVNULL,
                env=_environment(),
                limit=BUFFER,
            )
        except OSError as error:
            raise CannotStart from error
        started = cls(process)
        ready = False
        try:
            async with asyncio.timeout(START):
                await started._receive()
            ready = True
        except (Died, Failed, TimeoutError) as error:
            raise CannotStart from error
        finally:
            if not ready:
                await started.kill()
        return started

    async def typeset(self, form: str, record: bytes, link: str | None, *, seconds: float) -> bytes:
        """One file. `record` is JSON. Raises TimeoutError, Died or Failed; only after Failed is the process of use."""
        self.files += 1
        head = json.dumps({"form": form, "link": link, "seconds": seconds}).encode()
        stdin = self._process.stdin
        assert stdin is not None  # noqa: S101 - it was started with pipes
        async with asyncio.timeout(seconds):
            try:
                stdin.write(pipe.frames(head, record))
                await stdin.drain()
            except OSError as error:
                raise Died from error
            return await self._receive()

    async def close(self) -> None:
        """Gives it no more work and waits until it has ended."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(END):
                await self._process.wait()
        await self.kill()

    async def kill(self) -> None:
        """Ends it at once."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        if self._process.stdin is not None:
            self._process.stdin.close()
        if self._process.stdout is not None:
            # The transport closes itself once the pipe was read to its end.
            await self._process.stdout.read()
        await self._process.wait()

    async def _receive(self) -> bytes:
        try:
            head: dict[str, Any] = json.loads(await self._frame())
            content = await self._frame()
        except (asyncio.IncompleteReadError, OSError, ValueError) as error:
            raise Died from error
        self.memory = head["memory"]
        if head["failed"]:
            raise Failed(head["failed"])
        return content

    async def _frame(self) -> bytes:
        stdout = self._process.stdout
        assert stdout is not None  # noqa: S101 - it was started with pipes
        return await stdout.readexactly(pipe.length(await stdout.readexactly(pipe.LENGTH.size)))


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return kept | {"PYTHONPATH": str(SOURCES)}
