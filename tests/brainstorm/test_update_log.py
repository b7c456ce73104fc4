"""The log of a document is folded before it grows long: opening a board reads all of it."""

from pathlib import Path

import pytest

from board.live import registry
from board.live.stored import update_log
from tests.brainstorm.database import rows
from tests.brainstorm.running import eventually
from tests.cast import Group

CHANGES = 60
TEXT = "x" * 590


def stored(file: Path) -> tuple[int, int]:
    """Rows and bytes of the log of the only board."""
    ((count, size),) = rows(file, 'SELECT count(*), sum(length("update")) FROM log')
    assert isinstance(count, int)
    assert isinstance(size, int)
    return count, size


async def changed_often(group: Group, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """The most rows and the most bytes while one text is changed again and again; what is stored last is all there."""
    idea = (await group.writes(1))[0]
    await group.goes("reveal")
    await group.goes("lobby")
    most_rows = most_bytes = 0
    for number in range(CHANGES):
        await group.fay.ok("change_settings", problem=f"{TEXT} {number}")
        count, size = stored(group.server.file)
        most_rows, most_bytes = max(most_rows, count), max(most_bytes, size)
    room = await group.room()
    for tab in (group.fay, group.pia, group.ben, group.olu):
        await tab.close()
    monkeypatch.setattr(registry, "QUIET", -1.0)
    await eventually(lambda: room.gone or group.board not in group.server.rooms._open)
    late = await group.browser("olu").open()
    assert late.root("ideas") == {idea.id: idea.text}
    assert late.meta("problem") == f"{TEXT} {CHANGES - 1}"
    return most_rows, most_bytes


async def test_a_log_of_many_changes_is_folded(group: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update_log, "MOST_ROWS", 20)
    most_rows, _ = await changed_often(group, monkeypatch)
    assert 10 < most_rows <= 20


async def test_a_log_of_many_bytes_is_folded(group: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update_log, "MOST_BYTES", 10_000)
    _, most_bytes = await changed_often(group, monkeypatch)
    assert 5_000 < most_bytes <= 10_000 + 4 * (len(TEXT) + 3) + 2_000
