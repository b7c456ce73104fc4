"""What tests of the live engine share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from board.live.rate_limit import Rate
from board.sync import room as room_of
from tests.cast import Group
from tests.sync.place import Place, standing


@pytest.fixture
async def place(database: Path) -> AsyncIterator[Place]:
    """A server of its own process, which can be killed and started again."""
    async with standing(database) as place:
        yield place


@pytest.fixture
async def grouping(group: Group, monkeypatch: pytest.MonkeyPatch) -> Group:
    """A board on which people group, and where nobody is slowed down: bounds are other tests' matter."""
    await group.goes("diverge")
    await group.pia.write("the only idea")
    await group.goes("cluster")
    monkeypatch.setattr(group.server.rooms.senders, "rate", Rate(burst=10**6, per_second=10**6))
    monkeypatch.setattr(group.server.rooms.senders, "_buckets", {})
    monkeypatch.setattr(room_of, "MOST_SOCKETS", 1000)
    return group
