"""`board copy` between databases that do not fit: a sentence, and nothing is lost."""

from pathlib import Path

import pytest

from board.brainstorm.state.parts import PRIVATE_ROWS
from board.preparing import copy
from tests.scale import stored
from tests.scale.cluster import Cluster, Database
from tests.scale.copies import COMMITS, complaint, interrupt, run_sql


def test_a_database_with_something_else_is_left_as_it_is(source: Path, shared: Database) -> None:
    copy(str(source), shared.url)
    run_sql(source, "UPDATE boards SET active_on = active_on + 1 WHERE phase = 'vote'")
    before = stored.in_database(shared)
    assert "does not have" in complaint(str(source), shared.url)
    assert stored.in_database(shared) == before


def test_a_document_that_reads_otherwise_in_the_copy_stops_it(
    source: Path, shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(PRIVATE_ROWS), "rewrite", lambda *_: None)
    assert "reads otherwise" in complaint(str(source), shared.url)
    with shared.connect() as connection:
        assert connection.execute("SELECT count(*) FROM boards WHERE phase = 'vote'").fetchone() == (0,)


def test_records_of_another_database_stay(source: Path, shared: Database) -> None:
    """Whoever copies another database on top of an attempt loses none."""
    interrupt(source, shared, COMMITS - 1, "after")
    with shared.connect() as connection:
        connection.execute("INSERT INTO recaps VALUES (%s, 'another', 'x', NULL, 1)", ("e" * 64,))
    assert "does not have" in complaint(str(source), shared.url)
    with shared.connect() as connection:
        found = connection.execute("SELECT count(*) FROM recaps WHERE session = 'another'").fetchone()
    assert found == (1,)


def test_a_document_that_cannot_be_read_is_named_and_its_words_are_not(source: Path, shared: Database) -> None:
    run_sql(source, "UPDATE boards SET phase = 'a secret word' WHERE phase = 'vote'")
    ended = complaint(str(source), shared.url)
    (board,) = [row[0] for row in stored.in_file(source)["boards"] if row[1] == "a secret word"]
    assert str(board) in ended
    assert "secret" not in ended


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        (("{source}", "{source}"), "into itself"),
        (("{folder}/nothing.db", "{target}"), "There is no file"),
        (("postgres://h/d", "{target}"), "FROM begins with postgres://"),
        (("{source}", "postgresql+psycopg://u:se@cret@h/d"), "TO has to look like"),
        (("{source}", "{wrong}"), "password authentication failed"),
        (("{folder}", "{target}"), "There is no file"),
    ],
)
def test_wrong_ends_are_told_in_a_sentence(source: Path, shared: Database, ends: tuple[str, str], words: str) -> None:
    known = {
        "source": str(source),
        "target": shared.url,
        "folder": str(source.parent),
        "wrong": shared.url.replace(shared.cluster.password, "other-secret"),
    }
    ended = complaint(*(one.format(**known) for one in ends))
    assert words in ended
    assert "secret" not in ended
    assert "cret@" not in ended
    assert not (source.parent / "nothing.db").exists()


def test_an_empty_source_is_not_copied(postgres: Cluster, tmp_path: Path) -> None:
    with postgres.database("template0") as empty:
        assert "has no tables yet" in complaint(empty.url, str(tmp_path / "back.db"))


def test_a_source_of_another_version_is_not_copied(source: Path, shared: Database) -> None:
    run_sql(source, "UPDATE alembic_version SET version_num = '0013'")
    assert "`board migrate`" in complaint(str(source), shared.url)
    with shared.connect() as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (0,)
