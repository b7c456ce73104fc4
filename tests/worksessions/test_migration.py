"""A database from before there were sessions: every board is there afterwards, and sessions can be opened."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from board.db.base import metadata
from board.db.migrate import MIGRATIONS, migrate
from tests.brainstorm.clients import browser
from tests.brainstorm.database import rows
from tests.brainstorm.running import MovableClock, serving
from tests.brainstorm.traces import full
from tests.cast import Group
from tests.worksessions.clients import session

pytestmark = pytest.mark.anyio
ADDED = {
    *("chains", "worksessions", "session_links", "renewed_links", "deleted_session_links", "deleted_worksessions"),
    *("session_seats", "session_versions", "agreement_keys", "agreement_answers"),
}


def tables(file: Path) -> set[str]:
    return {str(row[0]) for row in rows(file, "SELECT name FROM sqlite_master WHERE type = 'table'")}


def content(file: Path, names: set[str]) -> dict[str, list[tuple[object, ...]]]:
    return {name: sorted(rows(file, f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608


async def before_sessions(group: Group, folder: Path) -> Path:
    """The group's database as the version before would have written it."""
    versions = folder / "versions"
    versions.mkdir()
    for file in sorted((MIGRATIONS / "versions").glob("000[1-6]_*.py")):
        shutil.copy(file, versions)
    old = folder / "old.db"
    await migrate(f"sqlite+aiosqlite:///{old}", metadata, versions)
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("ATTACH ? AS filled", [str(group.server.file)])
        for name in tables(old) - {"alembic_version"}:
            connection.execute(f"INSERT INTO main.{name} SELECT * FROM filled.{name}")  # noqa: S608
    return old


async def test_boards_stay_as_they_are_and_sessions_can_be_opened(
    group: Group, tmp_path: Path, clock: MovableClock
) -> None:
    await full(group)
    await group.server.settled()
    old = await before_sessions(group, tmp_path)
    known = tables(old)
    assert not known & ADDED
    before = content(old, known - {"alembic_version"})
    assert sum(map(len, before.values())) > 20
    await migrate(f"sqlite+aiosqlite:///{old}", metadata)
    assert tables(old) - known >= ADDED
    assert content(old, known - {"alembic_version"}) == before
    async with serving(old, clock) as server, browser(server.base) as pia:
        await pia.follow(group.links["participate"].removeprefix(group.server.base))
        assert (await pia.open()).all() == group.pia.all()
        async with session(server) as work:
            await work.lead.tab.ok("start")
