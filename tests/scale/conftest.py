"""PostgreSQL for the tests of this folder, which `make test-scale` runs: each worker has a server of its own."""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.scale.cluster import Cluster, Database, cluster
from tests.scale.full_file import fill, play


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """The server. A test may stop, kill and restart it: it runs again before the next one."""
    with cluster() as one:
        yield one


@pytest.fixture
def shared(postgres: Cluster) -> Iterator[Database]:
    """A migrated database of this test's own, for as many processes as it likes."""
    postgres.start()
    with postgres.database() as one:
        yield one


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Boards in every phase and sessions in every state, and something in each table."""
    file = tmp_path_factory.mktemp("played") / "board.db"
    asyncio.run(play(f"sqlite+aiosqlite:///{file}"))
    fill(file)
    return file


@pytest.fixture
def source(played: Path, tmp_path: Path) -> Path:
    """A database of this test's own."""
    return Path(shutil.copy(played, tmp_path / "board.db"))


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str], shared: Database) -> Callable[[], list[str]]:
    """The lines that the last command printed. No password is among them."""

    def lines() -> list[str]:
        out, err = capsys.readouterr()
        assert shared.cluster.password not in out + err
        return out.splitlines()

    return lines
