"""A deleted board or session leaves no text in any file of PostgreSQL's tables."""

import asyncio
import zlib

import pytest

from board.db import erasing
from tests.brainstorm import traces as boards
from tests.brainstorm.clients import spellings
from tests.brainstorm.running import Server, eventually, passing
from tests.cast import gather
from tests.scale.cluster import Database
from tests.scale.loot import take
from tests.worksessions import traces as sessions
from tests.worksessions.clients import session

WITHIN = 30.0
EARLY = 600
"""a transaction before those of the test, and after most of those that made the system's tables"""


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(erasing, "LOOK_EVERY", 0.1)


def found(database: Database, texts: list[str]) -> set[str]:
    """Which of the texts are in a file, packed ones included."""
    loot = take(database, since=EARLY)
    packed = b"\n".join(map(unpacked, (line.content for line in loot.lines)))
    return {text for text in texts if any(loot.holding(one) or one in packed for one in spellings(text))}


def unpacked(content: bytes) -> bytes:
    """A version of a session's text is packed."""
    at = content.find(b"\x1f\x8b\x08")
    try:
        return zlib.decompressobj(wbits=31).decompress(content[at:]) if at >= 0 else b""
    except zlib.error:
        return b""


async def erased(database: Database, texts: list[str]) -> None:
    """Waits until none of the texts is left."""
    async with asyncio.timeout(WITHIN):
        while await asyncio.to_thread(found, database, texts):
            await passing(0.1)


def noted(database: Database) -> set[str]:
    """Tables that have to be written afresh."""
    with database.connect() as connection:
        return {name for (name,) in connection.execute("SELECT relation FROM unerased")}


async def test_a_deleted_board_leaves_nothing_and_no_decision(shared: Database, running: Server) -> None:
    words = [*boards.WORDS.values(), *boards.LATER]
    async with gather(running) as group:
        await boards.full(group)
        await group.fay.ok("freeze")
        kept = found(shared, words)
        assert {"the decision 4720", "the reason 4724"} <= kept
        # The decision is too large for its row, and the statistics of its table see nothing of it.
        with shared.superuser() as connection:
            connection.execute("ANALYZE")
        answer = await group.browser("fay").http.delete(f"/api/boards/{group.board}?decision=delete")
        assert answer.status_code == 204
        await erased(shared, words)
        assert noted(shared) == set()


async def test_a_deleted_session_leaves_nothing_and_no_version(shared: Database, running: Server) -> None:
    async with session(running) as work:
        await sessions.full(work)
        await sessions.ended(work)
        await work.lead.tab.ok("share", visibility="link")
        assert {"the text 5125", "deleted words 5131"} <= found(shared, sessions.WORDS)
        with shared.superuser() as connection:
            connection.execute("ANALYZE")
        await work.lead.tab.ok("delete")
        await erased(shared, sessions.WORDS)
        assert noted(shared) == set()


async def test_it_is_tried_again_while_somebody_can_still_read_it(shared: Database, running: Server) -> None:
    async with gather(running) as group:
        await boards.full(group)
        await group.fay.ok("freeze")
        with shared.connect() as connection:
            # A backup that began before the deletion.
            connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
            connection.execute("SELECT 1 FROM boards").fetchall()
            await group.browser("fay").http.delete(f"/api/boards/{group.board}?decision=delete")
            await passing(1.0)
            assert "the decision 4720" in found(shared, ["the decision 4720"])
            assert noted(shared) == {"decisions"}
            connection.execute("COMMIT")
        await erased(shared, ["the decision 4720"])


async def test_people_write_while_a_backup_reads_and_what_they_took_back_is_gone_after_it(
    shared: Database, running: Server
) -> None:
    async with gather(running) as group:
        await group.goes("diverge")
        with shared.connect() as backup:
            backup.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
            backup.execute(f'LOCK TABLE private_rows."{group.board}", logs."{group.board}" IN ACCESS SHARE MODE')
            taken_back = await group.pia.write("taken back 7151")
            await group.ben.write("kept 7152")
            await group.pia.ok("withdraw_idea", idea=taken_back.id, secret=taken_back.secret)
            await group.goes("reveal")
            assert "taken back 7151" in found(shared, ["taken back 7151"])
            address = f"/api/boards/{group.board}?decision=delete"
            assert (await group.browser("fay").http.delete(address)).status_code == 503
            backup.execute("COMMIT")
        await erased(shared, ["taken back 7151"])
        assert "kept 7152" in str(group.ben.all()["ideas"])
        await eventually(lambda: not noted(shared))
        assert (await group.browser("fay").http.delete(address)).status_code == 204


async def test_a_note_of_a_table_that_is_gone_holds_up_no_other(shared: Database, running: Server) -> None:
    with shared.connect() as connection:
        connection.execute("INSERT INTO unerased (relation) VALUES ('private_rows.gone'), ('decisions')")
    await eventually(lambda: not noted(shared))
    assert running.rooms.journal.storage.readonly is False
