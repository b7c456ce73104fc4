"""The balancers of docs/scale/: which of three servers gets what, and what becomes of it when one dies."""

import ast
import asyncio
import itertools
import re
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from websockets.asyncio.client import connect

from board.app import create_app
from board.people.links import mint
from board.settings import Settings
from board.worksessions.state.session import chain_of, session_id
from tests.brainstorm.running import passing
from tests.scale.balancing import CONFIGS, Stub, balancer
from tests.web.proxies import NAMES

PATTERNS = {name: re.search(r"\^\(/api.*?\{1,24\}\)", config) for name, config in CONFIGS.items()}
PAGES = ("/boards/{}", "/boards/{}/live", "/api/boards/{}/commands", "/api/boards/{}/export.pdf?page=1")
SESSION_PAGES = ("/worksessions/{}", "/worksessions/{}.ics", "/worksessions/{}/text", "/api/worksessions/{}/recap")
CLIENTS = 50
NEW = httpx.Limits(max_keepalive_connections=0)


@dataclass
class Balanced:
    """A balancer before three stubs."""

    address: str
    stubs: list[Stub]
    http: httpx.AsyncClient
    """opens a connection for each request"""

    async def who(self, path: str, method: str = "GET", **headers: str) -> str:
        """The name of the server that answers."""
        answer = await self.http.request(method, path, headers=headers)
        assert answer.status_code == 200, answer.text
        return str(ast.literal_eval(answer.text)["by"])

    async def homes(self, paths: Iterable[str]) -> dict[str, str]:
        """Which server answers for each path."""
        asked = list(paths)
        return dict(zip(asked, await asyncio.gather(*map(self.who, asked)), strict=True))

    async def until(self, path: str, name: str) -> None:
        """Waits until this server answers for the path."""
        async with asyncio.timeout(30):
            while await self.who(path) != name:
                await passing(0.2)


@pytest.fixture(params=NAMES)
async def balanced(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Balanced]:
    stubs = [Stub(name) for name in ("first", "second", "third")]
    try:
        for stub in stubs:
            await stub.start()
        async with (
            balancer(request.param, [stub.port for stub in stubs], tmp_path) as address,
            httpx.AsyncClient(base_url=address, trust_env=False, timeout=20, limits=NEW) as http,
        ):
            yield Balanced(address, stubs, http)
    finally:
        for stub in stubs:
            await stub.stop()


def boards(count: int) -> list[str]:
    return [f"/boards/{mint()}" for _ in range(count)]


def test_every_route_with_a_document_has_its_id_where_the_balancers_look() -> None:
    app = create_app(Settings(database_url="sqlite+aiosqlite:////nowhere/shortlist.db"))
    session, board = session_id(mint(), 12), mint()
    found = 0
    for route in (one.path for one in app.routes):
        path = route.replace("{board_id:str}", board).replace("{session_id:str}", session)
        path = path.replace("{sha256:str}", secrets.token_hex(32))
        for pattern in PATTERNS.values():
            assert pattern is not None
            matched = re.match(pattern[0].replace("?<", "?P<"), path)
            hashed = matched[3] if matched else None
            found += matched is not None
            assert hashed == (board if board in path else chain_of(session) if session in path else None), route
    assert found > 2 * 25


async def test_fifty_people_of_a_document_are_on_one_server(balanced: Balanced) -> None:
    for _ in range(5):
        board = mint()
        paths = itertools.islice(itertools.cycle(PAGES), CLIENTS)
        asked = [balanced.who(path.format(board), **{"X-Document": mint()}) for path in paths]
        assert len(set(await asyncio.gather(*asked))) == 1


async def test_all_sessions_of_a_chain_are_on_one_server(balanced: Balanced) -> None:
    for _ in range(5):
        chain = mint()
        paths = [page.format(session_id(chain, number)) for number in (1, 2, 9, 10, 111) for page in SESSION_PAGES]
        paths.append(f"/decisions/{secrets.token_hex(32)}/worksessions/{session_id(chain, 1)}/confirm")
        assert len(set((await balanced.homes(paths)).values())) == 1


async def test_documents_are_spread_and_so_is_the_rest(balanced: Balanced) -> None:
    rest = [balanced.who(path) for path in ("/", "/boards", "/worksessions", f"/join/{mint()}") for _ in range(20)]
    for who in ((await balanced.homes(boards(200))).values(), await asyncio.gather(*rest)):
        assert min(Counter(who)[stub.name] for stub in balanced.stubs) >= 10


async def test_the_documents_of_a_dead_server_go_to_another_and_come_back(balanced: Balanced) -> None:
    before = await balanced.homes(boards(60))
    dead = balanced.stubs[1]
    theirs = [path for path, who in before.items() if who == dead.name]
    await dead.stop()
    after = await balanced.homes(before)
    # What the others had stays with them.
    assert {path: who for path, who in after.items() if path not in theirs} == {
        path: who for path, who in before.items() if path not in theirs
    }
    assert {after[path] for path in theirs} <= {"first", "third"}
    # Even what must not be given twice goes to another server, because this one did not get it.
    assert await balanced.who(theirs[0], "POST") == after[theirs[0]]
    await dead.start()
    await balanced.until(theirs[0], dead.name)
    assert await balanced.homes(before) == before


async def test_a_websocket_passes_and_lands_with_the_pages(balanced: Balanced) -> None:
    for path in boards(6):
        home = await balanced.who(path)
        async with connect(f"{balanced.address.replace('http', 'ws')}{path}/live", proxy=None) as live:
            for word in ("once", "twice"):
                await live.send(word)
                assert await live.recv() == f"{home} heard {word}"


async def test_a_websocket_is_cut_when_its_server_dies_and_opens_on_another(balanced: Balanced) -> None:
    path = next(path for path, who in (await balanced.homes(boards(30))).items() if who == "first")
    address = f"{balanced.address.replace('http', 'ws')}{path}/live"
    async with connect(address, proxy=None) as live:
        await live.send("before")
        assert await live.recv() == "first heard before"
        await balanced.stubs[0].stop()
        await asyncio.wait_for(live.wait_closed(), 10)
    async with connect(address, proxy=None) as live:
        await live.send("after")
        assert await live.recv() == f"{await balanced.who(path)} heard after"


async def test_the_server_learns_who_asks_and_for_which_address(balanced: Balanced) -> None:
    answer = await balanced.http.get(f"/boards/{mint()}", headers={"X-Forwarded-For": "203.0.113.7"})
    headers = ast.literal_eval(answer.text)["headers"]
    assert headers["x-forwarded-for"] == "127.0.0.1"
    assert headers["x-forwarded-proto"] == "http"
    assert headers["host"] == balanced.address.removeprefix("http://")


@pytest.mark.parametrize("balanced", ["caddy"], indirect=True)
async def test_caddy_passes_over_a_server_that_takes_requests_and_answers_none(balanced: Balanced) -> None:
    path = next(path for path, who in (await balanced.homes(boards(30))).items() if who == "second")
    balanced.stubs[1].silent.set()
    async with asyncio.timeout(30):
        while True:
            try:
                assert await asyncio.wait_for(balanced.who(path), 1) in {"first", "third"}
                break
            except TimeoutError:
                continue
    balanced.stubs[1].silent.clear()
    await balanced.until(path, "second")
