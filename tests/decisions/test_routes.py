"""Decisions at their addresses, from a real database file."""

import hashlib
import json
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.di import Provide
from litestar.testing import AsyncTestClient
from sqlalchemy.ext.asyncio import AsyncEngine

from board.db.base import metadata
from board.db.engine import create_engine
from board.decisions import canonical, record, service
from board.decisions.routes import show_decision
from board.decisions.tables import decisions
from board.people.site import Site
from board.web import errors
from tests.decisions import samples

HOUSING = canonical.encode(record.build(samples.housing()))
ADDRESS = f"/decisions/{canonical.digest(HOUSING)}"

Client = AsyncTestClient[Litestar]


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    engine = create_engine(f"sqlite+aiosqlite:///{tmp_path / 'board.db'}")
    async with engine.begin() as conn:
        await conn.run_sync(metadata.create_all, tables=[decisions])
        await conn.run_sync(partial(service.store, board="b1", content=HOUSING, frozen_at=1_795_265_820.0))
    yield engine
    await engine.dispose()


@pytest.fixture
async def client(engine: AsyncEngine) -> AsyncIterator[Client]:
    app = Litestar(
        [show_decision],
        dependencies={
            "engine": Provide(lambda: engine, sync_to_thread=False),
            "site": Provide(lambda: Site("https://shortlist.example.org"), sync_to_thread=False),
        },
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
        store = partial(service.store, board="b2", content=newer, frozen_at=1_795_999_999.0, follows=old)
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
        again = await conn.run_sync(partial(service.store, board="b1", content=HOUSING, frozen_at=1.0))
        other = await conn.run_sync(partial(service.store, board="b1", content=b"{}", frozen_at=1.0))
        assert await service.find(conn, sha256=other)
        await conn.rollback()
    async with engine.connect() as conn:
        assert await service.find(conn, sha256=other) is None
        found = await service.find(conn, sha256=again)
    assert found == service.Found(canonical.digest(HOUSING), "b1", HOUSING, None, None)
