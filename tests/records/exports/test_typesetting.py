"""When a typesetting process starts, is replaced and ends, and what people hear when it does not work."""

import asyncio
import logging

import pytest

from board.errors import Unavailable
from board.records.exports.exporter import Requester
from board.records.exports.typeset_process import Died, Failed
from board.records.exports.typesetting import MIB, Limits
from tests.brainstorm.running import eventually
from tests.records.exports.typesetters import JSON, Workshop, ask, exporting


@pytest.fixture
async def shop() -> Workshop:
    """One that finishes every file at once."""
    shop = Workshop()
    shop.go.set()
    return shop


def test_the_limits_are_those_that_were_promised() -> None:
    limits = Limits()
    assert (limits.files, limits.memory, limits.seconds, limits.idle) == (20, 400 * MIB, 20, 60)


async def test_a_process_starts_with_the_first_file_and_serves_many(shop: Workshop) -> None:
    async with exporting(shop) as exporter:
        assert shop.attempts == 0
        for n in range(5):
            await ask(exporter, n)
        assert shop.attempts == 1
    assert [one.ended for one in shop.processes] == ["killed"]


async def test_a_process_is_replaced_after_its_number_of_files(shop: Workshop) -> None:
    async with exporting(shop, Limits(files=3)) as exporter:
        for n in range(7):
            await ask(exporter, n)
    assert [(one.files, one.ended) for one in shop.processes] == [(3, "closed"), (3, "closed"), (1, "killed")]


async def test_a_process_that_grew_too_large_is_replaced(shop: Workshop) -> None:
    async with exporting(shop, Limits(memory=90 * MIB)) as exporter:
        for memory in (80, 90, 91, 89):
            shop.memory = memory * MIB
            await ask(exporter, memory)
    assert [one.files for one in shop.processes] == [3, 1]


async def test_a_process_without_work_ends_and_the_next_file_starts_another(shop: Workshop) -> None:
    async with exporting(shop, Limits(idle=0.05)) as exporter:
        await ask(exporter, 1)
        await eventually(lambda: shop.processes[0].ended == "closed")
        assert await ask(exporter, 2) == b"pdf 2"
        assert shop.attempts == 2


async def test_a_process_that_ended_between_two_files_is_replaced_without_an_error(shop: Workshop) -> None:
    async with exporting(shop) as exporter:
        await ask(exporter, 1)
        shop.processes[0].running = False
        assert await ask(exporter, 2) == b"pdf 2"


async def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_is_made() -> None:
    shop = Workshop()
    async with exporting(shop, Limits(seconds=0.05)) as exporter:
        with pytest.raises(Unavailable, match="typesetting_slow") as refused:
            await ask(exporter, 1)
        assert refused.value.params == {"seconds": 0.05}
        assert shop.processes[0].ended == "killed"
        shop.go.set()
        assert await ask(exporter, 2) == b"pdf 2"


@pytest.mark.parametrize("fault", [Died(), RuntimeError("quoted words"), KeyError("quoted words")])
async def test_a_process_that_breaks_is_replaced_and_quotes_nobody(
    shop: Workshop, fault: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    async with exporting(shop) as exporter:
        shop.fault = fault
        with pytest.raises(Unavailable, match="typesetting_failed"):
            await ask(exporter, 1)
        shop.fault = None
        assert await ask(exporter, 2) == b"pdf 2"
    assert [one.ended for one in shop.processes] == ["killed", "killed"]
    assert type(fault).__name__ in caplog.text
    assert "quoted" not in caplog.text


async def test_a_process_that_refuses_one_file_is_kept_but_replaced_in_time(shop: Workshop) -> None:
    shop.fault = Failed("TypstError")
    async with exporting(shop, Limits(files=2)) as exporter:
        for n in range(3):
            with pytest.raises(Unavailable, match="typesetting_failed"):
                await ask(exporter, n)
    assert [one.files for one in shop.processes] == [2, 1]


# --- no process ------------------------------------------------------------------------------------------------------


async def test_where_no_process_starts_typesetting_is_off_until_one_does(caplog: pytest.LogCaptureFixture) -> None:
    shop = Workshop()
    shop.starts = False
    shop.go.set()
    async with exporting(shop, Limits(retry=0.05)) as exporter:
        assert exporter.typesets
        asked = [ask(exporter, n) for n in range(3)]
        answers = await asyncio.gather(*asked, return_exceptions=True)
        assert {str(answer) for answer in answers} == {"typesetting_off"}
        assert not exporter.typesets
        assert await exporter.make(JSON, {}, Requester("a", 1)) == b"{}"
        await eventually(lambda: shop.attempts >= 3)
        shop.starts = True
        await eventually(lambda: exporter.typesets)
        assert await ask(exporter, 1) == b"pdf 1"
    # One line for the whole outage.
    assert [one.levelno for one in caplog.records if one.name == "shortlist.typesetting"] == [logging.ERROR]
    assert "FileNotFoundError" in caplog.text


async def test_while_it_is_off_nobody_waits_for_the_next_attempt() -> None:
    shop = Workshop()
    shop.starts = False
    async with exporting(shop, Limits(retry=3600)) as exporter:
        for _ in range(3):
            with pytest.raises(Unavailable, match="typesetting_off"):
                await ask(exporter, 1)
        assert shop.attempts == 1


async def test_without_the_typesetters_package_it_is_off_from_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.records.exports.typesetting.find_spec", lambda _name: None)
    shop = Workshop()
    async with exporting(shop) as exporter:
        assert not exporter.typesets
        with pytest.raises(Unavailable, match="typesetting_off"):
            await ask(exporter, 1)
    assert shop.attempts == 0


async def test_a_server_that_stops_leaves_nobody_waiting() -> None:
    shop = Workshop()
    async with exporting(shop) as exporter:
        asked = [ask(exporter, n, person=n // 2 or "first") for n in range(4)]
        await eventually(lambda: exporter.unfinished == 4 and shop.asked)
    answers = await asyncio.gather(*asked, return_exceptions=True)
    assert [str(answer) for answer in answers] == ["typesetting_stopped"] * 4
    assert [one.ended for one in shop.processes] == ["killed"]
    with pytest.raises(Unavailable, match="typesetting_stopped"):
        await ask(exporter, 5)
