"""A text that several people write at once: one Yjs text under one root, to which the server writes as one of them.

pycrdt counts positions in UTF-8 bytes. Everybody else here counts code points: this module converts, and nobody else
inserts into the text or deletes from it.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pycrdt import StickyIndex, Text

from board.canvas import vectors
from board.canvas.yjs import YjsDocument


class Edit(NamedTuple):
    """What takes the place of the code points from `start` up to, and without, `end`."""

    start: int
    end: int
    text: str


class CoWrittenText(YjsDocument):
    """The text of one epoch."""

    def __init__(self, root: str, updates: Iterable[bytes] = ()) -> None:
        super().__init__(updates)
        self._text: Text = self._doc.get(root, type=Text)
        self._value: str | None = None

    @property
    def value(self) -> str:
        """The whole text."""
        if self._value is None:
            self._value = str(self._text)
        return self._value

    @property
    def clocks(self) -> vectors.Clocks:
        """How much of each client is in the text."""
        return vectors.decode(self._doc.get_state())

    def apply(self, update: bytes) -> None:
        self._value = None
        super().apply(update)

    def edit(self, edits: Sequence[Edit]) -> None:
        """Carries out edits of the text as it is now, which ascend and do not overlap. Inside `change`."""
        before = self.value
        self._value = None
        # From the end, so that the positions before stay right.
        end, at = len(before), len(before.encode())
        for one in reversed(edits):
            at -= len(before[one.end : end].encode())
            size = len(before[one.start : one.end].encode())
            if size:
                del self._text[at - size : at]
            if one.text:
                self._text.insert(at - size, one.text)
            end, at = one.start, at - size

    def is_before(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        """Whether the code unit `left`, as client and clock, does not stand behind `right`. Both are in the text.

        Of deleted ones only where they stood is known: those at one place count as being in order.
        """
        return self._index(left) <= self._index(right)

    def _index(self, unit: tuple[int, int]) -> int:
        client, clock = unit
        sticky = StickyIndex.from_json({"item": {"client": client, "clock": clock}, "assoc": 0}, self._text)
        with self._doc.transaction() as transaction:
            return sticky.get_index(transaction)
