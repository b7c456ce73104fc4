"""Servers that share a PostgreSQL can be killed, frozen and replaced one by one."""

from pathlib import Path

import httpx

from board.server import OUT_OF_REACH
from tests.scale.cluster import Database
from tests.scale.fleet import fleet


async def answers(base: str, within: float = 10.0) -> bool:
    async with httpx.AsyncClient(trust_env=False, timeout=within) as http:
        try:
            return (await http.get(f"{base}/health")).text == "ok"
        except httpx.TransportError:
            return False


async def test_servers_go_and_come_one_by_one(shared: Database, tmp_path: Path) -> None:
    async with fleet(shared, tmp_path, 3) as some:
        first, second, third = some.bases
        assert [await answers(base) for base in some.bases] == [True] * 3
        await some.kill(0)
        some.freeze(1)
        assert not await answers(first)
        assert not await answers(second, within=0.5)
        assert await answers(third)
        some.thaw(1)
        assert await answers(second)
        await some.replace(0)
        assert await answers(first)
        before = some.servers[2].running.pid
        await some.replace(2)
        assert await answers(third)
        assert some.servers[2].running.pid != before
        some.freeze(1)
    assert not any([await answers(base) for base in some.bases])


async def test_a_server_on_postgresql_says_at_its_start_what_is_not_promised(shared: Database, tmp_path: Path) -> None:
    async with fleet(shared, tmp_path, 1) as one:
        lines = one.log(0).splitlines()
    assert lines.count(OUT_OF_REACH) == 1
