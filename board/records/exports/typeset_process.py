"""The parent's side of the typesetting process: starts it, requests files, ends it."""

import asyncio
import contextlib
import json
import os
import sys
from pathlib import Path
from typing import Self

from board.records.canonical import Json
from board.records.exports import pipe
from board.words import language

COMMAND = (sys.executable, "-P", "-m", "board.records.exports.typesetter")
START = 30.0
"""seconds in which the process has to load its fonts"""
END = 5.0
"""seconds in which the process has to exit after its stdin was closed"""
BUFFER = 2**20
"""bytes of a response that are buffered"""
# Variables that locate fonts, libraries and the interpreter. The child gets none of the server's settings or secrets.
PASSED_ON = ("HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PATH", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
SOURCES = Path(__file__).resolve().parents[3]


class CannotStart(Exception):
    """The process did not start, or ended before it was ready."""


class Died(Exception):
    """The process ended, or sent an invalid response, in the middle of a file."""


class Failed(Exception):
    """The process could not typeset this file and is ready for the next. The message is the type of the error."""


class TypesetProcess:
    """A typesetting process that is ready for files."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.pid = process.pid
        self.files = 0
        """how many files were requested"""
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
            # A new program, never a plain fork: the server has threads.
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

    async def typeset(self, renderer: str, record: bytes, link: str | None, *, seconds: float) -> bytes:
        """Returns one file in the current language. `record` is JSON.

        Raises TimeoutError, Died or Failed. The process can be used again only after Failed.
        """
        self.files += 1
        head = json.dumps({"renderer": renderer, "link": link, "seconds": seconds, "language": language.get()}).encode()
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
        """Closes its stdin and waits until it has ended."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(END):
                await self._process.wait()
        await self.kill()

    async def kill(self) -> None:
        """Kills it."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        if self._process.stdin is not None:
            self._process.stdin.close()
        if self._process.stdout is not None:
            # The transport closes itself after the pipe was read to its end.
            await self._process.stdout.read()
        await self._process.wait()

    async def _receive(self) -> bytes:
        try:
            head: Json = json.loads(await self._frame())
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
