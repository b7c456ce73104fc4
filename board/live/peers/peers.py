"""Reports to the other processes who is in the open documents of this one, and receives their reports."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from functools import partial
from typing import Protocol

import msgspec
import psycopg
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from board.clock import Clock, steady
from board.db.engine import is_sqlite
from board.live.peers.key import SharedKey
from board.live.peers.messages import PEERS, Entry, Message, payloads, read
from board.live.peers.others import Others
from board.people.links import mint

log = logging.getLogger("shortlist.peers")

ROUND = 0.4
"""seconds between two looks at who is here"""
RENEW = 5.0
"""seconds after which a report is repeated although nothing changed"""
TRIES, TRY_AGAIN = 10, 0.1
"""attempts to agree on a key at once, and seconds between two of them; later there is one at each look"""
PATIENCE = 5.0
"""seconds that a stopping server gives to the last reports"""

_Key = tuple[str, str]
"""kind and id of a document"""


class Document(Protocol):
    """What of a document concerns the other processes."""

    id: str
    others: Others

    def people(self, now: float) -> object | None: ...
    def people_moved(self, now: float) -> None: ...
    def receive_cursors(self, process: str, content: bytes | None) -> None: ...


class Home(Protocol):
    """The open documents of one kind."""

    @property
    def people(self) -> type[object]:
        """The type of a report of who is in a document."""

    def __iter__(self) -> Iterator[Document]: ...
    def opened(self, id: str) -> Document | None: ...
    def when_loaded(self, call: Callable[[Document], None]) -> None: ...


class Peers:
    """The other processes. On SQLite there are none."""

    def __init__(self, engine: AsyncEngine, clock: Clock, homes: Mapping[str, Home]) -> None:
        """`homes`: kind → where its documents are."""
        self.key = SharedKey()
        self._engine = engine
        self._clock = clock
        self._homes = homes
        self._me = mint()
        self._decoders = {kind: msgspec.msgpack.Decoder(home.people) for kind, home in homes.items()}
        self._others: dict[_Key, Others] = {}
        self._reported: dict[_Key, tuple[object, float]] = {}
        """the last report of each document, and when it was sent"""
        self._parts: dict[tuple[str, tuple[str, str, str]], bytes] = {}
        """contents of which more entries follow"""
        self._outbox: list[Entry] = []
        self._waiting = asyncio.Event()
        self._stopping = False
        if not is_sqlite(engine):
            for kind, home in homes.items():
                home.when_loaded(partial(self._loaded, kind))

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Reports what changes until the block is left."""
        if is_sqlite(self._engine):
            yield
            return
        looking, sending = asyncio.create_task(self._look()), asyncio.create_task(self._send())
        try:
            yield
        finally:
            looking.cancel()
            self._stopping = True
            self._waiting.set()
            # Cancelled inside a statement, it would leave a connection in an unknown state.
            await asyncio.wait({sending}, timeout=PATIENCE)
            sending.cancel()
            await asyncio.gather(looking, sending, return_exceptions=True)

    async def meet(self, connection: psycopg.AsyncConnection) -> None:
        """A connection was made, and receives what the others send from now on."""
        await connection.execute(f"LISTEN {PEERS}")
        for _ in range(TRIES):
            if await self.keep(connection):
                break
            await asyncio.sleep(TRY_AGAIN)

    async def keep(self, connection: psycopg.AsyncConnection) -> bool:
        """Called often while it is there. What was sent before the processes had a key in common is lost.

        Whether they agreed on one just now.
        """
        agreed = await self.key.agree(connection, self._clock.now())
        if agreed:
            self._reported.clear()
            self._put(Entry("ask"))
        return agreed

    def receive(self, payload: str) -> None:
        """A message came on the channel."""
        key = self.key.of(PEERS)
        message = read(key, payload) if key else None
        if message is None or message.process == self._me:
            return
        try:
            self._take_in(message)
        except Exception as error:  # the sender may be another version of the program
            log.critical("A message of another process could not be read: %s", type(error).__name__)

    def _take_in(self, message: Message) -> None:
        for entry in message.entries:
            whole = self._parts.pop((message.process, entry.subject), b"") + entry.content
            if entry.more:
                self._parts[message.process, entry.subject] = whole
            else:
                self._take(message, entry, whole)

    def _take(self, message: Message, entry: Entry, content: bytes) -> None:
        if entry.about == "ask":
            self._reported.clear()
        elif entry.kind in self._homes and entry.about == "cursors":
            if (document := self._homes[entry.kind].opened(entry.document)) is not None:
                self._of((entry.kind, entry.document)).hear(message.process, steady())
                document.receive_cursors(message.process, content)
        elif entry.kind in self._homes:
            people = self._decoders[entry.kind].decode(content) if content else None
            self._receive_people((entry.kind, entry.document), message.process, people)

    def _receive_people(self, key: _Key, process: str, people: object | None) -> None:
        news = self._of(key).receive(process, people, steady())
        document = self._homes[key[0]].opened(key[1])
        if document is None:
            return
        if people is None:
            document.receive_cursors(process, None)
        if news:
            document.people_moved(self._clock.now())

    def _of(self, key: _Key) -> Others:
        if key not in self._others:
            self._others[key] = Others(lambda content: self._put(Entry("cursors", *key, content)))
        return self._others[key]

    def _loaded(self, kind: str, document: Document) -> None:
        document.others = self._of((kind, document.id))
        if document.others:
            document.people_moved(self._clock.now())

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(ROUND)
            try:
                self._report()
                self._forget()
            except Exception as error:  # the next round goes on
                log.critical("Who is here could not be reported: %s", type(error).__name__)

    def _report(self) -> None:
        now, at = self._clock.now(), steady()
        before, self._reported = self._reported, {}
        for kind, home in self._homes.items():
            for document in home:
                key, people = (kind, document.id), document.people(now)
                last, since = before.pop(key, (None, at))
                if people != last or (people is not None and at - since >= RENEW):
                    self._put_people(key, people)
                    since = at
                if people is not None:
                    self._reported[key] = people, since
        for key in before:
            self._put_people(key, None)

    def _put_people(self, key: _Key, people: object | None) -> None:
        self._put(Entry("people", *key, msgspec.msgpack.encode(people) if people is not None else b""))

    def _forget(self) -> None:
        """Forgets the reports of processes that send none any more."""
        for key, others in list(self._others.items()):
            for process in others.lost(steady()):
                self._receive_people(key, process, None)
            if not others and self._homes[key[0]].opened(key[1]) is None:
                del self._others[key]

    def _put(self, entry: Entry) -> None:
        self._outbox.append(entry)
        self._waiting.set()

    async def _send(self) -> None:
        while not self._stopping:
            await self._waiting.wait()
            self._waiting.clear()
            entries, self._outbox = self._outbox, []
            if (key := self.key.of(PEERS)) is None:
                continue
            try:
                async with self._engine.begin() as conn:
                    await conn.exec_driver_sql(
                        "SELECT pg_notify(%s, payload) FROM unnest(%s::text[]) AS payload",
                        (PEERS, payloads(key, self._me, entries)),
                    )
            except (SQLAlchemyError, OSError) as error:
                log.error("The other processes cannot be reached: %s", type(error).__name__)
