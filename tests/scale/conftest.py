"""PostgreSQL for the tests of this folder, which `make test-scale` runs: each worker has a server of its own."""

from collections.abc import Iterator

import pytest

from tests.scale.cluster import Cluster, Database, cluster


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
