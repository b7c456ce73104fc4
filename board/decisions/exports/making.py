"""Making a file while live boards go on: on a thread, typeset files one by one, and never a long queue of them."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from board.decisions.exports import FORMS, TYPESET
from board.errors import Unavailable
from board.words import paper

Json = Mapping[str, Any]

# The typesetter takes every core it can get, so one file at a time is also the fastest for all of them.
AT_ONCE = 1
# A large board takes a second or two: who would be further behind is asked to come again.
MOST_WAITING = 30

_typesetter = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="typesetter")
_jobs: set[Future[bytes]] = set()
_shared: dict[tuple[str, str, str | None], Future[bytes]] = {}


async def make(ending: str, record: Json, *, link: str | None = None, known_as: str | None = None) -> bytes:
    """The bytes of one form. People who ask for the same file of the same decision at once share one making of it.

    `known_as` is the digest of a frozen record. Raises Unavailable when too many files are waited for.
    """
    if ending not in TYPESET:
        return await asyncio.to_thread(FORMS[ending][1], record)
    key = (ending, known_as, link) if known_as else None
    making = _shared.get(key) if key else None
    if making is None:
        making = _begin(ending, record, link)
        if key:
            _shared[key] = making
            making.add_done_callback(lambda _: _shared.pop(key, None))
    # A reader who leaves must not take the file away from the others.
    return await asyncio.shield(asyncio.wrap_future(making))


def _begin(ending: str, record: Json, link: str | None) -> Future[bytes]:
    if len(_jobs) > MOST_WAITING:
        raise Unavailable(paper.FULL_QUEUE)
    making = _typesetter.submit(TYPESET[ending], record, link)
    _jobs.add(making)
    making.add_done_callback(_jobs.discard)
    return making
