"""Decodes a Yjs update strictly: every struct is a run of plain text under the one root, every number is bounded.

The bytes are read once, from front to back, and nothing is allocated for what they merely claim.
"""

from collections.abc import Generator

from board.live.transport import varint
from board.worksessions.text.update import (
    MOST_CLIENT,
    MOST_CLIENTS,
    MOST_CLOCK,
    ROOT,
    Id,
    Limits,
    Reason,
    RefusedUpdateError,
    Section,
    Span,
    Struct,
    TextUpdate,
)

# The info byte of a struct (`yjs/src/structs/Item.js`): the kind of its content and three flags.
_CONTENT, _KEY, _RIGHT, _ORIGIN = 0x1F, 0x20, 0x40, 0x80
_DELETED, _STRING = 1, 4
_IN_ITEM, _IN_ROOT = 0, 1
_ROOT = ROOT.encode()
_BITS = 56
"""of the longest number that is looked at; a client id has 53"""
_SLICE = 1000
"""structs or delete ranges after which `reading` lets others run"""


def read(update: bytes, limits: Limits) -> TextUpdate:
    """What the update says. Raises RefusedUpdateError."""
    steps = reading(update, limits)
    while True:
        try:
            next(steps)
        except StopIteration as finished:
            found: TextUpdate = finished.value
            return found


def reading(update: bytes, limits: Limits) -> Generator[None, None, TextUpdate]:
    """The same in slices: between two steps the caller may let the event loop run."""
    if len(update) > limits.bytes:
        raise RefusedUpdateError(Reason.TOO_LARGE)
    cursor = _Cursor(update)
    sections: list[Section] = []
    clients: set[int] = set()
    left = limits.structs
    for _ in range(cursor.number(MOST_CLIENTS, Reason.TOO_MANY)):
        count = cursor.number(left, Reason.TOO_MANY)
        left -= count
        section = yield from _section(cursor, count)
        sections.append(section)
        _refuse_twice(section.span.client, clients)
    deleted = yield from _delete_set(cursor)
    cursor.finish()
    return TextUpdate(sections, deleted)


class _Cursor:
    """A position in the bytes. Every read checks the end of the bytes first."""

    __slots__ = ("_data", "at")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.at = 0

    def number(self, most: int, beyond: Reason = Reason.MALFORMED) -> int:
        """A var-uint in its shortest form: no encoder writes a longer one."""
        start = self.at
        if start < len(self._data) and self._data[start] < 0x80:
            # Most numbers have one byte.
            number = self._data[start]
            self.at += 1
        else:
            number = self._long_number()
        if number > most:
            raise RefusedUpdateError(beyond)
        return number

    def _long_number(self) -> int:
        start = self.at
        try:
            number, self.at = varint.read(self._data, start, bits=_BITS)
        except varint.BadVarUintError:
            raise RefusedUpdateError(Reason.MALFORMED) from None
        if not self._data[self.at - 1]:
            raise RefusedUpdateError(Reason.MALFORMED)
        return number

    def byte(self) -> int:
        if self.at >= len(self._data):
            raise RefusedUpdateError(Reason.MALFORMED)
        self.at += 1
        return self._data[self.at - 1]

    def sized(self) -> bytes:
        """The bytes of a var-string."""
        size = self.number(len(self._data))
        self.at += size
        if self.at > len(self._data):
            raise RefusedUpdateError(Reason.MALFORMED)
        return self._data[self.at - size : self.at]

    def id(self) -> Id:
        return Id(self.number(MOST_CLIENT), self.number(MOST_CLOCK))

    def finish(self) -> None:
        """Bytes that are left over belong to no update."""
        if self.at != len(self._data):
            raise RefusedUpdateError(Reason.MALFORMED)


def _section(cursor: _Cursor, count: int) -> Generator[None, None, Section]:
    """The structs of a client follow each other without a gap; encoders write no section without structs."""
    client, start = cursor.number(MOST_CLIENT), cursor.number(MOST_CLOCK)
    structs: list[Struct] = []
    clock = start
    for nth in range(1, count + 1):
        struct = _struct(cursor, clock)
        clock = _end(clock, struct.length)
        structs.append(struct)
        if nth % _SLICE == 0:
            yield
    if not structs:
        raise RefusedUpdateError(Reason.MALFORMED)
    return Section(Span(client, start, clock), structs)


def _struct(cursor: _Cursor, clock: int) -> Struct:
    """An item with string or deleted content."""
    info = cursor.byte()
    _check_content(info)
    origin = cursor.id() if info & _ORIGIN else None
    right = cursor.id() if info & _RIGHT else None
    if origin is None and right is None:
        _check_parent(cursor)
    elif origin == right:
        # pycrdt and Yjs can disagree about what stands between a character and itself.
        raise RefusedUpdateError(Reason.MALFORMED)
    if info & _CONTENT == _DELETED:
        return Struct(clock, cursor.number(MOST_CLOCK), origin, right, None)
    text = _text(cursor.sized())
    return Struct(clock, units(text), origin, right, text)


def _check_content(info: int) -> None:
    """Everything but strings and deleted content is refused, Skip structs (gaps inside an update) included.

    So are GC structs: encoders write them only for what was inside a deleted type. Text beside one disappears, and a
    client that repeats its own with text behind it makes Yjs throw on every page.
    A string under a key of the root is not part of the text: no reader of the text sees it, and it stays for good.
    """
    if info & _CONTENT not in (_DELETED, _STRING):
        raise RefusedUpdateError(Reason.NOT_TEXT)
    if info & _KEY:
        raise RefusedUpdateError(Reason.MAP_KEY)


def _check_parent(cursor: _Cursor) -> None:
    """Without neighbours an item names its parent: the root. Inside an item there is text only in nested types."""
    kind = cursor.number(MOST_CLIENT)
    if kind not in (_IN_ROOT, _IN_ITEM):
        raise RefusedUpdateError(Reason.MALFORMED)
    if kind == _IN_ITEM or cursor.sized() != _ROOT:
        raise RefusedUpdateError(Reason.OTHER_PARENT)


def _text(encoded: bytes) -> str:
    """Valid UTF-8 without U+0000, which databases and browsers cut or drop."""
    try:
        text = encoded.decode()
    except UnicodeDecodeError:
        raise RefusedUpdateError(Reason.MALFORMED) from None
    if "\0" in text:
        raise RefusedUpdateError(Reason.NUL)
    return text


def units(text: str) -> int:
    """The length in UTF-16 code units, by which Yjs counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _end(start: int, length: int) -> int:
    """Yjs throws at deleted content of length 0, which pycrdt drops. Clocks stay inside 32 bits."""
    if not length or start + length > MOST_CLOCK:
        raise RefusedUpdateError(Reason.MALFORMED)
    return start + length


def _delete_set(cursor: _Cursor) -> Generator[None, None, list[Span]]:
    """Ranges of a client ascend and do not overlap: pycrdt walks through all items of each range."""
    spans: list[Span] = []
    clients: set[int] = set()
    for _ in range(cursor.number(MOST_CLIENTS, Reason.TOO_MANY)):
        client = cursor.number(MOST_CLIENT)
        _refuse_twice(client, clients)
        end = 0
        for _ in range(cursor.number(MOST_CLOCK)):
            start = cursor.number(MOST_CLOCK)
            if start < end:
                raise RefusedUpdateError(Reason.MALFORMED)
            end = _end(start, cursor.number(MOST_CLOCK))
            spans.append(Span(client, start, end))
            if len(spans) % _SLICE == 0:
                yield
    return spans


def _refuse_twice(client: int, clients: set[int]) -> None:
    """Yjs reads only the last of two sections of one client, pycrdt reads both."""
    if client in clients:
        raise RefusedUpdateError(Reason.MALFORMED)
    clients.add(client)
