"""A room of each server: how people get in, how they write, and who opens the phases.

The same keys and texts go everywhere. Here an idea is a command that the server judges and writes down; at the peers
the client makes the change itself, as their libraries do.
"""

import asyncio
import base64
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol
from uuid import uuid4

import httpx
from pycrdt import Doc, Map

from bench import dialects
from bench.dialects import Dialect
from bench.replica import Replica, sized

TEXT = "Turn the empty offices above the market hall into flats that teachers and nurses can pay for."
"""what follows the stamp in every text: as long as ideas are"""
FIRST = f"0 {TEXT}"
MOST_GROUPS = 200
"""on a board that holds 300"""
RETRIES = 20
"""of the facilitator's command, one each second: a set-up on one core may not store a hundred reveals in time"""
AT_ONCE = 8
"""how many open their link at the same time"""


class Entry(NamedTuple):
    """One person's headers for joining."""

    path: str
    headers: dict[str, str]


class Pen(Protocol):
    """How one person writes; every method returns frames to be sent."""

    def write(self, texts: Mapping[str, str]) -> list[bytes]:
        """New ideas."""
        ...

    def edit(self, key: str, text: str) -> bytes:
        """Another text under one of the keys that `Room.open_texts` returned."""
        ...

    def move(self, key: str, rank: str) -> bytes:
        """Another place."""
        ...


class Entrance(Protocol):
    """How people get in, and what they see there."""

    @property
    def id(self) -> str: ...

    @property
    def dialect(self) -> Dialect: ...

    @property
    def replica(self) -> type[Replica]: ...

    async def entries(self, people: int) -> list[Entry]:
        """Lets people in: each is a person of their own."""
        ...


class Room(Entrance, Protocol):
    """One board, or one document."""

    acknowledges: bool
    """whether every change is answered once it is durable"""
    phase: str
    """what every page has to show by now; empty where there are no phases"""
    ideas: str
    """the root with what people write"""
    texts: str
    """the root whose texts everybody may replace"""

    def pen(self) -> Pen: ...

    async def open_writing(self) -> None: ...

    async def end_writing(self) -> None:
        """Waits until the server can carry out a reveal at once."""
        ...

    async def reveal(self) -> None: ...

    async def open_grouping(self) -> None: ...

    async def open_texts(self, ideas: Sequence[str]) -> list[str]:
        """Makes texts that everybody may replace after the reveal, each `FIRST`; returns their keys."""
        ...


class CommandPen:
    """Writes by commands; keeps the secret of each own idea as a browser does."""

    def __init__(self) -> None:
        self._secret = base64.urlsafe_b64encode(secrets.token_bytes(16)).decode().rstrip("=")
        self._requests = 0

    def write(self, texts: Mapping[str, str]) -> list[bytes]:
        return [self.command("add_idea", idea=key, text=text, secret=self._secret) for key, text in texts.items()]

    def edit(self, key: str, text: str) -> bytes:
        return self.command("name_cluster", cluster=key, name=text)

    def move(self, key: str, rank: str) -> bytes:
        return self.command("place_idea", idea=key, cluster=None, rank=rank)

    def command(self, do: str, **fields: object) -> bytes:
        """A command with the next request id, as a frame."""
        self._requests += 1
        return dialects.Shortlist.command({"id": str(self._requests), "do": do, **fields})


@dataclass
class Board:
    """A board of this server, led over HTTP by its facilitator. `http` keeps no cookies."""

    http: httpx.AsyncClient
    id: str
    link: str
    lead: str
    """the facilitator's cookie"""
    dialect: Dialect = field(default_factory=dialects.Shortlist)
    replica: type[Replica] = Replica
    acknowledges: bool = True
    phase: str = "lobby"
    ideas: str = "ideas"
    texts: str = "clusters"
    """the server keeps changes of ideas back for seconds, so that nobody can link two of them; names come at once"""
    clusters: list[str] = field(default_factory=list)

    @classmethod
    async def open(cls, http: httpx.AsyncClient) -> "Board":
        answered = await http.post("/api/boards", json={"question": "How can we make housing affordable?"})
        answered.raise_for_status()
        told = answered.json()
        board = cls(http, told["id"], told["links"]["participate"], "")
        board.lead = await cookie_of(http, told["links"]["facilitate"])
        return board

    async def entries(self, people: int) -> list[Entry]:
        path = f"/boards/{self.id}/live"
        origin = str(self.http.base_url).rstrip("/")
        gate = asyncio.Semaphore(AT_ONCE)

        async def admit() -> Entry:
            async with gate:
                return Entry(path, {"Cookie": await cookie_of(self.http, self.link), "Origin": origin})

        return await asyncio.gather(*(admit() for _ in range(people)))

    def pen(self) -> Pen:
        return CommandPen()

    async def open_writing(self) -> None:
        await self._open("diverge", minutes=60)

    async def end_writing(self) -> None:
        await self.command("set_timer", minutes=0.01)
        await asyncio.sleep(0.6 + 2.1)

    async def reveal(self) -> None:
        await self._open("reveal")

    async def open_grouping(self) -> None:
        await self._open("cluster")

    async def open_texts(self, ideas: Sequence[str]) -> list[str]:
        await self.open_grouping()
        self.clusters += [str(uuid4()) for _ in ideas[:MOST_GROUPS]]
        for cluster in self.clusters:
            await self.command("name_cluster", cluster=cluster, name=FIRST)
        return self.clusters

    async def merge(self, ideas: Sequence[str], name: str) -> None:
        """Puts ideas into a new group."""
        cluster = str(uuid4())
        await self.command("merge", merge=str(uuid4()), **{"from": list(ideas)}, into=cluster, name=name)
        self.clusters.append(cluster)

    async def command(self, do: str, **fields: object) -> None:
        """Gives a command that must succeed, again for a while when the server asks for that."""
        told: dict[str, object] = {}
        for _ in range(RETRIES):
            answered = await self.http.post(
                f"/api/boards/{self.id}/commands", json={"id": "1", "do": do, **fields}, headers={"Cookie": self.lead}
            )
            answered.raise_for_status()
            told = answered.json()
            if told["answer"] == "ok":
                return
            if told["answer"] != "retry":
                break
            await asyncio.sleep(1)
        raise RuntimeError(f"{do}: {told}")

    async def _open(self, phase: str, **fields: object) -> None:
        await self.command("open_phase", phase=phase, **fields)
        self.phase = phase


async def cookie_of(http: httpx.AsyncClient, link: str) -> str:
    """The cookie that a link gives to a new person."""
    answered = await http.get(httpx.URL(link).raw_path.decode())
    cookies = "; ".join(f"{name}={value}" for name, value in answered.cookies.items())
    if not cookies:
        raise RuntimeError(f"The link set no cookie: {answered.status_code}")
    return cookies


class DocumentPen:
    """Writes into a document of its own and sends what changed, as a Yjs page does."""

    def __init__(self, plain: bytes) -> None:
        self._plain = plain
        # Yjs draws client ids of 32 bits; pycrdt's would be longer on the wire.
        self._doc: Doc[Any] = Doc(client_id=secrets.randbits(32))
        self._ideas: Map[Any] = self._doc.get("ideas", type=Map)
        self._places: Map[Any] = self._doc.get("places", type=Map)
        self._made: list[bytes] = []
        self._doc.observe(lambda event: self._made.append(event.update))

    def write(self, texts: Mapping[str, str]) -> list[bytes]:
        with self._doc.transaction():
            for key, text in texts.items():
                self._ideas[key] = text
        return [self._frame()]

    def edit(self, key: str, text: str) -> bytes:
        self._ideas[key] = text
        return self._frame()

    def move(self, key: str, rank: str) -> bytes:
        self._places[key] = {"cluster": None, "rank": rank}
        return self._frame()

    def _frame(self) -> bytes:
        return self._plain + sized(self._made.pop())


class Document:
    """A shared document of a peer: it has no phases, and everybody may write."""

    replica: type[Replica] = Replica
    acknowledges = False
    phase = ""
    ideas = texts = "ideas"

    def __init__(self, *, named: bool) -> None:
        """`named`: the frames say which document they are of, not the path."""
        self.id = str(uuid4())
        self._path = "/" if named else f"/{self.id}"
        self.dialect: Dialect = dialects.Hocuspocus(self.id) if named else dialects.YWebsocket()

    async def entries(self, people: int) -> list[Entry]:
        return [Entry(self._path, {})] * people

    def pen(self) -> Pen:
        return DocumentPen(self.dialect.plain)

    async def open_writing(self) -> None:
        pass

    async def end_writing(self) -> None:
        pass

    async def reveal(self) -> None:
        pass

    async def open_grouping(self) -> None:
        pass

    async def open_texts(self, ideas: Sequence[str]) -> list[str]:
        return list(ideas)
