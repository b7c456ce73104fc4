"""The typesetting process: `python -m board.records.exports.typesetter`, started by the server on demand.

It reads requests from stdin and writes files to stdout, one at a time (see `pipe`). It ends when stdin is closed, which
also happens when the server dies. Its arguments, environment and errors never hold what people wrote.
"""

import contextlib
import json
import os
import resource
import signal
import sys
from pathlib import Path
from pkgutil import resolve_name
from typing import BinaryIO

from board.records.canonical import Json
from board.records.exports import pipe, typeset
from board.words import language

MOST_MEMORY = 1536 * 2**20
"""bytes that the process may allocate; 500 ideas of 900 characters in fourteen scripts need 500 MB"""
ORPHANED = 5.0
"""seconds after the deadline at which the process ends by itself, if no server is left to kill it"""


def main() -> None:
    """Serves requests until stdin is closed."""
    requests, answers = sys.stdin.buffer, _take_stdout()
    _limit_itself()
    typeset.faces()
    _answer(answers, b"", None)
    while (head := _read(requests)) is not None and (record := _read(requests)) is not None:
        asked = json.loads(head)
        signal.setitimer(signal.ITIMER_REAL, asked["seconds"] + ORPHANED)
        language.set(asked["language"])
        _answer(answers, *_render(asked, record))
        signal.setitimer(signal.ITIMER_REAL, 0)


def _render(asked: Json, record: bytes) -> tuple[bytes, str | None]:
    """Returns the file, or the type of the error, because an error message may quote people."""
    try:
        content = resolve_name(asked["renderer"])(json.loads(record), asked["link"])
    except Exception as error:
        return b"", type(error).__qualname__
    return (content, None) if len(content) <= pipe.MOST_BYTES else (b"", "FileTooLarge")


def _answer(answers: BinaryIO, content: bytes, failed: str | None) -> None:
    head = json.dumps({"memory": resident(), "failed": failed}).encode()
    answers.write(pipe.frames(head, content))
    answers.flush()


def _read(requests: BinaryIO) -> bytes | None:
    head = requests.read(pipe.LENGTH.size)
    if len(head) < pipe.LENGTH.size:
        return None
    size = pipe.length(head)
    content = requests.read(size)
    return content if len(content) == size else None


def _take_stdout() -> BinaryIO:
    """Returns the pipe to the server, and discards whatever a library prints, which would corrupt the frames."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def _limit_itself() -> None:
    # Ctrl+C reaches every process of a terminal, but the server finishes its requests first.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A core dump would write people's texts to the disk.
    for limit, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_DATA, MOST_MEMORY)):
        # Some systems cannot limit data, or have a lower limit already.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, resource.getrlimit(limit)[1]))


def resident() -> int:
    """The resident bytes of this process; on systems without /proc their peak."""
    with contextlib.suppress(OSError):
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


if __name__ == "__main__":
    main()
