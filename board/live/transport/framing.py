"""The messages of a live document: which bytes mean what, and which of them each kind of document accepts.

The framing is that of y-websocket with kinds of our own. `0` is Yjs sync (step 1, step 2, update) and `1` awareness;
`100` is a command from a page, `101` its answer and `102` a notice from the server, each followed by its JSON as one
lib0 var-string. `103` is how many updates of a connection are committed, as one var-uint.

`104` is a command as pages send it: after the number come n random bytes, then the n bytes of its JSON combined with
them by exclusive or. Browsers compress what they send, and the compressed length of a text tells which text it is;
random bytes cannot be compressed, so the length on the wire depends on n alone (`frontend/src/live/pad.ts`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from board.live.transport import varint
from board.live.transport.close_codes import Close
from board.live.transport.frame import Frame

SYNC, AWARENESS, COMMAND, ANSWER, NOTICE, COMMITTED, WHITENED = 0, 1, 100, 101, 102, 103, 104
_STEP_1, _STEP_2, _UPDATE = 0, 1, 2


class BadFrameError(Exception):
    """These bytes are not a message that a page may send to this document."""


class TooLargeFrameError(BadFrameError):
    """They are more than this kind of document takes."""


@dataclass(frozen=True, slots=True)
class SyncStep1:
    """A replica says what it has, and asks for what it lacks."""

    state_vector: bytes


@dataclass(frozen=True, slots=True)
class SyncUpdate:
    """A change that a page made to the document: sync step 2 or an update."""

    update: bytes
    whole: bool = False
    """step 2: everything that the server lacked when it asked"""


@dataclass(frozen=True, slots=True)
class AwarenessUpdate:
    """A page's transient state, such as its name and cursor."""

    update: bytes


@dataclass(frozen=True, slots=True)
class CommandMessage:
    """A command as JSON."""

    json: bytes


Message = SyncStep1 | SyncUpdate | AwarenessUpdate | CommandMessage


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """What the server accepts from the pages of one kind of live document."""

    subprotocol: str
    """prefix of the websocket subprotocols in which a page names its version"""
    max_frame: int
    """bytes; a whitened command, which carries its key, may have twice as many"""
    accepts: frozenset[type[Message]]

    @property
    def max_message(self) -> int:
        """The largest websocket message, in bytes, that can be a frame."""
        return 2 * self.max_frame

    @property
    def too_large(self) -> Close:
        """The close code of a larger frame: a page that writes has to know that it wrote too much at once."""
        return Close.TOO_LARGE if SyncUpdate in self.accepts else Close.BAD_FRAMES

    def choose_subprotocol(self, offered: Iterable[str]) -> str | None:
        """The page's version. A browser drops a connection on which the server names none of those it offered."""
        return next((name for name in offered if name.startswith(self.subprotocol)), None)

    def decode(self, frame: bytes) -> Message | None:
        """A page's message; None for a change that this kind ignores unread. Raises BadFrameError."""
        kind, at = _var_uint(frame, 0)
        if kind == WHITENED and len(frame) <= self.max_message:
            return self._accepted(CommandMessage(_combined(frame[at:])))
        if len(frame) > self.max_frame:
            raise TooLargeFrameError if self.too_large is Close.TOO_LARGE else BadFrameError
        if kind == COMMAND:
            return self._accepted(CommandMessage(_var_bytes(frame, at)))
        if kind == AWARENESS:
            return self._accepted(AwarenessUpdate(_var_bytes(frame, at)))
        if kind != SYNC:
            raise BadFrameError
        return self._sync(frame, at)

    def _sync(self, frame: bytes, at: int) -> Message | None:
        step, at = _var_uint(frame, at)
        if step in (_STEP_2, _UPDATE):
            # Every Yjs provider sends these, so a document that the server alone writes ignores them.
            return SyncUpdate(_var_bytes(frame, at), whole=step == _STEP_2) if SyncUpdate in self.accepts else None
        if step != _STEP_1:
            raise BadFrameError
        vector = _var_bytes(frame, at)
        # A vector that claims more entries than it has bytes for makes the CRDT library reserve memory for all of them.
        claimed, _ = _var_uint(vector, 0)
        if claimed * 2 > len(vector) - 1:
            raise BadFrameError
        return self._accepted(SyncStep1(vector))

    def _accepted(self, message: Message) -> Message:
        if type(message) not in self.accepts:
            raise BadFrameError
        return message


def step_1(state_vector: bytes) -> Frame:
    """Asks a page for what the server lacks of a document that pages write."""
    return Frame(bytes((SYNC, _STEP_1)) + varint.sized(state_vector))


def step_2(state: bytes, previous: Frame | None = None) -> Frame:
    """The answer to step 1. `previous`: an earlier one of the same document."""
    return Frame(bytes((SYNC, _STEP_2)) + varint.sized(state), previous)


def update(change: bytes) -> Frame:
    """A change for every replica."""
    return Frame(bytes((SYNC, _UPDATE)) + varint.sized(change))


def committed(updates: int) -> Frame:
    """How many of the updates that came through this connection are committed."""
    return Frame(bytes((COMMITTED,)) + varint.encode(updates))


def awareness(update: bytes) -> Frame:
    """Where people have their cursors."""
    return Frame(bytes((AWARENESS,)) + varint.sized(update))


def answer(json: bytes) -> Frame:
    """The answer to one command."""
    return Frame(bytes((ANSWER,)) + varint.sized(json))


def notice(json: bytes) -> Frame:
    """What the server says of its own accord."""
    return Frame(bytes((NOTICE,)) + varint.sized(json))


def padded_notice(json: bytes, multiple: int) -> Frame:
    """A notice whose length tells nothing: filled up with spaces to a multiple of bytes, and never compressed."""
    return Frame(bytes((NOTICE,)) + varint.sized(json + b" " * (-len(json) % multiple)), compressible=False)


def _combined(halves: bytes) -> bytes:
    """The second half combined with the first by exclusive or."""
    size, odd = divmod(len(halves), 2)
    if odd:
        raise BadFrameError
    return (int.from_bytes(halves[:size]) ^ int.from_bytes(halves[size:])).to_bytes(size)


def _var_uint(data: bytes, at: int) -> tuple[int, int]:
    try:
        return varint.read(data, at, bits=35)
    except varint.BadVarUintError:
        raise BadFrameError from None


def _var_bytes(data: bytes, at: int) -> bytes:
    size, at = _var_uint(data, at)
    if at + size != len(data):
        raise BadFrameError
    return data[at:]
