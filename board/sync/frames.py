"""Frames: y-websocket framing with four kinds of our own (DESIGN §3), and the named close codes.

`0` Yjs sync, `100` command (browser to server), `101` answer, `102` notice; each of ours is its number and one lib0
var-string. On a board the server takes sync step 1 and commands, and drops everything else unread.

`104` is a command as pages send it: after the number come n random bytes, then the n bytes of its JSON combined with
them by exclusive or. Browsers compress what they send, and the compressed length of a text tells which text it is;
random bytes cannot be compressed, so the length on the wire depends on n alone (`frontend/src/live/pad.ts`).
"""

from dataclasses import dataclass
from enum import IntEnum

from board.sync.deflate import Compressed, compress

SYNC, COMMAND, ANSWER, NOTICE, WHITENED = 0, 100, 101, 102, 104
_STEP_1, _STEP_2, _UPDATE = 0, 1, 2
_BINARY, _COMPRESSED, _SHORT, _MIDDLE = 0x82, 0x40, 126, 127
WORTH_PACKING = 4096
"""bytes from which compression is worth its time"""
MOST_BYTES = 32 * 1024
"""of a frame; a whitened one may have twice as many"""
STEP = 2048
"""bytes of which a personal notice is a multiple: enough for the longest reason in ASCII"""


class Close(IntEnum):
    """Why the server closes a socket."""

    BAD_FRAMES = 4400
    NOT_A_MEMBER = 4404
    DELETED = 4406
    DELETED_BUT_DECISION = 4407
    TOO_SLOW = 4408
    ELSEWHERE = 4409
    DOOR_LOCKED = 4410
    FULL = 4411
    RESTARTING = 1012


class Frame:
    """One binary message to any number of readers: its bytes, the same behind a websocket header, and packed."""

    __slots__ = ("_compressed", "_like", "_packed", "heavy", "payload", "wire")

    def __init__(self, payload: bytes, like: "Frame | None" = None) -> None:
        """`like`: an earlier frame with mostly the same payload, whose compressed pieces are taken over."""
        self.payload = payload
        self.wire = _header(_BINARY, len(payload)) + payload
        self.heavy = len(payload) >= WORTH_PACKING
        self._like = like._compressed if like else None
        self._compressed: Compressed | None = None
        self._packed: bytes | None = None

    @property
    def packed(self) -> bytes:
        """The compressed message for a reader that agreed to it, made once; the plain one where it gains little."""
        if self._packed is None:
            self._packed = self._pack() if self.heavy else self.wire
        return self._packed

    def _pack(self) -> bytes:
        self._compressed = compressed = compress(self.payload, self._like)
        self._like = None
        small = compressed.message
        return _header(_BINARY | _COMPRESSED, len(small)) + small


def _header(first: int, size: int) -> bytes:
    """RFC 6455 section 5.2: final, binary, not masked; the first reserved bit says that it is compressed."""
    if size < _SHORT:
        return bytes((first, size))
    if size < 1 << 16:
        return bytes((first, _SHORT)) + size.to_bytes(2)
    return bytes((first, _MIDDLE)) + size.to_bytes(8)


class BadFrameError(Exception):
    """These bytes are no frame that a client may send."""


@dataclass(frozen=True, slots=True)
class Step1:
    """A replica says what it has."""

    state_vector: bytes


@dataclass(frozen=True, slots=True)
class CommandFrame:
    """A command as JSON."""

    data: bytes


def decode(frame: bytes) -> Step1 | CommandFrame | None:
    """A client's frame; None for one that is allowed and dropped unread (step 2, updates). Raises BadFrameError."""
    kind, at = _var_uint(frame, 0)
    if kind == WHITENED and len(frame) <= 2 * MOST_BYTES:
        return CommandFrame(_combined(frame[at:]))
    if len(frame) > MOST_BYTES:
        raise BadFrameError
    if kind == COMMAND:
        return CommandFrame(_var_bytes(frame, at))
    if kind != SYNC:
        raise BadFrameError
    step, at = _var_uint(frame, at)
    if step in (_STEP_2, _UPDATE):
        return None
    if step != _STEP_1:
        raise BadFrameError
    vector = _var_bytes(frame, at)
    # More entries than it has bytes for; `vectors` judges the rest.
    claimed, _ = _var_uint(vector, 0)
    if claimed * 2 > len(vector) - 1:
        raise BadFrameError
    return Step1(vector)


def step_2(state: bytes, like: Frame | None = None) -> Frame:
    """The answer to step 1. `like`: an earlier one of the same document."""
    return Frame(bytes((SYNC, _STEP_2)) + _sized(state), like)


def update(made: bytes) -> Frame:
    """A change for every replica."""
    return Frame(bytes((SYNC, _UPDATE)) + _sized(made))


def answer(json: bytes) -> Frame:
    return Frame(bytes((ANSWER,)) + _sized(json))


def notice(json: bytes) -> Frame:
    return Frame(bytes((NOTICE,)) + _sized(json))


def personal_notice(json: bytes) -> Frame:
    """A notice whose length does not tell what this person chose or wrote: filled up with spaces, never compressed."""
    made = notice(json + b" " * (-len(json) % STEP))
    made.heavy = False
    return made


def _combined(halves: bytes) -> bytes:
    """The second half combined with the first by exclusive or."""
    size, odd = divmod(len(halves), 2)
    if odd:
        raise BadFrameError
    return (int.from_bytes(halves[:size]) ^ int.from_bytes(halves[size:])).to_bytes(size)


def _sized(data: bytes) -> bytes:
    size = len(data)
    head = bytearray()
    while size > 0x7F:
        head.append(0x80 | size & 0x7F)
        size >>= 7
    head.append(size)
    return bytes(head) + data


def _var_uint(data: bytes, at: int) -> tuple[int, int]:
    number, shift = 0, 0
    while at < len(data) and shift < 35:
        byte = data[at]
        number |= (byte & 0x7F) << shift
        at += 1
        if byte < 0x80:
            return number, at
        shift += 7
    raise BadFrameError


def _var_bytes(data: bytes, at: int) -> bytes:
    size, at = _var_uint(data, at)
    if at + size != len(data):
        raise BadFrameError
    return data[at:]
