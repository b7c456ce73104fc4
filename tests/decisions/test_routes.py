"""Decisions at their addresses, from a real database file."""

import hashlib
import json
from collections.abc import AsyncIterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from httpx import Response
from litestar import Litestar
from litestar.di import Provide
from litestar.testing import AsyncTestClient
from sqlalchemy.ext.asyncio import AsyncEngine

from board.db.base import metadata
from board.db.engine import create_engine
from board.decisions import record
from board.decisions.routes import show_decision
from board.decisions.work import NONE, Work, WorkFinder
from board.people.site import Site
from board.protocol.refusals import Refusal
from board.records import canonical, service
from board.records.exports.exporter import Exporter
from board.records.http.answers import Asked
from board.records.keeping import Keep
from board.records.tables import decisions, recaps, tombstones
from board.web import errors
from board.words import say
from tests.decisions import samples

HOUSING = canonical.encode(record.build(samples.housing()))
ADDRESS = f"/decisions/{canonical.digest(HOUSING)}"

Client = AsyncTestClient[Litestar]


class NoWork(WorkFinder):
    """Nothing came of a decision yet."""

    async def find(self, asked: Asked, found: service.Found) -> Work:
        return NONE


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    engine = create_engine(f"sqlite+aiosqlite:///{tmp_path / 'board.db'}")
    async with engine.begin() as conn:
        await conn.run_sync(metadata.create_all, tables=[decisions, recaps, tombstones])
        await conn.run_sync(partial(service.decisions.store, source="b1", content=HOUSING, frozen_at=1_795_265_820.0))
    yield engine
    await engine.dispose()


@pytest.fixture
def exporter() -> Exporter:
    return Exporter()


@pytest.fixture
async def client(engine: AsyncEngine, exporter: Exporter) -> AsyncIterator[Client]:
    app = Litestar(
        [show_decision],
        dependencies={
            "engine": Provide(lambda: engine, sync_to_thread=False),
            "keep": Provide(lambda: Keep(records=400), sync_to_thread=False),
            "site": Provide(lambda: Site("https://shortlist.example.org"), sync_to_thread=False),
            "exporter": Provide(lambda: exporter, sync_to_thread=False),
            "work_finder": Provide(NoWork, sync_to_thread=False),
        },
        lifespan=[lambda _: exporter.running()],
        exception_handlers=errors.handlers,
        openapi_config=None,
        logging_config=None,
    )
    async with AsyncTestClient(app) as client:
        yield client


async def test_the_page_says_the_decision_and_needs_nothing_else(client: Client) -> None:
    answer = await client.get(ADDRESS)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "We pilot council-built sections on two sites" in answer.text
    assert canonical.digest(HOUSING) in answer.text
    assert "style=" not in answer.text
    assert "A newer record exists" not in answer.text


async def test_the_json_is_the_bytes_that_its_address_is_the_sum_of(client: Client) -> None:
    answer = await client.get(f"{ADDRESS}.json")
    assert answer.content == HOUSING
    assert hashlib.sha256(answer.content).hexdigest() == ADDRESS.rpartition("/")[2]
    assert answer.headers["content-type"] == "application/json"
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    ("ending", "media_type"),
    [
        ("html", "text/html; charset=utf-8"),
        ("pdf", "application/pdf"),
        ("png", "image/png"),
        ("svg", "image/svg+xml"),
        ("md", "text/markdown; charset=utf-8"),
        ("csv", "text/csv; charset=utf-8"),
        ("json", "application/json"),
    ],
)
async def test_files_say_what_they_are_and_what_they_are_called(client: Client, ending: str, media_type: str) -> None:
    answer = await client.get(f"{ADDRESS}.{ending}")
    name = "how-can-homes-here-become-affordable-again"
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="{name}.{ending}"')


@pytest.mark.parametrize("path", ["", ".html", ".pdf", ".png", ".svg", ".md", ".csv", ".json"])
async def test_what_a_browser_has_already_is_not_sent_again(client: Client, path: str) -> None:
    first = await client.get(ADDRESS + path)
    again = await client.get(ADDRESS + path, headers={"if-none-match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    other = await client.get(ADDRESS + path, headers={"if-none-match": '"other"'})
    assert other.status_code == 200


@pytest.mark.parametrize(
    "path", ["0" * 64, "nothing", f"{'0' * 64}.json", f"{ADDRESS[11:]}.exe", f"{ADDRESS[11:].upper()}"]
)
async def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    answer = await client.get(f"/decisions/{path}", headers={"accept": "text/html"})
    assert answer.status_code == 404


async def test_a_newer_record_is_named_above_the_old_one_which_stays(client: Client, engine: AsyncEngine) -> None:
    old = canonical.digest(HOUSING)
    newer = canonical.encode({**json.loads(HOUSING), "follows": old, "why": "We learned more."})
    before = (await client.get(ADDRESS)).headers["etag"]
    async with engine.begin() as conn:
        store = partial(service.decisions.store, source="b2", content=newer, frozen_at=1_795_999_999.0, follows=old)
        sha256 = await conn.run_sync(store)
    page = await client.get(ADDRESS, headers={"if-none-match": before})
    assert f'href="/decisions/{sha256}"' in page.text
    assert "A newer record exists" in page.text
    assert (await client.get(f"{ADDRESS}.json")).content == HOUSING
    follower = await client.get(f"/decisions/{sha256}")
    assert f'href="/decisions/{old}"' in follower.text
    assert "A newer record exists" not in follower.text


async def test_the_same_record_is_stored_once_and_the_caller_commits(engine: AsyncEngine) -> None:
    async with engine.connect() as conn:
        again = await conn.run_sync(partial(service.decisions.store, source="b1", content=HOUSING, frozen_at=1.0))
        other = await conn.run_sync(partial(service.decisions.store, source="b1", content=b"{}", frozen_at=1.0))
        assert await service.decisions.find(conn, sha256=other)
        await conn.rollback()
    async with engine.connect() as conn:
        assert await service.decisions.find(conn, sha256=other) is None
        found = await service.decisions.find(conn, sha256=again)
    assert found == service.Found(canonical.digest(HOUSING), "b1", HOUSING, None, None, frozen_at=1_795_265_820)


async def follow(engine: AsyncEngine, before: str, why: str, at: float) -> str:
    """Stores a record that follows this one."""
    content = canonical.encode({**json.loads(HOUSING), "follows": before, "why": why})
    async with engine.begin() as conn:
        return await conn.run_sync(
            partial(service.decisions.store, source="b1", content=content, frozen_at=at, follows=before)
        )


async def remove(engine: AsyncEngine, sha256: str) -> None:
    async with engine.begin() as conn:
        await conn.run_sync(partial(service.decisions.remove, sha256=sha256, now=1_797_950_000.0))


def related(answer: Response) -> dict[str, str]:
    return {kind: link["url"].removeprefix("/decisions/") for kind, link in answer.links.items() if kind}


async def test_a_chain_of_records_is_walked_both_ways(client: Client, engine: AsyncEngine) -> None:
    first = canonical.digest(HOUSING)
    second = await follow(engine, first, "second", 1_795_300_000.0)
    third = await follow(engine, second, "third", 1_795_400_000.0)
    ways = {
        first: {"successor-version": second, "latest-version": third},
        second: {"predecessor-version": first, "successor-version": third, "latest-version": third},
        third: {"predecessor-version": second},
    }
    for sha256, expected in ways.items():
        page, file = await client.get(f"/decisions/{sha256}"), await client.get(f"/decisions/{sha256}.json")
        assert related(page) == related(file) == expected
        for other in expected.values():
            assert f'href="/decisions/{other}"' in page.text
    assert "Read the newest" in (await client.get(f"/decisions/{first}")).text
    assert "Read the newest" not in (await client.get(f"/decisions/{second}")).text


async def test_a_deleted_record_in_between_does_not_break_the_chain(client: Client, engine: AsyncEngine) -> None:
    first = canonical.digest(HOUSING)
    second = await follow(engine, first, "second", 1_795_300_000.0)
    third = await follow(engine, second, "third", 1_795_400_000.0)
    await remove(engine, second)
    assert related(await client.get(ADDRESS)) == {"successor-version": third, "latest-version": third}
    await remove(engine, third)
    assert related(await client.get(ADDRESS)) == {}


@pytest.mark.parametrize("path", ["", ".html", ".md", ".csv", ".json"])
async def test_a_deleted_decision_says_so_at_every_address_it_had(
    client: Client, engine: AsyncEngine, path: str
) -> None:
    await remove(engine, canonical.digest(HOUSING))
    answer = await client.get(ADDRESS + path, headers={"if-none-match": "*"})
    assert answer.status_code == 410
    if path == ".json":
        assert (answer.json()["code"], answer.json()["params"]) == ("decision_deleted", {"day": "2026-12-22"})
    else:
        assert say(Refusal.DECISION_DELETED, day=date(2026, 12, 22)) in answer.text
    assert "council-built" not in answer.text
    assert "immutable" not in answer.headers.get("cache-control", "")


async def test_the_page_says_until_when_the_record_is_kept(client: Client) -> None:
    """Frozen on 21 November 2026, and 400 days are set."""
    assert "This record is kept here until 26 December 2027" in (await client.get(ADDRESS)).text
    assert "kept here" not in (await client.get(f"{ADDRESS}.html")).text


async def test_bytes_that_were_reached_past_the_database_are_not_shown(client: Client, engine: AsyncEngine) -> None:
    async with engine.begin() as conn:
        await conn.exec_driver_sql("DROP TRIGGER decisions_stay")
        await conn.exec_driver_sql("UPDATE decisions SET content = CAST(replace(content, 'pilot', 'build') AS BLOB)")
    for path in ("", ".json", ".md"):
        answer = await client.get(ADDRESS + path)
        assert answer.status_code == 503
        assert "do not add up" in answer.text
