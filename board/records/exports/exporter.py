"""Makes files beside live boards: text formats in a thread, typeset formats in a process of their own.

Typeset files are shared and limited. Requests for the same file wait for one job, and finished files are cached. One
person has at most one file in the queue and one more behind it, and sources are served in turn.
"""

import asyncio
import contextlib
import hashlib
import json
from collections.abc import AsyncIterator
from typing import NamedTuple

from board.errors import TooMany, Unavailable
from board.protocol.refusals import Refusal
from board.records.canonical import Json
from board.records.exports.file_cache import FileCache
from board.records.exports.format import Format
from board.records.exports.typesetting import Typesetting
from board.words import language

MOST_WAITING = 30
"""files that wait while one is made"""
MOST_EACH = 2
"""unfinished files of one person: one in the queue or being made, and one behind it"""
MOST_CACHED = 12 * 2**20
"""bytes of finished files in the cache"""
MOST_HELD = 64 * 2**20
"""bytes of the records that wait to be typeset"""
RETRY_AFTER = 5.0
"""seconds after which a person may ask for another file"""


class Requester(NamedTuple):
    """Who asks for a file. Sources, for example boards, are served in turn; `person` is one person of a source."""

    source: str
    person: object


class Key(NamedTuple):
    """Everything that a file depends on, except templates and fonts, which do not change while the server runs."""

    renderer: str
    sha256: str
    """of the record, which holds the time at which a draft was made"""
    link: str | None
    language: str


class _Job(NamedTuple):
    requester: Requester
    task: "asyncio.Task[bytes]"


class Exporter:
    """Makes the files of records. Typeset formats are available inside `running`."""

    def __init__(self, typesetting: Typesetting | None = None, *, most_cached: int = MOST_CACHED) -> None:
        self._typesetting = typesetting or Typesetting()
        self._cache = FileCache(most_cached)
        self._jobs: dict[Key, _Job] = {}
        self._held = 0

    @property
    def typesets(self) -> bool:
        """Whether typeset formats are available, as far as is known."""
        return not self._typesetting.off

    @property
    def unfinished(self) -> int:
        """How many typeset files are being made or wait for it."""
        return len(self._jobs)

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Typesets until the block is left; unfinished files then fail with Unavailable."""
        try:
            async with self._typesetting.running():
                yield
        finally:
            if tasks := [job.task for job in self._jobs.values()]:
                await asyncio.wait(tasks)

    async def make(
        self,
        file_format: Format,
        record: Json,
        requester: Requester,
        *,
        link: str | None = None,
        sha256: str | None = None,
    ) -> bytes:
        """Returns the content of one file. `sha256` is the digest of a frozen record.

        Raises TooMany when this person already waits for files, and Unavailable when the queue is full, the file
        cannot be typeset or takes too long, or typesetting is off.
        """
        render = file_format.render
        if not isinstance(render, str):
            return await asyncio.to_thread(render, record)
        if self._typesetting.off:
            raise Unavailable(Refusal.TYPESETTING_OFF)
        content = b""
        if sha256 is None:
            content = await asyncio.to_thread(_encode, record)
            sha256 = hashlib.sha256(content).hexdigest()
        key = Key(render, sha256, link, language.get())
        if (cached := self._cache.get(key)) is not None:
            return cached
        job = self._jobs.get(key)
        if job is None:
            content = content or await asyncio.to_thread(_encode, record)
            # Somebody else's file may have been finished meanwhile.
            if (cached := self._cache.get(key)) is not None:
                return cached
            job = self._jobs.get(key) or self._begin(key, requester, content)
        # A reader who leaves must not cancel the file for the others.
        return await asyncio.shield(job.task)

    def _begin(self, key: Key, requester: Requester, record: bytes) -> _Job:
        own = [job.task for job in self._jobs.values() if job.requester == requester]
        if len(own) >= MOST_EACH:
            raise TooMany(Refusal.TYPESETTING_TWICE, wait=RETRY_AFTER)
        if self.unfinished > MOST_WAITING or self._held + len(record) > MOST_HELD:
            displaced = self._typesetting.queue.displace(requester.source)
            if displaced is None:
                raise Unavailable(Refusal.TYPESETTING_FULL)
            displaced.fail(Unavailable(Refusal.TYPESETTING_FULL))
        task = asyncio.create_task(self._make(key, requester, record, own[-1] if own else None))
        self._held += len(record)
        job = self._jobs[key] = _Job(requester, task)
        task.add_done_callback(lambda done: self._end(key, len(record), done))
        return job

    def _end(self, key: Key, size: int, task: "asyncio.Task[bytes]") -> None:
        self._held -= size
        del self._jobs[key]
        # Retrieves the exception, so that asyncio does not report it when nobody waits for the file any more.
        if not task.cancelled() and task.exception() is None:
            self._cache.put(key, task.result())

    async def _make(self, key: Key, requester: Requester, record: bytes, before: "asyncio.Task[bytes] | None") -> bytes:
        if before is not None:
            await asyncio.wait({before})
        return await self._typesetting.typeset(requester.source, key.renderer, record, key.link)


def _encode(record: Json) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
