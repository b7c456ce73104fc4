"""One measured server with the people around it."""

import asyncio
import time
from collections.abc import Callable, Sequence
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from typing import NamedTuple, Self
from uuid import uuid4

import httpx

from bench.replica import Kind, Replica
from bench.rooms import FIRST, Board, Document, Entrance, Entry, Pen, Room
from bench.servers import HOCUSPOCUS, HOCUSPOCUS_SQLITE, SHORTLIST, Measured
from bench.sessions import Worksession
from bench.text.rooms import TextDocument, open_session_text

AT_ONCE = 20
"""how many connect at the same time while the scene is set"""
PATIENCE = 60.0
KEEPERS = 8
"""readers of a room whose frames are replayed and compared at the end"""
NAMED = (HOCUSPOCUS, HOCUSPOCUS_SQLITE)
"""servers at which each frame names its document"""


class Author(NamedTuple):
    """An author and their connection."""

    replica: Replica
    pen: Pen


class LostError(Exception):
    """An idea was lost, a command failed or a connection broke: the run is void."""


class DivergedError(LostError):
    """Two people see different boards."""


class Scene:
    """A running server, and what is needed to fill its rooms."""

    def __init__(self, server: Measured) -> None:
        self.server = server
        self.replicas: list[Replica] = []
        self.readers: dict[str, Replica] = {}
        """id of a room → the last of its replicas that keeps what it gets"""
        # The jar keeps no cookie, so each client is a new person.
        jar = CookieJar(policy=DefaultCookiePolicy(allowed_domains=[]))
        self._http = httpx.AsyncClient(base_url=server.address, cookies=jar, timeout=PATIENCE, trust_env=False)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for replica in self.replicas:
            replica.close()
        await self._http.aclose()

    async def room(self, *, session: bool = False) -> Room:
        if self.server.name == SHORTLIST:
            return await (Worksession if session else Board).open(self._http)
        return Document(named=self.server.name in NAMED)

    async def text(self) -> Entrance:
        """The text of a work session, or the same at a peer."""
        if self.server.name == SHORTLIST:
            return await open_session_text(self._http)
        return TextDocument(named=self.server.name in NAMED)

    async def seat(self, room: Entrance, people: int, *, probes: int = 0, keepers: int = 0) -> list[Replica]:
        """Connects this many clients, in sync. The probes are first in the list, then the keepers.

        They connect evenly among the others: a server that sends in the order of arrival must not reach all probes
        before all others. The first client opens the room alone.
        """
        kinds = [Kind.LIGHT] * people
        for kind, count in ((Kind.PROBE, probes), (Kind.KEEPER, keepers)):
            for n in range(count):
                at = (2 * n + 1) * people // (2 * count)
                while kinds[at] is not Kind.LIGHT:
                    at = (at + 1) % people
                kinds[at] = kind
        entries = await room.entries(people)
        first = await self.join(room, entries[0], kinds[0])
        gate = asyncio.Semaphore(AT_ONCE)

        async def enter(entry: Entry, kind: Kind) -> Replica:
            async with gate:
                return await self.join(room, entry, kind)

        pairs = list(zip(entries[1:], kinds[1:], strict=True))
        seated = [first, *await asyncio.gather(*(enter(entry, kind) for entry, kind in pairs))]
        order = [Kind.PROBE, Kind.KEEPER, Kind.LIGHT]
        return sorted(seated, key=lambda replica: order.index(replica.kind))

    async def join(self, room: Entrance, entry: Entry, kind: Kind = Kind.LIGHT) -> Replica:
        """One more connection, in sync."""
        replica = room.replica(room.dialect, entry.path, entry.headers, kind)
        await replica.connect(self.server.port)
        self.replicas.append(replica)
        if replica.keeps:
            self.readers[room.id] = replica
        await replica.synced()
        return replica

    async def reveal(self, room: Room, replicas: Sequence[Replica]) -> None:
        """Ends writing and waits until everybody has the new document."""
        await room.end_writing()
        await room.reveal()
        await everybody(room, replicas)

    def check_sockets(self) -> None:
        """Raises LostError when a connection was closed or refused."""
        for replica in self.replicas:
            if replica.refused:
                raise LostError(f"a command was not carried out: {replica.refused[0]}")
            if replica.closed is not None:
                raise LostError(f"a connection was closed with {replica.closed}")


async def write(
    room: Room, authors: Sequence["Author"], ideas: int, probes: Sequence[Replica], texts: Sequence[str] = ()
) -> list[str]:
    """The authors write this many ideas in turn, `FIRST` where there is no text of their own.

    Returns the keys once all are stored. Key n is author n's.
    """
    keys = [str(uuid4()) for _ in range(ideas)]
    wording = dict(zip(keys, texts, strict=False))
    before = sum(author.replica.answered for author in authors)
    for at, author in enumerate(authors):
        if mine := {key: wording.get(key, FIRST) for key in keys[at :: len(authors)]}:
            for frame in author.pen.write(mine):
                author.replica.send(frame)

    def stored() -> bool:
        if room.acknowledges:
            return sum(author.replica.answered for author in authors) - before == ideas
        return all(probe.count(room.ideas) >= ideas for probe in probes)

    await until(stored, f"not all of {ideas} ideas were stored")
    return keys


async def everybody(room: Room, replicas: Sequence[Replica]) -> None:
    """Waits until each page shows the room's phase and has the document of its epoch."""
    await until(lambda: all(one.phase == room.phase and one.synced_at for one in replicas), "not all came along")


async def until(condition: Callable[[], bool], otherwise: str, within: float = PATIENCE) -> None:
    """Waits for a condition. Raises LostError with the sentence."""
    give_up = time.perf_counter() + within
    while not condition():
        if time.perf_counter() > give_up:
            raise LostError(otherwise)
        await asyncio.sleep(0.005)
