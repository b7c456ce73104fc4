"""Who has their cursor where: what pages say of it, and what is sent on.

An update of awareness is that of y-protocols (`awareness.js`): a number of states, each with the client, its clock and
a JSON text, which is `null` once the client has left. Stock clients send on what they heard of others, so of all the
states that a connection sends only that of its own client counts. Nothing is sent on as it came: the server stamps the
person, and takes the cursor alone.
"""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from board.live.transport import varint
from board.worksessions.text.update import MOST_CLIENT, MOST_CLOCK

MOST_STATES = 500
"""of one update"""
MOST_BYTES = 600
"""of one state that counts"""
_BITS = 56


class BadAwarenessError(ValueError):
    """These bytes are not an update of awareness."""


class State(NamedTuple):
    """What a client says of itself; `cursor` is None without one, and `gone` when it has left."""

    client: int
    clock: int
    cursor: object
    gone: bool = False


def read(update: bytes) -> Iterator[tuple[int, int, bytes]]:
    """The client, the clock and the JSON text of each state. Raises BadAwarenessError."""
    try:
        count, at = varint.read(update, 0, bits=_BITS)
        if count > MOST_STATES:
            raise BadAwarenessError
        for _ in range(count):
            client, at = varint.read(update, at, bits=_BITS)
            clock, at = varint.read(update, at, bits=_BITS)
            size, at = varint.read(update, at, bits=_BITS)
            if at + size > len(update) or client > MOST_CLIENT or clock > MOST_CLOCK:
                raise BadAwarenessError
            yield client, clock, update[at : at + size]
            at += size
    except varint.BadVarUintError:
        raise BadAwarenessError from None
    if at != len(update):
        raise BadAwarenessError


def state(client: int, clock: int, text: bytes) -> State:
    """A state that counts. Raises BadAwarenessError for one that is too large or not of this shape."""
    if len(text) > MOST_BYTES:
        raise BadAwarenessError
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        raise BadAwarenessError from None
    if said is None:
        return State(client, clock, None, gone=True)
    if not isinstance(said, dict):
        raise BadAwarenessError
    return State(client, clock, said.get("cursor"))


def encode(states: Iterable[tuple[State, str | None]]) -> bytes:
    """An update of states, each with the person whose cursor it is."""
    parts = [_one(one, person) for one, person in states]
    return varint.encode(len(parts)) + b"".join(parts)


def relayed(update: bytes) -> list[tuple[State, str | None]]:
    """The states of an update that another process encoded, each with the person. Raises BadAwarenessError."""
    found = []
    for client, clock, text in read(update):
        said = json.loads(text)
        person = said["person"] if said else None
        found.append((State(client, clock, said["cursor"] if said else None, gone=said is None), person))
    return found


def _one(one: State, person: str | None) -> bytes:
    said = None if one.gone else {"person": person, "cursor": one.cursor}
    text = json.dumps(said, separators=(",", ":")).encode()
    return varint.encode(one.client) + varint.encode(one.clock) + varint.sized(text)
