"""`board verify`: what the database of this server knows about a file."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from board.decisions import record
from board.records import canonical
from board.records.verify import CONFIRMED, OPEN, verify
from tests.decisions import samples
from tests.decisions.kept import CONTENT, SHA256, said
from tests.recaps import kept as recap
from tests.records.kinds import KINDS

OTHER = canonical.encode(record.build(samples.hostile()))


@pytest.fixture
def known(empty_database: Path, tmp_path: Path) -> Path:
    """A database with a record of each kind, one that follows it, and one that was deleted."""
    path = tmp_path / "known.db"
    path.write_bytes(empty_database.read_bytes())
    with closing(sqlite3.connect(path)) as sql, sql:
        sql.execute("INSERT INTO decisions VALUES (?, 'b1', ?, NULL, 1)", (SHA256, CONTENT))
        sql.execute("INSERT INTO decisions VALUES (?, 'b1', 'x', ?, 2)", ("e" * 64, SHA256))
        sql.execute("INSERT INTO recaps VALUES (?, 's-1', ?, NULL, 1)", (recap.SHA256, recap.CONTENT))
        sql.execute("INSERT INTO recaps VALUES (?, 's-1', 'x', ?, 2)", ("d" * 64, recap.SHA256))
        sql.execute("INSERT INTO tombstones VALUES (?, NULL, 1795265820)", (canonical.digest(OTHER),))
    return path


def test_a_record_of_this_server_is_known_without_an_address(file: Path, known: Path) -> None:
    before = known.read_bytes()
    plain = file.rename(file.with_name("decision.json"))
    verdict = verify(str(plain), KINDS, database=known)
    assert verdict.code == CONFIRMED
    assert "holds the same record" in said(verdict)
    assert f"A newer record exists: {'e' * 64}" in said(verdict)
    assert known.read_bytes() == before


def test_a_recap_is_known_as_well(tmp_path: Path, known: Path) -> None:
    path = tmp_path / "recap.json"
    path.write_bytes(recap.CONTENT)
    verdict = verify(str(path), KINDS, database=known)
    assert (verdict.code, "holds the same record" in said(verdict)) == (CONFIRMED, True)
    assert f"A newer record exists: {'d' * 64}" in said(verdict)


def test_a_deleted_and_an_unknown_record_are_told_apart(tmp_path: Path, known: Path) -> None:
    path = tmp_path / "decision.json"
    path.write_bytes(OTHER)
    verdict = verify(str(path), KINDS, database=known)
    assert (verdict.code, "until it was deleted on 21 November 2026" in said(verdict)) == (CONFIRMED, True)
    path.write_bytes(canonical.encode(json.loads(CONTENT) | {"why": "Forged."}))
    verdict = verify(str(path), KINDS, database=known)
    assert (verdict.code, "does not know it" in said(verdict)) == (OPEN, True)


def test_a_database_that_cannot_be_asked_stops_nothing(file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database" * 100)
    verdict = verify(str(file), KINDS, database=broken)
    assert (verdict.code, "could not be asked" in said(verdict)) == (CONFIRMED, True)
    assert verify(str(file), KINDS, database=tmp_path / "none.db").code == CONFIRMED


def test_the_address_of_a_damaged_row_is_no_proof(file: Path, known: Path) -> None:
    with closing(sqlite3.connect(known)) as sql, sql:
        sql.execute("DROP TRIGGER decisions_stay")
        sql.execute("UPDATE decisions SET content = CAST('x' AS BLOB) WHERE sha256 = ?", (SHA256,))
    assert "is damaged" in said(verify(str(file), KINDS, database=known))
