"""Encodes structs and deletions as a Yjs update, as `reading` decodes them."""

from collections.abc import Sequence
from itertools import groupby

from board.live.transport import varint
from board.worksessions.text.update import ROOT, Span, Struct

_RIGHT, _ORIGIN = 0x40, 0x80
_DELETED, _STRING = 1, 4
_PARENT = b"\1" + varint.sized(ROOT.encode())


def encode(structs: Sequence[tuple[int, Struct]], deleted: Sequence[Span] = ()) -> bytes:
    """The update of structs with their clients, those of one client without a gap, and of what is deleted."""
    sections: dict[int, list[Struct]] = {}
    for client, struct in structs:
        sections.setdefault(client, []).append(struct)
    parts = [varint.encode(len(sections))]
    for client, own in sections.items():
        parts += map(varint.encode, (len(own), client, own[0].clock))
        parts += map(_struct, own)
    ranges = [(client, list(spans)) for client, spans in groupby(deleted, key=lambda span: span.client)]
    parts.append(varint.encode(len(ranges)))
    for client, spans in ranges:
        parts += map(varint.encode, (client, len(spans)))
        parts += (varint.encode(number) for span in spans for number in (span.start, span.end - span.start))
    return b"".join(parts)


def _struct(struct: Struct) -> bytes:
    info = _DELETED if struct.text is None else _STRING
    places = b""
    if struct.origin is not None:
        info |= _ORIGIN
        places += b"".join(map(varint.encode, struct.origin))
    if struct.right is not None:
        info |= _RIGHT
        places += b"".join(map(varint.encode, struct.right))
    content = varint.encode(struct.length) if struct.text is None else varint.sized(struct.text.encode())
    return bytes((info,)) + (places or _PARENT) + content
