"""Whether the peer that promises to store has stored: its file is replayed and compared with what its readers show."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from pycrdt import Doc

from bench.replica import Replica
from bench.scene import LostError


def check(database: Path, readers: Mapping[str, Replica]) -> int:
    """Compares each document with a reader of it. Returns the number of stored updates. Raises LostError."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT document, bytes FROM updates ORDER BY seq").fetchall()
    documents: dict[str, Doc[Any]] = {name: Doc() for name in readers}
    for name, update in rows:
        if name in documents:
            documents[name].apply_update(update)
    for name, replica in readers.items():
        if replica.read(documents[name]) != replica.read(replica.whole()):
            raise LostError("what is stored is not what the readers show")
    return len(rows)
