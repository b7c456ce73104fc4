"""How much disk space is left: what is too little, how often it is looked at, and what tells a full disk."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from board.db import space
from board.db.engine import is_disk_full
from board.db.space import RESERVE, FreeSpace, Usage

LARGE = 500 * 10**9
SHORT = [
    (LARGE, RESERVE - 1, True),
    (LARGE, RESERVE, False),
    (100_000_000, 9_999_999, True),
    (100_000_000, 10_000_000, False),
]


@pytest.mark.parametrize(("total", "free", "short"), SHORT)
async def test_what_is_too_little(total: int, free: int, short: bool) -> None:
    assert await FreeSpace(Path("/"), lambda _: Usage(total, total - free, free)).is_short() is short


async def test_one_look_counts_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    free = [10, LARGE]
    looked = FreeSpace(Path("/"), lambda _: Usage(LARGE, 0, free.pop(0)))
    assert [await looked.is_short() for _ in range(3)] == [True, True, True]
    monkeypatch.setattr(space, "CHECK_EVERY", -1e9)
    looked._look_at = 0.0
    assert not await looked.is_short()


async def test_a_volume_that_cannot_be_asked_is_not_short() -> None:
    def fails(_: Path) -> Usage:
        raise PermissionError

    assert not await FreeSpace(Path("/"), fails).is_short()


async def test_the_real_volume_of_a_database(tmp_path: Path) -> None:
    found = FreeSpace.of(make_url(f"sqlite+aiosqlite:///{tmp_path}/board.db"))
    assert found._folder == tmp_path
    assert found._usage(tmp_path).total > 0
    assert not await FreeSpace.of(make_url("postgresql+psycopg://db/board")).is_short()


def test_which_faults_mean_a_full_disk(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "small.db")) as small:
        small.execute("PRAGMA max_page_count=3")
        small.execute("CREATE TABLE t (x)")
        with pytest.raises(sqlite3.OperationalError) as full:
            small.execute("INSERT INTO t VALUES (zeroblob(100000))")
        with pytest.raises(sqlite3.OperationalError) as other:
            small.execute("SELECT * FROM nothing")
    wrapped = DBAPIError.instance("INSERT", None, full.value, sqlite3.Error, hide_parameters=True)
    assert is_disk_full(wrapped)
    assert is_disk_full(OSError(errno.ENOSPC, "no space"))
    assert not is_disk_full(other.value)
    assert not is_disk_full(OSError(errno.EIO, "broken"))
    assert not is_disk_full(ValueError())
