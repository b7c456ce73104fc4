"""A whole town hall takes its record away: how long each form takes, and that live boards go on meanwhile."""

import asyncio
import json
from itertools import count
from threading import Event

import pytest

from board.decisions import record
from board.decisions.exports.formats import FORMATS
from board.errors import Unavailable
from board.records.canonical import Json
from board.records.exports import exporter as exporter_module
from board.records.exports.exporter import MOST_WAITING, Exporter, Requester
from board.records.exports.typeset_process import Failed
from tests.brainstorm.running import eventually
from tests.decisions import readers, samples
from tests.decisions.rendering import render
from tests.records.exports.typesetters import PDF, Workshop, ask, exporting

HALL = record.build(samples.hall())


@pytest.mark.parametrize("ending", FORMATS)
def test_nine_hundred_ideas_of_two_thousand_people_are_taken_away(ending: str) -> None:
    assert (len(HALL["ideas"]), HALL["people"]["voted"]) == (900, 2000)
    content = render(ending, HALL)
    assert len(content) > 10_000
    if ending == "pdf":
        assert len(readers.pdf(content).pages) > 20


async def test_live_boards_do_not_wait_for_a_large_file() -> None:
    """While the largest file is made the server's loop goes on turning; held up, it would turn once."""
    turns = 0
    exporter = Exporter()
    async with exporter.running():
        made = asyncio.create_task(exporter.make(FORMATS["pdf"], HALL, Requester("a", 1)))
        while not made.done():
            await asyncio.wait({made}, timeout=0.005)
            turns += 1
    assert (await made).startswith(b"%PDF")
    assert turns >= 10


async def test_a_crowd_waits_in_one_bounded_queue_and_other_formats_do_not_wait() -> None:
    shop = Workshop()
    async with exporting(shop) as exporter:
        asked = [ask(exporter, n) for n in range(1 + MOST_WAITING)]
        await eventually(lambda: len(shop.asked) == 1 and exporter.unfinished == len(asked))
        with pytest.raises(Unavailable, match="typesetting_full"):
            await ask(exporter, "one too many")
        assert (await exporter.make(FORMATS["json"], HALL, Requester("a", 1))).startswith(b"{")
        assert shop.numbers == [0]
        shop.go.set()
        assert await asyncio.gather(*asked) == [b"pdf %d" % n for n in range(1 + MOST_WAITING)]
        assert await ask(exporter, "later") == b"pdf later"


async def test_people_who_ask_for_the_same_decision_share_one_making() -> None:
    shop = Workshop()
    async with exporting(shop) as exporter:
        other = ask(exporter, "other")
        await shop.begun.wait()
        asked = [
            asyncio.create_task(exporter.make(PDF, {"n": 1}, Requester("a", n), link="l", sha256="1"))
            for n in range(200)
        ]
        await eventually(lambda: exporter.unfinished == 2)
        # A reader who leaves while the file waits takes it from nobody.
        asked[0].cancel()
        await asyncio.wait(asked[:1])
        shop.go.set()
        assert await asyncio.gather(*asked[1:], other) == [b"pdf 1"] * 199 + [b"pdf other"]
        assert shop.numbers == ["other", 1]


async def test_a_file_that_is_finished_while_somebody_else_asks_is_not_made_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shop, goes_on, calls = Workshop(), Event(), count(1)
    shop.go.set()

    def encode(record: Json) -> bytes:
        if next(calls) == 2:
            goes_on.wait(20)
        return json.dumps(record).encode()

    monkeypatch.setattr(exporter_module, "_encode", encode)
    async with exporting(shop) as exporter:
        asked = [
            asyncio.create_task(exporter.make(PDF, {"n": 1}, Requester("a", n), link="l", sha256="1")) for n in range(2)
        ]
        await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
        goes_on.set()
        assert await asyncio.gather(*asked) == [b"pdf 1"] * 2
    assert shop.numbers == [1]


async def test_a_file_that_cannot_be_typeset_is_told_to_its_asker_and_to_nobody_after() -> None:
    shop = Workshop()
    shop.go.set()
    shop.fault = Failed("TypstError")
    async with exporting(shop) as exporter:
        with pytest.raises(Unavailable, match="typesetting_failed"):
            await ask(exporter, 1)
        shop.fault = None
        # A failure is not cached, and the same process goes on.
        assert await ask(exporter, 1) == b"pdf 1"
        assert len(shop.processes) == 1
