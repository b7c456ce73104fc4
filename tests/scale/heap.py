"""Pages of PostgreSQL's tables, read byte by byte: rows that are there, rows that were, and what is left of older ones.

The layout is described under "Database Page Layout" in PostgreSQL's manual.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

PAGE = 8192
PAGE_HEADER, POINTER, ROW_HEADER = 24, 4, 23
NORMAL = 1
"""the state of a line pointer that has a row"""
HAS_NULLS = 0x0001
XMIN_INVALID, XMAX_INVALID = 0x0200, 0x0800
MOST_COLUMNS, COLUMNS_MASK = 60, 0x07FF
ON_DISK = 18
"""the kind of a pointer to a value in a TOAST table"""
COMPRESSED = 0b10


class Found(StrEnum):
    """How a row was found."""

    LIVE = "live"
    DEAD = "dead"
    """deleted, replaced, or written by a transaction that failed, and still behind a line pointer"""
    CARVED = "carved"
    """between the rows of a page, where nothing points at it any more"""


class Column(NamedTuple):
    """Length in bytes (-1: varying) and alignment of a column."""

    length: int
    align: int


@dataclass(frozen=True, slots=True)
class Row:
    """A version of a row, where it lies and which transactions wrote and removed it."""

    found: Found
    page: int
    at: int
    """the number of its line pointer; for a carved one its place on the page"""
    xmin: int
    xmax: int
    ctid: tuple[int, int]
    head: bytes
    """the bitmap of the columns without a value, if there is one"""
    data: bytes
    columns: int

    def values(self, columns: Sequence[Column]) -> list[bytes | None]:
        """The columns as they are stored: a varying one with its header."""
        found: list[bytes | None] = []
        at = 0
        for number, column in enumerate(columns[: self.columns]):
            if self.head and not int.from_bytes(self.head, "little") >> number & 1:
                found.append(None)
                continue
            if column.length > 0 or self.data[at : at + 1] in (b"", b"\0"):
                at += -at % column.align
            length = column.length if column.length > 0 else _length(self.data[at : at + 4])
            found.append(self.data[at : at + length])
            at += length
        return found


def rows(content: bytes, since: int = 0) -> Iterator[Row]:
    """All rows in a table's file that a transaction with this number or a later one wrote."""
    for page in range(len(content) // PAGE):
        yield from _page(page, content[page * PAGE : (page + 1) * PAGE], since)


def _page(number: int, page: bytes, since: int) -> Iterator[Row]:
    lower, upper, special = struct.unpack_from("<HHH", page, 12)
    if not PAGE_HEADER <= lower <= upper <= special <= PAGE:
        return
    taken = []
    for at in range(1, (lower - PAGE_HEADER) // POINTER + 1):
        (pointer,) = struct.unpack_from("<I", page, PAGE_HEADER + (at - 1) * POINTER)
        offset, state, length = pointer & 0x7FFF, pointer >> 15 & 3, pointer >> 17
        if state == NORMAL and length >= ROW_HEADER:
            taken.append((offset, offset + length))
            if _xmin(page, offset) >= since:
                yield _row(number, at, page[offset : offset + length])
    for begin, end in _gaps(lower, special, sorted(taken)):
        starts = [at for at in range(begin + -begin % 8, end - ROW_HEADER, 8) if _looks_like(page, at, number, since)]
        for at, following in pairwise([*starts, end]):
            yield _row(number, at, page[at:following], Found.CARVED)


def _xmin(page: bytes, at: int) -> int:
    return int.from_bytes(page[at : at + 4], "little")


def _row(number: int, at: int, raw: bytes, found: Found | None = None) -> Row:
    xmin, xmax, _, high, low, place, columns, mask, begin = struct.unpack_from("<IIIHHHHHB", raw)
    dead = (mask & XMIN_INVALID and not mask & 0x0100) or (xmax and not mask & XMAX_INVALID)
    return Row(
        found or (Found.DEAD if dead else Found.LIVE),
        number,
        at,
        xmin,
        xmax,
        (high << 16 | low, place),
        raw[ROW_HEADER:begin] if mask & HAS_NULLS else b"",
        raw[begin:],
        columns & COLUMNS_MASK,
    )


def _gaps(lower: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is between the rows of a page. A row that is moved or removed stays there until it is written over."""
    at = lower
    for begin, finish in taken:
        if begin > at:
            yield at, begin
        at = max(at, finish)
    if at < end:
        yield at, end


def _looks_like(page: bytes, at: int, number: int, since: int) -> bool:
    """Rows are aligned to 8 bytes, and tell on which page they were."""
    xmin, _, _, high, low, place, columns, _, begin = struct.unpack_from("<IIIHHHHHB", page, at)
    return (
        xmin >= max(since, 3)
        and high << 16 | low == number
        and 1 <= place <= PAGE // ROW_HEADER
        and 1 <= columns & COLUMNS_MASK <= MOST_COLUMNS
        and begin in range(24, 48, 8)
    )


def _length(head: bytes) -> int:
    """Bytes of a varying value with its header."""
    if not head:
        return 0
    if head[0] == 1:
        return 18
    if head[0] & 1:
        return head[0] >> 1
    return int.from_bytes(head, "little") >> 2


class Outside(NamedTuple):
    """Points at a value in a TOAST table."""

    size: int
    compressed: bool
    value: int
    table: int

    def unpacked(self, whole: bytes) -> bytes:
        """The content, of which `whole` is what the TOAST table has."""
        return _unpacked(self.size, whole[4:]) if self.compressed else whole


def plain(value: bytes) -> bytes | Outside:
    """The content of a varying value, or where it is."""
    if len(value) < 1:
        return value
    if value[0] == 1:
        if len(value) < 18 or value[1] != ON_DISK:
            return b""
        raw, info, id, table = struct.unpack_from("<iIII", value, 2)
        return Outside(raw - 4, info & 0x3FFFFFFF < raw - 4, id, table)
    if value[0] & 1:
        return value[1:]
    if value[0] & 3 == COMPRESSED:
        return _unpacked(int.from_bytes(value[4:8], "little") & 0x3FFFFFFF, value[8:])
    return value[4:]


def _unpacked(size: int, content: bytes) -> bytes:
    """What is compressed with pglz, up to where it is broken off."""
    out, at = bytearray(), 0
    while at < len(content) and len(out) < size:
        control = content[at]
        at += 1
        for bit in range(8):
            if at >= len(content) or len(out) >= size:
                break
            if not control >> bit & 1:
                out.append(content[at])
                at += 1
                continue
            pair = content[at : at + 3]
            length, back = (pair[0] & 0x0F) + 3, (pair[0] & 0xF0) << 4 | pair[1] if len(pair) > 1 else 0
            at += 2
            if length == 18 and len(pair) > 2:
                length += pair[2]
                at += 1
            if not 0 < back <= len(out):
                return bytes(out)
            for _ in range(length):
                out.append(out[-back])
    return bytes(out)
