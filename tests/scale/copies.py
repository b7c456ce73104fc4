"""What tests do with `board copy` and its source: refuse it, change it, kill it."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from board.preparing import copy
from tests.scale.cluster import Database

ROOT = Path(__file__).parents[2]
COMMITS = 33
"""of a copy of this database; the last ends it, the one before brings the records"""


def complaint(source: str, target: str) -> str:
    """What a copy ends with that cannot be made."""
    with pytest.raises(SystemExit) as ended:
        copy(source, target)
    assert "\n" not in str(ended.value.code)
    return str(ended.value.code)


def run_sql(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def interrupt(source: Path, target: Database, at: int, when: str) -> None:
    """Kills a copy at one of its commits."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.scale.interrupted", str(at), when, str(source), target.url],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stdout + ended.stderr
