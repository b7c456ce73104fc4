"""The messages between processes: entries about documents, as sealed payloads of NOTIFY."""

import base64
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec
from msgspec import Struct

from board.people.sealing import seal, unseal

PEERS = "shortlist_peers"
"""the channel"""
MOST = 5600
"""bytes of a message before it is sealed: PostgreSQL takes payloads below 8,000"""
PIECE = 4800
"""bytes of the content of one entry; a longer one is divided into several entries"""
_OVERHEAD = 200
"""bytes of an entry beside its content, at most"""


class Entry(Struct, array_like=True, frozen=True):
    """`people`: who is in a document at this process. `cursors`: those that moved. `ask`: report everything again."""

    about: Literal["people", "cursors", "ask"]
    kind: str = ""
    document: str = ""
    content: bytes = b""
    more: bool = False
    """the next entry of the same subject continues it"""

    @property
    def subject(self) -> tuple[str, str, str]:
        return self.about, self.kind, self.document


class Message(Struct, array_like=True, frozen=True):
    process: str
    entries: Sequence[Entry]


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Message).decode


def payloads(key: bytes, process: str, entries: Iterable[Entry]) -> list[str]:
    """What to send, in this order and in one transaction."""
    return [base64.b64encode(seal(key, _encode(Message(process, some)))).decode() for some in _packed(entries)]


def read(key: bytes, payload: str) -> Message | None:
    """A message of another process; None for what is not sealed under this key."""
    try:
        opened = unseal(key, base64.b64decode(payload, validate=True))
        return _decode(opened) if opened is not None else None
    except (ValueError, msgspec.DecodeError):
        return None


def _packed(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    some: list[Entry] = []
    size = 0
    for entry in (piece for whole in entries for piece in _pieces(whole)):
        if some and size + len(entry.content) + _OVERHEAD > MOST:
            yield some
            some, size = [], 0
        some.append(entry)
        size += len(entry.content) + _OVERHEAD
    if some:
        yield some


def _pieces(entry: Entry) -> Iterator[Entry]:
    content, at = entry.content, 0
    while len(content) - at > PIECE:
        yield msgspec.structs.replace(entry, content=content[at : at + PIECE], more=True)
        at += PIECE
    yield msgspec.structs.replace(entry, content=content[at:])
