"""The bench compares what the storing peer stored with what its readers show."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pycrdt import Doc, Map

from bench import stored
from bench.dialects import YWebsocket
from bench.replica import Kind, Replica
from bench.scene import LostError

pytestmark = pytest.mark.anyio


def updates(*ideas: str) -> list[bytes]:
    """One update for each idea."""
    doc: Doc[Any] = Doc()
    found: list[bytes] = []
    shared: Map[Any] = doc.get("ideas", type=Map)
    doc.observe(lambda event: found.append(event.update))
    for idea in ideas:
        shared[idea] = "Ask the owners of the empty offices"
    return found


def written(folder: Path, rows: list[bytes]) -> Path:
    database = folder / "peer.db"
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("CREATE TABLE updates (seq INTEGER PRIMARY KEY, document TEXT, bytes BLOB)")
        connection.executemany("INSERT INTO updates (document, bytes) VALUES ('room', ?)", [(row,) for row in rows])
    return database


@pytest.mark.parametrize("lost", [0, 1])
async def test_an_update_that_was_not_stored_makes_the_run_void(tmp_path: Path, lost: int) -> None:
    made = updates("a", "b", "c")
    reader = Replica(YWebsocket(), "/room", {}, Kind.KEEPER)
    for update in made:
        reader.state(update)
    database = written(tmp_path, made[: len(made) - lost])
    if lost:
        with pytest.raises(LostError):
            stored.check(database, {"room": reader})
    else:
        assert stored.check(database, {"room": reader}) == 3
