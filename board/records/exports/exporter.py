"""Producing files beside live boards: text formats on a thread, typeset formats by a process of their own.

Typeset files are bounded and shared: people who ask for the same file wait for one making of it, finished files are
cached, one person has at most one file in the queue and one more behind it, and boards are served in turn.
"""

import asyncio
import contextlib
import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from typing import Any, NamedTuple

from board.decisions.exports import FORMS
from board.errors import TooMany, Unavailable
from board.records.exports.file_cache import FileCache
from board.records.exports.typesetting import Typesetting
from board.words import paper

Json = Mapping[str, Any]

MOST_WAITING = 30
"""files that wait while one is made"""
MOST_EACH = 2
"""files of one person that are unfinished: one in the queue or in the making, and one behind it"""
MOST_CACHED = 12 * 2**20
"""bytes of finished files that are kept"""
MOST_HELD = 64 * 2**20
"""bytes of the records that wait to be typeset"""
SOON = 5.0
"""seconds after which it is worth asking for another file"""


class Asker(NamedTuple):
    """Who asks for a file. Boards are served in turn; `person` tells the people of one board apart."""

    board: str
    person: object


class Key(NamedTuple):
    """Everything that is drawn, except the templates and fonts, which do not change while the server runs."""

    ending: str
    sha256: str
    """of the record, which says when a draft was made"""
    link: str | None


class _Making(NamedTuple):
    asker: Asker
    task: "asyncio.Task[bytes]"


class Exporter:
    """Produces files of records. Typeset formats need `running`."""

    def __init__(self, typesetting: Typesetting | None = None, *, most_cached: int = MOST_CACHED) -> None:
        self._typesetting = typesetting or Typesetting()
        self._cache = FileCache(most_cached)
        self._makings: dict[Key, _Making] = {}
        self._held = 0

    @property
    def typesets(self) -> bool:
        """Whether PDF, PNG and SVG are available, as far as is known."""
        return not self._typesetting.off

    @property
    def unfinished(self) -> int:
        """How many typeset files are in the making or wait for it."""
        return len(self._makings)

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Typesets until the block is left; then files that are not finished fail with Unavailable."""
        try:
            async with self._typesetting.running():
                yield
        finally:
            if tasks := [making.task for making in self._makings.values()]:
                await asyncio.wait(tasks)

    async def make(
        self, ending: str, record: Json, asker: Asker, *, link: str | None = None, sha256: str | None = None
    ) -> bytes:
        """The content of one file. `sha256` is the digest of a frozen record.

        Raises TooMany when this person waits for files already, and Unavailable when too many people do, when the
        file cannot be typeset or takes too long, and when typesetting is off.
        """
        if ending in FORMS:
            return await asyncio.to_thread(FORMS[ending][1], record)
        if self._typesetting.off:
            raise Unavailable(paper.OFF)
        content = b""
        if sha256 is None:
            content = await asyncio.to_thread(_encode, record)
            sha256 = hashlib.sha256(content).hexdigest()
        key = Key(ending, sha256, link)
        if (cached := self._cache.get(key)) is not None:
            return cached
        making = self._makings.get(key)
        if making is None:
            content = content or await asyncio.to_thread(_encode, record)
            making = self._makings.get(key) or self._begin(key, asker, content)
        # A reader who leaves must not cancel the file for the others.
        return await asyncio.shield(making.task)

    def _begin(self, key: Key, asker: Asker, record: bytes) -> _Making:
        own = [making.task for making in self._makings.values() if making.asker == asker]
        if len(own) >= MOST_EACH:
            raise TooMany(paper.ONE_AT_A_TIME, SOON)
        if self.unfinished > MOST_WAITING or self._held + len(record) > MOST_HELD:
            displaced = self._typesetting.queue.displace(asker.board)
            if displaced is None:
                raise Unavailable(paper.FULL_QUEUE)
            displaced.fail(Unavailable(paper.FULL_QUEUE))
        task = asyncio.create_task(self._make(key, asker, record, own[-1] if own else None))
        self._held += len(record)
        making = self._makings[key] = _Making(asker, task)
        task.add_done_callback(lambda done: self._end(key, len(record), done))
        return making

    def _end(self, key: Key, size: int, task: "asyncio.Task[bytes]") -> None:
        self._held -= size
        del self._makings[key]
        # Reads the error, so that asyncio does not report one that nobody waits for any more.
        if not task.cancelled() and task.exception() is None:
            self._cache.put(key, task.result())

    async def _make(self, key: Key, asker: Asker, record: bytes, before: "asyncio.Task[bytes] | None") -> bytes:
        if before is not None:
            await asyncio.wait({before})
        return await self._typesetting.typeset(asker.board, key.ending, record, key.link)


def _encode(record: Json) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
