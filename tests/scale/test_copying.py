"""`board copy`: everything of a database is in another one, once, whatever interrupts it."""

import hashlib
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from board.brainstorm import STORED_BOARDS
from board.copying import copying, rows
from board.db.base import metadata
from board.db.engine import create_engine
from board.preparing import copy, prepare
from board.settings import Settings
from board.worksessions import STORED_SESSIONS
from tests.scale import stored
from tests.scale.cluster import Cluster, Database
from tests.scale.copies import COMMITS, interrupt, run_sql

SEED = 18


def test_every_table_is_copied_one_way_or_another() -> None:
    """A table that is new has to be added: to those of a kind of document, or to those that are copied by rows."""
    by_rows = {*rows.REPLACED, rows.TOMBSTONES, *rows.RECORDS}
    by_documents = STORED_BOARDS.tables | STORED_SESSIONS.tables
    assert by_rows | by_documents == metadata.tables.keys()
    assert not by_rows & by_documents
    assert stored.WHOLE | stored.IN_LEDGERS | {"log"} == metadata.tables.keys()


def test_everything_is_copied_and_back(
    source: Path, shared: Database, tmp_path: Path, said: Callable[[], list[str]]
) -> None:
    before = stored.in_file(source)
    assert [name for name, found in before.items() if not found] == []
    copy(str(source), shared.url)
    assert said() == ["Copied: 7 boards and 6 sessions.", "2 decisions and 2 recaps, all equal."]
    assert stored.in_database(shared) == before
    assert stored.in_file(source) == before
    prepare(Settings(database_url=shared.url))
    copy(str(source), shared.url)
    assert said() == [
        "Everything was copied before: 7 boards and 6 sessions are the same in both.",
        "2 decisions and 2 recaps, all equal.",
    ]
    back = tmp_path / "new folder" / "back.db"
    copy(shared.url, str(back))
    assert said()[-1] == "2 decisions and 2 recaps, all equal."
    assert stored.in_file(back) == before


@pytest.mark.parametrize("table", ["receipts", "session_seats"])
def test_rows_lie_in_no_order_that_tells_anything(source: Path, shared: Database, table: str) -> None:
    copy(str(source), shared.url)
    lying = stored.order(shared, table)
    by_document = sorted(lying, key=lambda row: str(row[0]))
    assert by_document != sorted(lying, key=repr)


def test_a_copy_that_is_killed_anywhere_is_finished_by_the_next(
    source: Path, postgres: Cluster, said: Callable[[], list[str]]
) -> None:
    places = random.Random(SEED)
    before = stored.in_file(source)
    with postgres.database() as target:
        for at in (places.randint(4, 12), places.randint(13, 20), places.randint(21, COMMITS - 1), COMMITS):
            interrupt(source, target, at, "before" if at == COMMITS else places.choice(["before", "after"]))
            with pytest.raises(SystemExit, match="was not finished"):
                prepare(Settings(database_url=target.url))
        copy(str(source), target.url)
        assert said()[0].startswith("Copied: ")
        assert stored.in_database(target) == before
        prepare(Settings(database_url=target.url))


def test_a_copy_that_is_killed_at_the_very_end_was_finished(
    source: Path, shared: Database, said: Callable[[], list[str]]
) -> None:
    interrupt(source, shared, COMMITS, "after")
    prepare(Settings(database_url=shared.url))
    copy(str(source), shared.url)
    assert said()[0].startswith("Everything was copied before: ")


def test_what_changed_after_an_attempt_is_copied_again(
    source: Path, shared: Database, said: Callable[[], list[str]]
) -> None:
    interrupt(source, shared, COMMITS - 1, "after")
    run_sql(
        source,
        "UPDATE boards SET active_on = active_on + 1 WHERE phase IN ('vote', 'frozen')",
        "UPDATE keys SET key = x'00'",
        "DELETE FROM ballots WHERE pseudonym = (SELECT min(pseudonym) FROM ballots)",
        "DELETE FROM worksessions WHERE id = (SELECT min(id) FROM worksessions)",
        "DELETE FROM log WHERE substr(document, 1, 26) NOT IN (SELECT id FROM worksessions) AND length(document) > 24",
        "DELETE FROM links WHERE hash = (SELECT min(hash) FROM links)",
        "INSERT INTO tombstones SELECT sha256, NULL, 5 FROM decisions WHERE board = 'gone'",
        "DELETE FROM decisions WHERE board = 'gone'",
    )
    for name in ("agreement_keys", "agreement_answers", *(f"session_{one}" for one in ("writers", "seats", "lines"))):
        run_sql(source, f"DELETE FROM {name} WHERE session NOT IN (SELECT id FROM worksessions)")  # noqa: S608
    run_sql(source, "DELETE FROM session_versions WHERE session NOT IN (SELECT id FROM worksessions)")
    copy(str(source), shared.url)
    lines = said()
    assert lines[0] == "Copied: 7 boards and 5 sessions."
    assert "changed since an earlier attempt" in lines[1]
    assert lines[2:] == [
        "1 that an earlier attempt had copied was deleted since; it is not in the copy either.",
        "1 decision and 2 recaps, all equal.",
    ]
    assert stored.in_database(shared) == stored.in_file(source)


def test_progress_is_told(
    source: Path, shared: Database, said: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "TELL_EVERY", 0.0)
    copy(str(source), shared.url)
    assert said()[:13] == [
        *(f"{done} of 7 boards" for done in range(1, 8)),
        *(f"{done} of 6 sessions" for done in range(1, 7)),
    ]


async def test_records_are_compared_with_their_addresses(shared: Database) -> None:
    with shared.connect() as connection:
        for address in (hashlib.sha256(b"whole").hexdigest(), "d" * 64):
            connection.execute("INSERT INTO recaps VALUES (%s, 's', 'whole', NULL, 1)", (address,))
    engine = create_engine(shared.url)
    async with engine.connect() as conn:
        assert await rows.count_records(conn, "recaps") == (2, 1)
    await engine.dispose()


def test_a_damaged_record_is_copied_as_it_is_and_said(
    source: Path, shared: Database, said: Callable[[], list[str]]
) -> None:
    run_sql(source, "INSERT INTO decisions VALUES ('" + "d" * 64 + "', 'b', x'00', NULL, 1)")
    copy(str(source), shared.url)
    assert said()[-1] == "1 record was damaged before: in both databases it does not match its address."
    assert stored.in_database(shared) == stored.in_file(source)
