"""Where the data of a test are: in a SQLite file or, with TESTS_ON=postgresql, in a database that stands for it."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scale.cluster import Cluster, Database, cluster

ON_POSTGRESQL = os.environ.get("TESTS_ON") == "postgresql"


class Databases:
    """A PostgreSQL for the whole run, and a database for each file that a test names."""

    def __init__(self) -> None:
        self._cluster: Cluster | None = None
        self._open = contextlib.ExitStack()
        self._of: dict[Path, Database] = {}

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """The server runs until the block is left."""
        with cluster() as self._cluster:
            yield

    def of(self, file: Path) -> Database:
        """The same for each mention of a file in a test, a migrated one at first."""
        assert self._cluster is not None
        if file not in self._of:
            self._of[file] = self._open.enter_context(self._cluster.database())
        return self._of[file]

    def drop(self) -> None:
        """The test is over."""
        self._of.clear()
        self._open.close()


databases = Databases()


def url_of(file: Path) -> str:
    """The setting for the data that belong to a file."""
    return databases.of(file).url if ON_POSTGRESQL else f"sqlite:///{file}"


def needs_sqlite(why: str = "It looks into the file of SQLite.") -> None:
    """Ends a test on PostgreSQL. `tests/scale` has its likes."""
    if ON_POSTGRESQL:
        pytest.skip(why)
