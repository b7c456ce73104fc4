"""How many boards an address may create: over the API, the form and the preview, behind a proxy or not."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from tests.brainstorm.clients import Browser, browser
from tests.brainstorm.database import rows
from tests.brainstorm.running import MovableClock, Server, serving
from tests.web.from_ideas import fields, opened, send
from tests.web.reading import one, read

pytestmark = pytest.mark.usefixtures("front_end")
QUESTION = "Which bridge is mended first?"


class StillClock(MovableClock):
    """Moves only when a test moves it."""

    def now(self) -> float:
        return 1_800_000_000.0 + self.ahead


@pytest.fixture
def clock() -> MovableClock:
    return StillClock()


@pytest.fixture
async def strict(database: Path, clock: MovableClock) -> AsyncIterator[Server]:
    """Three boards a minute and five an hour for each address."""
    async with serving(database, clock, boards_per_minute=3, boards_per_hour=5) as server:
        yield server


async def create(person: Browser, address: str | None = None, **wanted: object) -> httpx.Response:
    headers = {"X-Forwarded-For": address} if address else {}
    return await person.post("/api/boards", json={"question": QUESTION} | wanted, headers=headers)


async def statuses(person: Browser, count: int, address: str | None = None) -> list[int]:
    return [(await create(person, address)).status_code for _ in range(count)]


def boards(server: Server) -> int:
    return len(rows(server.file, "SELECT id FROM boards"))


async def test_a_burst_is_refused_with_a_sentence_until_there_is_room_again(strict: Server) -> None:
    async with browser(strict.base) as mara:
        assert await statuses(mara, 4) == [201, 201, 201, 429]
        answer = await create(mara)
        assert (answer.headers["retry-after"], answer.json()["code"]) == ("20", "too_many_boards")
        assert answer.json()["params"] == {"count": 20, "unit": "seconds"}
        assert boards(strict) == 3
        strict.clock.advance(21)
        assert await statuses(mara, 2) == [201, 429]
        strict.clock.advance(120)
        assert await statuses(mara, 2) == [201, 429], "the hour has room for five"
        strict.clock.advance(3600)
        assert await statuses(mara, 1) == [201]


async def test_what_is_wrong_is_not_counted(strict: Server) -> None:
    async with browser(strict.base) as mara:
        for wrong in ({"question": " "}, {"minutes": 0.001}, {"ideas": [{"text": ""}]}, {"dots": 99}):
            for _ in range(4):
                assert (await create(mara, **wrong)).status_code in (400, 422)
        for _ in range(4):
            assert (await mara.post("/boards", data={"question": ""})).status_code == 422
        assert await statuses(mara, 4) == [201, 201, 201, 429]


async def test_the_form_keeps_what_was_typed(strict: Server) -> None:
    async with browser(strict.base) as mara:
        assert await statuses(mara, 3) == [201, 201, 201]
        answer = await mara.post("/boards", data={"question": QUESTION, "problem": "Two of them are shut."})
        assert (answer.status_code, "retry-after" in answer.headers) == (429, True)
        assert one(answer.text, "textarea", name="question").text.strip() == QUESTION
        assert "Two of them are shut." in answer.text
        assert any(
            "Very many boards and sessions" in element.text for element in read(answer.text) if element.tag == "p"
        )


async def test_the_preview_keeps_what_was_looked_at(strict: Server) -> None:
    async with browser(strict.base) as mara:
        assert await statuses(mara, 3) == [201, 201, 201]
        looked = await send(mara, {"question": QUESTION, "text": "the old one\nthe long one"})
        answer = await opened(mara, looked)
        assert answer.status_code == 429
        assert fields(answer.text)["text"] == "the old one\r\nthe long one"
        strict.clock.advance(60)
        assert (await send(mara, fields(answer.text) | {"then": "open"})).status_code == 303


async def test_people_behind_a_trusted_proxy_are_counted_apart(strict: Server) -> None:
    async with browser(strict.base) as proxy:
        assert await statuses(proxy, 4, "203.0.113.5") == [201, 201, 201, 429]
        assert await statuses(proxy, 1, "203.0.113.6") == [201]
        # What a person writes in front of the address that the proxy adds changes nothing.
        assert await statuses(proxy, 1, "198.51.100.1, 203.0.113.5") == [429]
        assert await statuses(proxy, 4) == [201, 201, 201, 429], "a proxy that forwards none is one address"


async def test_one_network_is_one_address(strict: Server) -> None:
    async with browser(strict.base) as proxy:
        for last in ("1", "2:3", "ffff:1:2"):
            assert await statuses(proxy, 1, f"2001:db8:7:8::{last}") == [201]
        assert await statuses(proxy, 1, "2001:db8:7:8::9") == [429]
        assert await statuses(proxy, 1, "2001:db8:7:9::9") == [201]


async def test_an_untrusted_proxy_forwards_nothing(database: Path, clock: MovableClock) -> None:
    async with (
        serving(database, clock, boards_per_minute=2, trusted_proxies="192.0.2.200") as server,
        browser(server.base) as mara,
    ):
        answers = [(await create(mara, f"203.0.113.{number}")).status_code for number in range(4)]
        assert answers == [201, 201, 429, 429]


async def test_ideas_that_are_brought_count_for_the_board(database: Path, clock: MovableClock) -> None:
    async with serving(database, clock, ideas_per_board=10) as server, browser(server.base) as mara:
        eleven = [{"text": f"bridge {number}"} for number in range(11)]
        answer = await create(mara, ideas=eleven)
        assert (answer.status_code, answer.json()["code"]) == (429, "too_many_ideas")
        assert answer.json()["params"] == {"count": 11, "limit": 10}
        assert "retry-after" not in answer.headers
        looked = await send(mara, {"question": QUESTION, "text": "\n".join(idea["text"] for idea in eleven)})
        refused = await opened(mara, looked)
        assert (refused.status_code, boards(server)) == (429, 0)
        assert (await create(mara, ideas=eleven[:10])).status_code == 201
