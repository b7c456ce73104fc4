"""Who gets a typeset file, in which order, and what is not made twice."""

import asyncio
import json

import pytest

from board.errors import TooMany, Unavailable
from board.records.exports.exporter import MOST_WAITING, Requester
from board.records.exports.file_cache import FileCache
from tests.brainstorm.running import eventually
from tests.records.exports.typesetters import JSON, PDF, PNG, SVG, Workshop, ask, exporting

ME = Requester("a", "me")


async def test_a_slow_file_holds_up_another_board_for_no_longer_than_itself() -> None:
    shop = Workshop()
    async with exporting(shop) as exporter:
        crowd = [ask(exporter, f"a{n}") for n in range(12)]
        await shop.begun.wait()
        others = [ask(exporter, "b0", "b"), ask(exporter, "b1", "b"), ask(exporter, "c0", "c")]
        await eventually(lambda: exporter.unfinished == 15)
        shop.go.set()
        await asyncio.gather(*crowd, *others)
    assert shop.numbers[0] == "a0"
    # Board a was first in the queue; then every board has its turn.
    assert [str(number)[0] for number in shop.numbers[1:7]] == ["a", "b", "c", "a", "b", "a"]


async def test_a_full_queue_makes_room_for_a_board_that_has_nothing_in_it() -> None:
    shop = Workshop()
    async with exporting(shop) as exporter:
        crowd = [ask(exporter, n, "crowd") for n in range(1 + MOST_WAITING)]
        await eventually(lambda: exporter.unfinished == len(crowd) and shop.asked)
        small = ask(exporter, "small", "quiet")
        await asyncio.wait({crowd[-1]}, timeout=10)
        with pytest.raises(Unavailable, match="typesetting_full"):
            await crowd[-1]
        shop.go.set()
        assert await small == b"pdf small"
        assert await asyncio.gather(*crowd[:-1]) == [b"pdf %d" % n for n in range(MOST_WAITING)]
    assert shop.numbers.index("small") == 2


async def test_one_person_has_one_file_in_the_queue_and_one_behind_it() -> None:
    shop = Workshop()
    async with exporting(shop) as exporter:
        first, second = ask(exporter, "first", person="me"), ask(exporter, "second", person="me")
        await eventually(lambda: exporter.unfinished == 2)
        again = ask(exporter, "second", person="me")
        with pytest.raises(TooMany, match="typesetting_twice") as refused:
            await ask(exporter, "third", person="me")
        assert 0 < refused.value.wait <= 60
        neighbour = ask(exporter, "neighbour", person="somebody else")
        same_token_elsewhere = ask(exporter, "elsewhere", "b", person="me")
        await eventually(lambda: exporter.unfinished == 4)
        shop.go.set()
        assert [await one for one in (first, second, again)] == [b"pdf first", b"pdf second", b"pdf second"]
        await asyncio.gather(neighbour, same_token_elsewhere)
        # The second file enters the queue when the first is there: others came before it.
        assert shop.numbers[-1] == "second"
        assert await ask(exporter, "third", person="me") == b"pdf third"


async def test_records_that_wait_are_bounded_in_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.records.exports.exporter.MOST_HELD", 3_000)
    shop = Workshop()
    async with exporting(shop) as exporter:
        waits = [ask(exporter, f"{n}" * 1_400) for n in range(2)]
        await eventually(lambda: exporter.unfinished == 2)
        with pytest.raises(Unavailable, match="typesetting_full"):
            await ask(exporter, "x" * 1_400)
        shop.go.set()
        await asyncio.gather(*waits)
        assert await ask(exporter, "x" * 1_400)


# --- nothing is made twice -------------------------------------------------------------------------------------------


async def test_the_same_file_is_made_once_and_every_other_again() -> None:
    shop = Workshop()
    shop.go.set()
    draft = {"n": 1, "as_of": "2026-03-01T10:00:00Z"}
    async with exporting(shop) as exporter:
        for _ in range(3):
            await exporter.make(PDF, draft, ME)
            await exporter.make(SVG, draft, ME)
            await exporter.make(PDF, draft | {"as_of": "2026-03-01T10:00:01Z"}, ME)
            await exporter.make(PDF, {"n": 2}, ME, link="https://a.example/d", sha256="2" * 64)
            await exporter.make(PDF, {"n": 2}, ME, link="https://b.example/d", sha256="2" * 64)
    assert len(shop.asked) == 5
    assert len(set(shop.asked)) == 4  # the two drafts differ in their time alone


async def test_what_is_handed_over_is_the_record_and_the_link() -> None:
    shop = Workshop()
    shop.go.set()
    async with exporting(shop) as exporter:
        assert json.loads(await exporter.make(JSON, {"n": "ü"}, ME)) == {"n": "ü"}
        await exporter.make(PNG, {"n": "ü"}, ME, link="https://a.example/d", sha256="2" * 64)
    assert shop.asked == [("png", "ü", "https://a.example/d")]


def test_the_cache_keeps_the_files_that_were_asked_for_last() -> None:
    cache = FileCache(100)
    for name in "abcd":
        cache.put(name, name.encode() * 25)
    assert cache.get("a") == b"a" * 25
    cache.put("e", b"e" * 10)
    assert [name for name in "abcde" if cache.get(name) is not None] == ["a", "c", "d", "e"]
    # One large file does not push out all others.
    cache.put("large", b"x" * 26)
    assert cache.get("large") is None
    assert cache.get("c") is not None
    # The same file again takes no more room.
    for _ in range(50):
        cache.put("e", b"e" * 10)
    assert [name for name in "acde" if cache.get(name) is not None] == ["a", "c", "d", "e"]
