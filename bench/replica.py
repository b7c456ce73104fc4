"""A browser's side of the document: a light reader, one that keeps what it got, or a probe with a real document.

All hold a real connection and speak the whole handshake. A light reader only counts what follows; a keeper stores the
frames and is replayed into a document after the measurement; a probe applies each change as it comes and notes when
what it brings can be seen.
"""

import asyncio
import time
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pycrdt import Doc, Map, MapEvent

from bench.wire import Wire

if TYPE_CHECKING:
    from bench.dialects import Dialect

WATCHED = ("ideas", "places", "clusters", "tasks")
Seen = Callable[[str, str], None]
"""called with the key and the text or rank that a probe now shows"""


class Kind(StrEnum):
    LIGHT = "light"
    KEEPER = "keeper"
    PROBE = "probe"


class Replica(Wire):
    """One client of one room."""

    def __init__(self, dialect: "Dialect", path: str, headers: dict[str, str], kind: Kind = Kind.LIGHT) -> None:
        super().__init__("127.0.0.1", path, headers)
        self.plain = dialect.plain
        self.kind = kind
        self.keeps = kind is not Kind.LIGHT
        self.epoch: int | None = None
        self.phase = ""
        self.synced_at = 0.0
        """when the state that was asked for came, in seconds of the performance counter; 0 while it is awaited"""
        self.answered = 0
        self.refused: list[str] = []
        self.seen: Seen | None = None
        self._dialect = dialect
        self._kept: list[bytes] = []
        self._waiting: list[asyncio.Future[None]] = []
        self.begin()

    def begin(self) -> None:
        """Starts with an empty document, as a page does when it opens and in a new epoch."""
        self.synced_at = 0.0
        self._kept.clear()
        if not self.keeps:
            return
        self.doc: Doc[Any] = Doc()
        if self.kind is Kind.PROBE:
            # pycrdt stops its events when no reference to the map is left.
            self._watched: list[Map[Any]] = [self.doc.get(root, type=Map) for root in WATCHED]
            for shared in self._watched:
                shared.observe(self._noticed)

    def opened(self) -> None:
        self._dialect.opened(self)

    def heard(self, frame: bytes) -> None:
        self._dialect.heard(self, frame)

    def changed(self, frame: bytes) -> None:
        self._take(sized_body(frame, len(self.plain)))

    def state(self, update: bytes) -> None:
        """The answer to sync step 1."""
        if self.keeps:
            self._take(update)
        self.synced_at = time.perf_counter()
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)
        self._waiting.clear()

    async def synced(self, within: float = 60.0) -> None:
        """Waits for the state that was asked for."""
        if self.synced_at:
            return
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        async with asyncio.timeout(within):
            await waiting

    def answer(self, answer: str, why: str) -> None:
        """A command was answered."""
        self.answered += 1
        if answer != "ok":
            self.refused.append(f"{answer}: {why}")

    def count(self, root: str) -> int:
        """How many entries a probe has there by now."""
        shared: Map[Any] = self.doc.get(root, type=Map)
        return len(shared)

    def shows(self, root: str, key: str) -> object:
        """The text that a probe has there by now."""
        shared: Map[Any] = self.doc.get(root, type=Map)
        return _text(shared.get(key))

    def texts(self, root: str) -> dict[str, object]:
        """The texts of a root as it stands; a keeper is replayed first."""
        return {key: _text(value) for key, value in self.root(root).items()}

    def root(self, root: str) -> dict[str, Any]:
        """A root as it stands; a keeper is replayed first."""
        shared: Map[Any] = self.whole().get(root, type=Map)
        return shared.to_py() or {}

    def whole(self) -> "Doc[Any]":
        """The document as it stands; a keeper is replayed first."""
        for update in self._kept:
            self.doc.apply_update(update)
        self._kept.clear()
        return self.doc

    def read(self, doc: "Doc[Any]") -> object:
        """What a document shows."""
        return {root: doc.get(root, type=Map).to_py() for root in WATCHED}

    def _take(self, update: bytes) -> None:
        if self.kind is Kind.PROBE:
            self.doc.apply_update(update)
        else:
            self._kept.append(update)

    def _noticed(self, event: MapEvent) -> None:
        if self.seen is None:
            return
        for key, change in event.keys.items():  # type: ignore[attr-defined]  # its stub leaves them out
            value = change.get("newValue")
            if isinstance(value, dict):
                value = value.get("name") or value.get("text") or value.get("rank")
            if isinstance(value, str):
                self.seen(key, value)


def _text(value: Any) -> object:  # noqa: ANN401 whatever the document holds
    return value.get("name") or value.get("text") if isinstance(value, dict) else value


def sized_body(frame: bytes, at: int) -> bytes:
    """The bytes of a lib0 var-array that begins at `at`."""
    size, at = var_uint(frame, at)
    return frame[at : at + size]


def var_uint(frame: bytes, at: int) -> tuple[int, int]:
    """The lib0 var-uint that begins at `at`, and where the next byte is."""
    number, shift = 0, 0
    while True:
        byte = frame[at]
        number |= (byte & 0x7F) << shift
        at += 1
        if byte < 0x80:
            return number, at
        shift += 7


def sized(body: bytes) -> bytes:
    """The bytes as a lib0 var-array."""
    size = len(body)
    head = bytearray()
    while size > 0x7F:
        head.append(0x80 | size & 0x7F)
        size >>= 7
    head.append(size)
    return bytes(head) + body
