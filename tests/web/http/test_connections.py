"""How many connections an address may have: who makes room, who is refused, and what a trusted proxy is spared."""

import asyncio
import logging
from dataclasses import replace
from pathlib import Path
from typing import cast

import httpx
import pytest

from board.web.http.connections import Connection, Connections, Limits
from board.words import say
from tests.brainstorm.clients import Browser
from tests.brainstorm.running import MovableClock, eventually, serving
from tests.cast import Group, gather
from tests.web.raw import connect, connected, get

FEW = Limits(open=12, receiving=12, refused=3, linger=0.3, sweep=0.05)
ELSEWHERE = "192.0.2.7, 198.51.100.0/24"
"""proxies that are not where these tests connect from"""
HALF = b"GET /health HTTP/1.1\r\nhost"


async def full(group: Group) -> list[Browser]:
    """Opens websockets until the address has as many connections as it may; each browser has a page and its socket."""
    people = [await group.newcomer() for _ in range(3)]
    while len(group.server.connections) < FEW.open:
        await people[0].open()
    # What is idle makes room first.
    for person in group.browsers.values():
        await person.http.aclose()
    await eventually(lambda: len(group.server.connections) < FEW.open)
    while len(group.server.connections) < FEW.open:
        await people[0].open()
    return people


async def test_one_more_is_refused_until_another_ends(database: Path, clock: MovableClock, front_end: Path) -> None:
    async with serving(database, clock, FEW, trusted_proxies=ELSEWHERE) as server, gather(server) as group:
        people = await full(group)
        for _ in range(FEW.refused):
            refused = await connect(server.base)
            await refused.send(get("/health"))
            answer = await refused.until_ended()
            assert answer.startswith(b"HTTP/1.1 503")
            assert answer.endswith(say("page-too-many-connections").encode())
        await people[0].tabs.pop().close()
        await eventually(lambda: len(server.connections) < FEW.open)
        async with connected(server.base, 1) as (accepted,):
            await accepted.send(get("/health"))
            assert (await accepted.answer()).endswith(b"ok")


async def test_refused_connections_do_not_pile_up(database: Path, clock: MovableClock, front_end: Path) -> None:
    limits = replace(FEW, linger=30.0)
    async with serving(database, clock, limits, trusted_proxies=ELSEWHERE) as server, gather(server) as group:
        await full(group)
        clients = [await connect(server.base) for _ in range(3 * FEW.refused)]
        # A few stay until they have read the reason. The others end without one.
        answers = [client.reader.read(100) for client in clients]
        reasons = await asyncio.gather(*answers, return_exceptions=True)
        assert sum(isinstance(one, bytes) and one.startswith(b"HTTP/1.1 503") for one in reasons) == FEW.refused
        assert len(server.connections._refused) == FEW.refused
        assert len(server.connections) == FEW.open
        for client in clients:
            await client.close()


async def test_idle_connections_make_room_and_the_longest_idle_goes_first(
    database: Path, clock: MovableClock, front_end: Path
) -> None:
    async with (
        serving(database, clock, FEW, trusted_proxies=ELSEWHERE) as server,
        connected(server.base, FEW.open) as idle,
    ):
        for client in idle:
            await client.send(get("/health"))
            assert (await client.answer()).endswith(b"ok")
        # The first was used again since.
        await idle[0].send(get("/health"))
        await idle[0].answer()
        async with connected(server.base, 1) as (newcomer,):
            await newcomer.send(get("/health"))
            assert (await newcomer.answer()).endswith(b"ok")
            await idle[1].until_ended()
            assert len(server.connections) == FEW.open
            await idle[0].send(get("/health"))
            assert (await idle[0].answer()).endswith(b"ok")


@pytest.mark.parametrize(("trusted", "most"), [(ELSEWHERE, FEW.open), ("127.0.0.0/8", FEW.receiving), ("*", 12)])
async def test_unfinished_requests_make_room_for_others(
    trusted: str, most: int, database: Path, clock: MovableClock, front_end: Path
) -> None:
    async with (
        serving(database, clock, FEW, trusted_proxies=trusted) as server,
        connected(server.base, 3 * most) as clients,
        httpx.AsyncClient(base_url=server.base, trust_env=False, timeout=60) as honest,
    ):
        for client in clients:
            await client.send(HALF)
            # Among them all, requests that are sent at once are answered.
            assert (await honest.get("/health")).text == "ok"
        await eventually(lambda: len(server.connections) <= most + 1)
        await asyncio.gather(*(client.until_ended() for client in clients[:most]))


async def test_a_trusted_proxy_may_have_any_number_of_finished_ones(
    database: Path, clock: MovableClock, front_end: Path
) -> None:
    async with serving(database, clock, FEW, trusted_proxies="192.0.2.7,127.0.0.1") as server, gather(server) as group:
        tabs = [await (await group.newcomer()).open() for _ in range(FEW.open)]
        async with connected(server.base, FEW.open) as idle:
            for client in idle:
                await client.send(get("/health"))
                await client.answer()
            assert len(server.connections) > 3 * FEW.open
            async with connected(server.base, 2 * FEW.receiving) as silent:
                await asyncio.gather(*(client.until_ended() for client in silent[: FEW.receiving]))
                for client in idle:
                    await client.send(get("/health"))
                    assert (await client.answer()).endswith(b"ok")
        assert not any(tab.gone for tab in tabs)


async def test_nothing_is_kept_of_an_address_without_connections(
    database: Path, clock: MovableClock, front_end: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="board")
    async with serving(database, clock, FEW, trusted_proxies=ELSEWHERE) as server:
        async with gather(server) as group:
            await full(group)
            await (await connect(server.base)).until_ended()
            assert len(server.connections._peers) == 1
        await eventually(lambda: not server.connections._peers)
        await eventually(lambda: not server.connections._refused)
    assert "127.0.0.1" not in caplog.text


class Transport:
    """As much of a transport as counting needs."""

    def __init__(self, unsent: int = 0) -> None:
        self.unsent = unsent
        self.closing = self.aborted = False

    def get_write_buffer_size(self) -> int:
        return self.unsent

    def is_closing(self) -> bool:
        return self.closing

    def close(self) -> None:
        self.closing = True

    def abort(self) -> None:
        self.aborted = True

    def get_extra_info(self, name: str) -> None:
        return None


def admitted(connections: Connections, address: str, unsent: int = 0) -> tuple[Connection | None, Transport]:
    transport = Transport(unsent)
    return connections.admit(cast("asyncio.Transport", transport), address, lambda: None), transport


async def test_an_ipv6_network_counts_as_one_address() -> None:
    connections = Connections("", replace(FEW, open=2))
    assert admitted(connections, "2001:db8:0:1::1")[0]
    assert admitted(connections, "2001:db8:0:1:ffff::2")[0]
    assert admitted(connections, "2001:db8:0:1::3")[0] is None
    assert admitted(connections, "2001:db8:0:2::3")[0]


async def test_a_response_under_way_makes_no_room() -> None:
    connections = Connections("", replace(FEW, open=2))
    sending, to_sender = admitted(connections, "192.0.2.9", unsent=9000)
    resting, to_resting = admitted(connections, "192.0.2.9")
    assert sending is not None
    assert resting is not None
    sending.idle(60)
    resting.idle(60)
    assert admitted(connections, "192.0.2.9")[0]
    assert (to_sender.closing, to_resting.closing) == (False, True)
    assert admitted(connections, "192.0.2.9")[0] is None


async def test_a_connection_that_closes_does_not_wait_for_its_client_for_ever() -> None:
    connections = Connections("", replace(FEW, body=0.2, slowest=10**9))
    connection, transport = admitted(connections, "192.0.2.9", unsent=70_000)
    assert connection is not None
    connection.upgraded()
    transport.close()
    await eventually(lambda: transport.aborted)
    connection.end()


class Stuck:
    """A transport that is closing and whose client takes nothing any more."""

    aborted = False

    def is_closing(self) -> bool:
        return True

    def get_write_buffer_size(self) -> int:
        return 5000

    def get_extra_info(self, _: str) -> None:
        return None

    def abort(self) -> None:
        self.aborted = True


async def test_a_closing_connection_whose_bytes_nobody_takes_is_reset() -> None:
    """Closing waits for them, which may be for ever."""
    limits = Limits(body=10.0, slowest=1000.0)
    connections, stuck = Connections(ELSEWHERE, limits), Stuck()
    connection = connections.admit(cast(asyncio.Transport, stuck), "192.0.2.99", lambda: None)
    assert connection is not None
    now = connections.now()
    connection.sweep(now)
    connection.sweep(now + 14.9)
    assert not stuck.aborted, "5,000 bytes have 15 s"
    connection.sweep(now + 15.1)
    assert stuck.aborted
    connection.end()
