"""Programs that a test starts and ends: each with a group of its own, so that its children end with it."""

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

GRACE = 10.0
"""seconds in which a program that is asked to end may do so"""


@contextlib.contextmanager
def running(
    command: list[str], log: Path, *, environment: dict[str, str] | None = None, pass_fds: tuple[int, ...] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    """A program that runs as long as the block; what it says is appended to `log`."""
    with log.open("ab") as said:
        process = subprocess.Popen(
            [*_with_its_parent(), *command],
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=pass_fds,
        )
    try:
        yield process
    finally:
        _end(process)


def _with_its_parent() -> list[str]:
    """Where the system can do it, a program also ends when the tests are killed and clean nothing up."""
    return [setpriv, "--pdeathsig", "TERM"] if (setpriv := shutil.which("setpriv")) else []


def _end(process: subprocess.Popen[bytes]) -> None:
    for how in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=GRACE)
