"""A full disk: the server refuses new boards with an explanation, and existing boards continue."""

from pathlib import Path

import pytest

from board.db import engine
from board.db.space import FreeSpace, Usage
from board.protocol.refusals import Refusal
from board.words import say
from tests.brainstorm.clients import browser
from tests.brainstorm.database import rows
from tests.brainstorm.running import MovableClock, serving
from tests.brainstorm.wire import Json
from tests.cast import Group, gather
from tests.web.reading import read

GIGABYTE = 10**9


async def test_near_a_full_disk_no_board_is_opened_and_the_others_go_on(group: Group) -> None:
    opener = group.server.provided("opener")
    opener.space = FreeSpace(Path("/"), lambda _: Usage(100 * GIGABYTE, 100 * GIGABYTE, 150_000_000))
    await group.goes("diverge")
    await group.pia.write("there is room for this")
    sam = group.sam
    answer = await sam.post("/api/boards", json={"question": "Another one?"})
    assert (answer.status_code, answer.json()["code"]) == (507, "disk_full")
    answer = await sam.post("/boards", data={"question": "Another one?", "owner": "The council"})
    assert answer.status_code == 507
    assert "The council" in answer.text
    assert any(say(Refusal.DISK_FULL) in element.text for element in read(answer.text) if element.tag == "p")
    opener.space = FreeSpace(Path("/"), lambda _: Usage(100 * GIGABYTE, 99 * GIGABYTE, 10**9))
    assert (await sam.post("/api/boards", json={"question": "Another one?"})).status_code == 201


@pytest.mark.usefixtures("front_end")
async def test_a_disk_that_is_full_is_said_to_be(
    database: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((pages,),) = rows(database, "PRAGMA page_count")
    assert isinstance(pages, int)
    # SQLite answers a file that may not grow as it answers a full disk.
    monkeypatch.setitem(engine.PRAGMAS, "max_page_count", f"{pages + 40}")
    async with serving(database, clock) as server, browser(server.base) as mara:
        full = {"question": "Many?", "ideas": [{"text": f"{number} {'long ' * 190}"} for number in range(400)]}
        answer = await mara.post("/api/boards", json=full)
        assert (answer.status_code, answer.json()["code"]) == (507, "disk_full")
        answer = await mara.post("/boards", data={"question": "One?"})
        assert answer.status_code == 303


@pytest.mark.usefixtures("front_end")
async def test_a_command_that_finds_no_room_is_kept_by_the_page(
    database: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((pages,),) = rows(database, "PRAGMA page_count")
    assert isinstance(pages, int)
    monkeypatch.setitem(engine.PRAGMAS, "max_page_count", f"{pages + 12}")
    async with serving(database, clock) as server, gather(server) as group:
        await group.goes("diverge")
        answer: Json = {"answer": "ok"}
        for number in range(199):
            secret, idea = "C" * 21 + "A", f"{number:08}-0000-4000-8000-000000000000"
            if answer["answer"] == "ok":
                answer = await group.browser("pia").command("add_idea", idea=idea, text="long " * 190, secret=secret)
        assert answer == {"id": "1", "answer": "retry", "code": "storage", "why": say(Refusal.STORAGE)}
