"""Made-up state vectors over the wire: they get what joiners get, which is encoded once, and their sender pays."""

import asyncio
import itertools
import uuid
from collections.abc import Iterator

import pytest
from websockets.asyncio.client import ClientConnection

from board.canvas import vectors
from board.canvas.writer import Canvas
from board.live.transport.rate_limit import BYTES_PER_TOKEN, Rate, RateLimiter, TokenBucket
from board.people.cookie import Person
from board.protocol.roles import Role
from tests.brainstorm import wire
from tests.brainstorm.clients import Browser
from tests.brainstorm.running import eventually
from tests.cast import Group

ASKED, BURST = 200, 10**6
WORDS = "words that fill a board " * 8


class Watched:
    """What the server encoded for one replica, and the states it made for all."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.diffs: list[bytes] = []
        self.states = 0
        since, state = Canvas.since, Canvas.state

        def counted_since(canvas: Canvas, vector: bytes) -> bytes:
            self.diffs.append(vector)
            return since(canvas, vector)

        def counted_state(canvas: Canvas) -> bytes:
            self.states += 1
            return state(canvas)

        monkeypatch.setattr(Canvas, "since", counted_since)
        monkeypatch.setattr(Canvas, "state", counted_state)


@pytest.fixture
async def board(group: Group) -> Group:
    """A revealed board with some ideas, at rest."""
    await group.goes("diverge")
    for number in range(40):
        await group.pia.write(f"{number} {WORDS}")
    await group.goes("cluster")
    room = await group.room()
    await eventually(
        lambda: room.snapshots._snapshot is not None and not room.snapshots.outdated and not room.inbox.queued
    )
    return group


@pytest.fixture
def watched(board: Group, monkeypatch: pytest.MonkeyPatch) -> Watched:
    return Watched(monkeypatch)


def person(browser: Browser) -> Person:
    """The person that the server sees in this browser."""
    (value,) = browser.http.cookies.values()
    return Person(value.partition(".")[0], {Role.PARTICIPANT: "link"})


def never_refilled(group: Group, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> TokenBucket:
    """People now begin with very many tokens and get no more, so missing ones were spent. Returns this bucket."""
    senders = RateLimiter(Rate(burst=BURST, per_second=1e-9), group.server.clock.now)
    monkeypatch.setattr(group.server.rooms, "senders", senders)
    return senders.bucket(group.board, person(browser))


def made_up(ours: vectors.Clocks) -> Iterator[bytes]:
    """Different each time, and none of them true."""
    client, clock = max(ours.items())
    for number in itertools.count(1):
        yield vectors.encode({number: 1})
        yield vectors.encode({client: clock + number})
        yield wire.head(2, client, clock, client, number % clock)
        yield vectors.encode({number * 3 + at: at for at in range(50)})
        yield vectors.encode(dict(ours) | {client ^ number: 0})
        yield vectors.encode(ours) + b"\0" * number
        yield vectors.encode({client: number % (clock // 2)})


async def state(socket: ClientConnection) -> bytes:
    """The next frame of the document."""
    while True:
        frame = await socket.recv(decode=False)
        if frame[0] == wire.SYNC:
            return frame


@pytest.mark.parametrize("sockets", [1, 5])
async def test_made_up_vectors_get_the_shared_state_and_are_paid_for(
    board: Group, watched: Watched, monkeypatch: pytest.MonkeyPatch, sockets: int
) -> None:
    ben = board.browser("ben")
    bucket = never_refilled(board, ben, monkeypatch)
    opened = [await ben.dial() for _ in range(sockets)]
    await opened[0].send(wire.ask(b"\0"))
    shared = await state(opened[0])
    asked = made_up(vectors.decode((await board.room()).board.canvas.vector))
    for socket in itertools.islice(itertools.cycle(opened), ASKED):
        await socket.send(wire.ask(next(asked)))
        assert await state(socket) == shared
    assert watched.diffs == [], "nothing was encoded for one of them"
    assert watched.states <= 1
    answers = ASKED + 1
    assert BURST - bucket._tokens == pytest.approx(answers * (1 + len(shared) / BYTES_PER_TOKEN), abs=0.01)
    for socket in opened:
        await socket.close()


async def test_a_page_that_comes_back_gets_only_what_it_lacks(board: Group, watched: Watched) -> None:
    """All pages that were disconnected at the same moment get the same bytes."""
    room, before = await board.room(), board.ben.all()
    assert room.snapshots._snapshot is not None
    lost, other = board.ben, await board.browser("olu").open()
    for tab in (lost, other):
        await tab.close()
    cluster = str(uuid.uuid4())
    await board.pia.ok("name_cluster", cluster=cluster, name="made meanwhile")
    back = [await board.browser("ben").open(before=lost), await board.browser("olu").open(before=other)]
    (first,), (second,) = ([frame for frame in tab.frames if frame[0] == wire.SYNC] for tab in back)
    assert first == second
    assert len(first) < 500 < len(room.snapshots._snapshot.base.payload)
    assert len(watched.diffs) == 1
    assert back[0].all() == back[1].all() == board.pia.all() != before


def harmless() -> dict[str, str]:
    return {"merge": str(uuid.uuid4())}


async def test_a_debt_is_the_persons_on_every_socket_and_over_http(board: Group) -> None:
    """A person who reconnects keeps the debt, and nobody else waits."""
    ben = board.browser("ben")
    senders = board.server.rooms.senders
    assert senders.bucket(board.board, person(ben)) is senders.bucket(board.board, person(ben))
    senders.bucket(board.board, person(ben)).charge(10**4 * BYTES_PER_TOKEN)
    again = await ben.dial()
    await again.send(wire.ask(b"\0"))
    await board.ben.send("undo_merge", **harmless())
    asked = len([frame for frame in board.ben.frames if frame[0] == wire.ANSWER])
    refused = await ben.post(f"/api/boards/{board.board}/commands", json={"id": "1", "do": "undo_merge"} | harmless())
    assert (refused.status_code, int(refused.headers["retry-after"]) > 60) == (429, True)
    for tab in (board.pia, board.fay):
        assert (await tab.do("undo_merge", **harmless()))["answer"] == "refused"
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5):
            await state(again)
    assert len([frame for frame in board.ben.frames if frame[0] == wire.ANSWER]) == asked
    await again.close()
    room = await board.room()
    await eventually(lambda: len(room.connections) == 4)
