"""What tests of the live board share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.brainstorm.place import Place, standing


@pytest.fixture
async def place(database: Path) -> AsyncIterator[Place]:
    """A server of its own process, which can be killed and started again."""
    async with standing(database) as place:
        yield place
