"""What a crash of PostgreSQL leaves of a commit that was under way, and how docs/scale.md says to find it."""

import re
import signal
from pathlib import Path

import pytest

from tests.scale.cluster import Database
from tests.scale.loot import take

SCALE = (Path(__file__).parents[2] / "docs" / "scale.md").read_text("utf-8")
(QUERY,) = re.findall(r"```sql\n(SELECT pg_relation_filepath.*?)```", SCALE, re.DOTALL)


def orphans(database: Database) -> set[str]:
    """The files that the documented statement finds, below the data folder."""
    with database.superuser() as connection:
        found = connection.execute(QUERY.encode()).fetchall()
    return {f"{beside.rpartition('/')[0]}/{file}" for beside, file in found}


@pytest.mark.parametrize("how", [signal.SIGQUIT, signal.SIGKILL])
def test_the_files_of_an_unfinished_commit_are_found_as_the_page_says(shared: Database, how: signal.Signals) -> None:
    with shared.connect() as connection, shared.connect() as other:
        connection.execute("CREATE TABLE private_rows.board (content bytea)")
        connection.execute("INSERT INTO private_rows.board VALUES ('committed 4711')")
        assert orphans(shared) == set()
        connection.execute("BEGIN")
        connection.execute("TRUNCATE private_rows.board")
        connection.execute("INSERT INTO private_rows.board VALUES ('under way 4712')")
        # Another commit brings the write-ahead log to the disk, from which the files are made again.
        other.execute("CREATE TABLE another AS SELECT 1")
        shared.cluster.restart(how)
        connection.close()
        other.close()
    loot = take(shared)
    assert loot.holding(b"committed 4711") == ["private_rows.board"]
    left = loot.holding(b"under way 4712")
    assert left, "PostgreSQL removes such files by itself now: the page can say less"
    assert set(left) <= orphans(shared)
