"""A page that has a text open. What it types is made by a document of its own, as in a browser."""

import secrets
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pycrdt import Doc, Text

from bench.clock import stamp
from bench.dialects import STEP_1, STEP_2, SYNC, UPDATE
from bench.replica import Kind, Replica, sized, sized_body, var_uint
from board.canvas import vectors

ROOT = "artifact"
COMMITTED = 103
_NOTHING = sized(b"\0")
_NO_CHANGE = b"\0\0"


class SessionTextDialect:
    """y-websocket's protocol. The server asks again every 15 s, and says how many frames are committed."""

    plain = bytes((SYNC, UPDATE))

    def opened(self, replica: Replica) -> None:
        replica.send(bytes((SYNC, STEP_1)) + _NOTHING)

    def heard(self, replica: Replica, frame: bytes) -> None:
        (page,) = pages([replica])
        if frame[0] == COMMITTED:
            page.commit(var_uint(frame, 1)[0])
        elif frame[:2] == bytes((SYNC, STEP_1)):
            page.send_update(page.lacking(sized_body(frame, 2)), STEP_2)
        elif frame[:2] == bytes((SYNC, STEP_2)):
            replica.state(sized_body(frame, 2))


class TextPage(Replica):
    """One page. Probes notice how far they have what each client typed."""

    def begin(self) -> None:
        self.synced_at = 0.0
        self._kept.clear()
        self.pen: TextPen | None = None
        self.grown: Callable[[Mapping[int, int]], None] | None = None
        """called with the clocks of a probe's document after each change"""
        self.sent = 0
        """update frames"""
        self.saved: list[float] = []
        """milliseconds from typing a key until the server said that it is committed"""
        self._typed: dict[int, int] = {}
        """number of a frame that is not known to be committed → its stamp"""
        if self.keeps:
            self.doc: Doc[Any] = Doc()

    def read(self, doc: "Doc[Any]") -> str:
        return str(doc.get(ROOT, type=Text))

    def send_update(self, update: bytes, step: int = UPDATE) -> None:
        """Sends what was written, or what the server lacks."""
        self.sent += 1
        # Hocuspocus puts the document's name before everything, and has its changes begin with it.
        self.send(self.plain[:-1] + bytes((step,)) + sized(update))

    def type(self, text: str, stamped: int) -> None:
        """Sends the next key."""
        if self.pen is None:
            raise RuntimeError("a page without a pen cannot type")
        self.send_update(self.pen.type(text))
        self._typed[self.sent] = stamped

    def lacking(self, vector: bytes) -> bytes:
        """What the server lacks of what this page typed."""
        return self.pen.doc.get_update(vector) if self.pen else _NO_CHANGE

    def commit(self, number: int) -> None:
        """All update frames up to this one are committed."""
        now = stamp()
        for one in [one for one in self._typed if one <= number]:
            self.saved.append((now - self._typed.pop(one)) / 1000)

    @property
    def text(self) -> str:
        """What a page that keeps what it gets shows."""
        return self.read(self.whole())

    @property
    def client(self) -> int | None:
        """Under which id it types."""
        return self.pen.client if self.pen else None

    @property
    def typed(self) -> str:
        """Everything that was typed here."""
        return self.pen.typed if self.pen else ""

    @property
    def unsaved(self) -> int:
        """Keys that are not known to be committed."""
        return len(self._typed)

    def _take(self, update: bytes) -> None:
        super()._take(update)
        if self.kind is Kind.PROBE and self.grown is not None:
            self.grown(vectors.decode(self.doc.get_state()))


def pages(replicas: Iterable[Replica]) -> list[TextPage]:
    """Those of them that have a text open."""
    return [one for one in replicas if isinstance(one, TextPage)]


class TextPen:
    """Types at one place of a text."""

    def __init__(self, state: bytes = _NO_CHANGE, place: int = 0) -> None:
        """`place` is a position in `state`, in bytes."""
        # Yjs draws client ids of 32 bits; pycrdt's would be longer on the wire.
        self.doc: Doc[Any] = Doc(client_id=secrets.randbits(32))
        self.doc.apply_update(state)
        self.client = int(self.doc.client_id)
        self.typed = ""
        self._place = place
        self._text: Text = self.doc.get(ROOT, type=Text)
        self._made: list[bytes] = []
        self.doc.observe(lambda event: self._made.append(event.update))

    def type(self, text: str) -> bytes:
        """The update of typing on."""
        self._text.insert(self._place, text)
        self._place += len(text.encode())
        self.typed += text
        return self._made.pop()
