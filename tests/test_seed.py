"""The boards and sessions for a first look."""

import asyncio
from pathlib import Path

import pytest

from board.db.engine import create_engine
from board.live import registry
from board.seed import seed
from tests.brainstorm.database import rows

PATIENCE = 150


@pytest.mark.anyio
@pytest.mark.timeout(PATIENCE + 20)
async def test_every_phase_is_played_although_no_board_stays_in_memory(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The play's clock leaps over minutes without an open socket, so the registry may evict a board at any moment."""
    monkeypatch.setattr(registry, "QUIET", -1.0)
    monkeypatch.setattr(registry, "TICK", 0.001)
    engine = create_engine(f"sqlite+aiosqlite:///{database}")
    try:
        async with asyncio.timeout(PATIENCE):
            lines = await seed(engine, address="http://127.0.0.1:8000")
    finally:
        await engine.dispose()
    assert [line.split()[0] for line in lines if line].count("facilitate") == 7
    assert [line.split()[0] for line in lines if line].count("lead") == 5
    # One of the five goes on in a sixth one.
    assert rows(database, "SELECT count(*) FROM worksessions") == [(6,)]
