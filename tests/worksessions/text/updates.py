"""Yjs updates written by hand, byte by byte, and a text as the server keeps it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from pycrdt import Assoc, Doc, Text, write_var_uint

from board.worksessions.text.admission import Admitted, History, admit
from board.worksessions.text.reading import read
from board.worksessions.text.update import FRAME, ROOT, Limits

DELETED, STRING = 1, 4
KEY, RIGHT, ORIGIN = 0x20, 0x40, 0x80

Neighbour = tuple[int, int] | None


def sized(data: bytes) -> bytes:
    return write_var_uint(len(data)) + data


def parent(root: str = ROOT) -> bytes:
    return b"\1" + sized(root.encode())


def item(info: int, content: bytes, origin: Neighbour = None, right: Neighbour = None) -> bytes:
    """A struct of any kind, under the root of the text unless it has a neighbour."""
    info |= ORIGIN * (origin is not None) | RIGHT * (right is not None)
    ids = b"".join(write_var_uint(number) for one in (origin, right) if one for number in one)
    return bytes((info,)) + (ids or parent()) + content


def string(text: str, origin: Neighbour = None, right: Neighbour = None) -> bytes:
    return item(STRING, sized(text.encode()), origin, right)


def removed(length: int, origin: Neighbour = None, right: Neighbour = None) -> bytes:
    return item(DELETED, write_var_uint(length), origin, right)


def gc(length: int) -> bytes:
    return b"\0" + write_var_uint(length)


def section(client: int, clock: int, *structs: bytes) -> bytes:
    return b"".join(map(write_var_uint, (len(structs), client, clock))) + b"".join(structs)


def deletions(client: int, *ranges: tuple[int, int]) -> bytes:
    """Ranges as clock and length."""
    numbers = (client, len(ranges), *(number for one in ranges for number in one))
    return b"".join(map(write_var_uint, numbers))


def update(*sections: bytes, deleted: Iterable[bytes] = ()) -> bytes:
    ranges = tuple(deleted)
    return write_var_uint(len(sections)) + b"".join(sections) + write_var_uint(len(ranges)) + b"".join(ranges)


@dataclass
class Server:
    """A text to which updates are admitted, and which then applies them."""

    history: History = field(default_factory=History)
    doc: Doc[Text] = field(default_factory=Doc)

    def __post_init__(self) -> None:
        self.text = self.doc.get(ROOT, type=Text)

    def admit(self, frame: bytes, person: str, limits: Limits = FRAME) -> Admitted:
        return admit(read(frame, limits), self.history, person)

    def receive(self, frame: bytes, person: str, limits: Limits = FRAME) -> Admitted:
        """Admits an update and applies it, and checks that this did what the admission said."""
        admitted = self.admit(frame, person, limits)
        self.doc.apply_update(frame)
        self.history.add(admitted, person)
        self.check()
        return admitted

    def check(self) -> None:
        """The document holds the plain text and nothing else, and keeps nothing back for later."""
        assert list(self.doc.keys()) == [ROOT]
        assert all(isinstance(run, str) and not marks for run, marks in self.text.diff())
        # A state holds what is kept back too, so it would go beyond the clocks.
        state = read(self.doc.get_update(), STATE)
        assert History.of(state, self.history.owners).clocks == self.history.clocks
        assert all(span.end <= self.history.clocks[span.client] for span in state.deleted)

    def units(self) -> int:
        """The length of the text as Yjs counts."""
        return len(str(self.text).encode("utf-16-le")) // 2

    def ids(self) -> list[tuple[int, int]]:
        """The first code unit of each character that is shown, in the order of the text."""
        # One offset too many is left out: pycrdt panics at the end of the text.
        *offsets, _ = accumulate((len(character.encode()) for character in str(self.text)), initial=0)
        items = [self.text.sticky_index(at, Assoc.AFTER).to_json()["item"] for at in offsets]
        return list(dict.fromkeys((one["client"], one["clock"]) for one in items))


STATE = Limits(bytes=64 * 1024 * 1024, structs=10_000_000)


def people(sections: Sequence[int]) -> dict[int, str]:
    """An owner for each client."""
    return {client: f"person {client}" for client in sections}
