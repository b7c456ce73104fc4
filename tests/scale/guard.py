"""Ends what a test run started, also when the run itself is killed and ends nothing.

The guard is a process of its own that reads from the run what there is to end. When the run is gone, so is the other
end of the pipe. (The kernel's signal for a dead parent comes when the *thread* that started a process ends, and tests
start and restart servers in threads.)
"""

import contextlib
import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from types import TracebackType
from typing import Self

GRACE = 10.0
"""seconds in which a process may end by the signal that it was watched with"""
LOOK = 0.05


class Guard:
    """Knows the processes and folders that have to go when this process goes."""

    def __enter__(self) -> Self:
        # In a session of its own: Ctrl+C in a terminal reaches all processes of the run, and must not reach this one.
        self._process = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, text=True, start_new_session=True
        )
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=2 * GRACE)

    def watch(self, pid: int, how: signal.Signals = signal.SIGKILL) -> None:
        """At the end this process gets the signal, and SIGKILL if it does not go by it."""
        self._tell(f"watch {pid} {how.value}")

    def forget(self, pid: int) -> None:
        """The process has ended, and another one may get its number."""
        self._tell(f"forget {pid} 0")

    def remove(self, folder: str) -> None:
        """At the end, after the processes, this folder goes with all that is in it."""
        self._tell(f"remove 0 {folder}")

    def _tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()


def _read(lines: Iterable[str]) -> tuple[dict[int, int], list[str]]:
    """What is left of the processes with their signals, and of the folders, when the lines end."""
    processes: dict[int, int] = {}
    folders = []
    for line in lines:
        what, pid, value = line.rstrip("\n").split(" ", 2)
        if what == "watch":
            processes[int(pid)] = int(value)
        elif what == "forget":
            processes.pop(int(pid), None)
        else:
            folders.append(value)
    return processes, folders


def _is_there(pid: int) -> bool:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def _end(processes: dict[int, int]) -> None:
    for pid, how in processes.items():
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, how)
    for _ in range(round(GRACE / LOOK)):
        if not any(map(_is_there, processes)):
            return
        select.select([], [], [], LOOK)
    for pid in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def main() -> None:
    processes, folders = _read(sys.stdin)
    _end(processes)
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
