"""The `board` command in a process that is ready to begin: what every start imports is imported once.

It is the same command in a process of its own; only the seconds that Python takes to read it are saved, of which a
thousand starts would have too many.
"""

import asyncio
import multiprocessing
import os
import signal
import sys
from pathlib import Path

import board.server  # noqa: F401 loaded once, for all starts
from board.__main__ import main
from tests.crowds import quick_crowd

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["__main__", __name__])


def _command(environment: dict[str, str], output: str) -> None:
    file = os.open(output, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.dup2(file, 1)
    os.dup2(file, 2)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["board"]
    # `test_counting` and `test_holds` test how long a crowd takes to form.
    quick_crowd(setattr)
    main()


class Forked:
    """As much of a running process as a test needs."""

    def __init__(self, environment: dict[str, str], output: Path) -> None:
        self._process = _context.Process(target=_command, args=(environment, str(output)), daemon=True)
        self._process.start()
        pid = self._process.pid
        assert pid is not None
        self.pid = pid

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        if self.returncode is None:
            self.send_signal(signal.SIGKILL)

    async def wait(self) -> int:
        loop, over = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self._process.sentinel, over.set)
        try:
            await over.wait()
        finally:
            loop.remove_reader(self._process.sentinel)
        self._process.join()
        assert self._process.exitcode is not None
        return self._process.exitcode
