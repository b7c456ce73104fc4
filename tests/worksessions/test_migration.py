"""A database from before there were sessions, and one from before people wrote their text together."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pycrdt import Doc, Map

from board.db.base import metadata
from board.db.migrate import MIGRATIONS, migrate
from tests.brainstorm.clients import browser
from tests.brainstorm.database import rows
from tests.brainstorm.running import MovableClock, serving
from tests.brainstorm.traces import full
from tests.cast import Group
from tests.worksessions.clients import Member, Work, session
from tests.worksessions.text_pages import TextPage

pytestmark = pytest.mark.anyio
ADDED = {
    *("chains", "worksessions", "session_links", "renewed_links", "deleted_session_links", "deleted_worksessions"),
    *("session_seats", "session_versions", "agreement_keys", "agreement_answers"),
}


def tables(file: Path) -> set[str]:
    return {str(row[0]) for row in rows(file, "SELECT name FROM sqlite_master WHERE type = 'table'")}


def content(file: Path, names: set[str]) -> dict[str, list[tuple[object, ...]]]:
    return {name: sorted(rows(file, f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608


async def before(filled: Path, folder: Path, migrations: str) -> Path:
    """A database with the schema after these migrations, and of this one the rows that have a place in it."""
    versions = folder / "versions"
    versions.mkdir()
    for file in sorted((MIGRATIONS / "versions").glob(migrations)):
        shutil.copy(file, versions)
    old = folder / "old.db"
    await migrate(f"sqlite+aiosqlite:///{old}", metadata, versions)
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("ATTACH ? AS filled", [str(filled)])
        for name in tables(old) - {"alembic_version"}:
            columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({name})"))
            connection.execute(f"INSERT INTO main.{name} ({columns}) SELECT {columns} FROM filled.{name}")  # noqa: S608
    return old


def with_the_text_as_a_field(old: Path, id: str, text: str) -> None:
    """The document of a session, as it was when the server alone wrote its text."""
    governed: Doc[Map[object]] = Doc()
    with closing(sqlite3.connect(old)) as connection, connection:
        for (update,) in connection.execute('SELECT "update" FROM log WHERE document = ? ORDER BY seq', [id]):
            governed.apply_update(update)
        meta = governed.get("meta", type=Map)
        for key in ("text_epoch", "text_digest", "headings", "characters", "words", "written"):
            meta.pop(key)
        meta.update({"text": text, "version": 7})
        connection.execute("DELETE FROM log WHERE document LIKE ?", [f"{id}%"])
        (epoch,) = connection.execute("SELECT epoch FROM worksessions WHERE id = ?", [id]).fetchone()
        connection.execute("INSERT INTO log VALUES (?, ?, 1, ?)", [id, epoch, governed.get_update()])


async def test_boards_stay_as_they_are_and_sessions_can_be_opened(
    group: Group, tmp_path: Path, clock: MovableClock
) -> None:
    await full(group)
    await group.server.settled()
    old = await before(group.server.file, tmp_path, "000[1-6]_*.py")
    known = tables(old)
    assert not known & ADDED
    kept = content(old, known - {"alembic_version"})
    assert sum(map(len, kept.values())) > 20
    await migrate(f"sqlite+aiosqlite:///{old}", metadata)
    assert tables(old) - known >= ADDED
    assert content(old, known - {"alembic_version"}) == kept
    async with serving(old, clock) as server, browser(server.base) as pia:
        await pia.follow(group.links["participate"].removeprefix(group.server.base))
        assert (await pia.open()).all() == group.pia.all()
        async with session(server) as work:
            await work.lead.tab.ok("start")


@pytest.mark.parametrize("ended", [False, True])
async def test_a_text_from_before_is_written_on_together(
    running: Work, tmp_path: Path, clock: MovableClock, *, ended: bool
) -> None:
    await running.members[1].tab.ok("add_task", task="a0000000-0000-4000-8000-000000000001", text="Ask Iris")
    if ended:
        await running.lead.tab.ok("end", verdict="done")
    await running.server.settled()
    old = await before(running.server.file, tmp_path, "000[1-7]_*.py")
    text = "# Zoë 😀\n\n## Scope\n\n\u05e9\u05dc\u05d5\u05dd and more.\n"
    with_the_text_as_a_field(old, running.id, text)
    await migrate(f"sqlite+aiosqlite:///{old}", metadata)
    [[governed]] = [kept for id, _epoch, _seq, *kept in rows(old, "SELECT * FROM log") if id == running.id]
    assert b"and more" not in governed  # type: ignore[operator]
    async with serving(old, clock) as server:
        lead = Member(server.base)
        await lead.follow(running.links["lead"].removeprefix(running.server.base))
        tab = await lead.open()
        assert (await lead.export("json")).json()["text"] == text
        await tab.until(lambda tab: tab.meta("characters") == len(text))
        assert [one["words"] for one in tab.meta("headings")] == ["Zoë 😀", "Scope"]
        assert "Ask Iris" in {one["text"] for one in tab.root("tasks").values()}
        if not ended:
            await lead.joins(running.links["lead"].removeprefix(running.server.base), "Ana")
            page = await TextPage.opened(lead)
            page.type("Before it. ", 0)
            await page.saved()
            await page.close()
            assert (await lead.export("json")).json()["text"] == "Before it. " + text
        await lead.close()
