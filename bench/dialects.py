"""The differences between the servers' protocols: how a page begins, how a change looks, what needs an answer.

No dialect sends awareness: this product has none on a board, so the other servers do not pay for it either.
"""

from typing import Protocol

import msgspec

from bench.replica import Replica, sized, sized_body

SYNC, STEP_1, STEP_2, UPDATE = 0, 0, 1, 2
_NOTHING = sized(b"\0")
"""the state vector of an empty document"""
_NO_CHANGE = sized(b"\0\0")


class Dialect(Protocol):
    """How one room of one server is spoken to."""

    plain: bytes
    """how a frame begins that only brings a change"""

    def opened(self, replica: Replica) -> None: ...

    def heard(self, replica: Replica, frame: bytes) -> None: ...


class Shortlist:
    """The server speaks first: a notice; a new epoch asks for a new document."""

    plain = bytes((SYNC, UPDATE))

    def opened(self, replica: Replica) -> None:
        pass

    def heard(self, replica: Replica, frame: bytes) -> None:
        kind = frame[0]
        if kind == _NOTICE:
            notice = _notices.decode(sized_body(frame, 1))
            replica.phase = notice.phase
            if notice.epoch != replica.epoch:
                replica.epoch = notice.epoch
                replica.begin()
                replica.send(bytes((SYNC, STEP_1)) + _NOTHING)
        elif kind == _ANSWER:
            answer = _answers.decode(sized_body(frame, 1))
            replica.answer(answer.answer, answer.why)
        elif frame[:2] == bytes((SYNC, STEP_2)):
            replica.state(sized_body(frame, 2))

    @staticmethod
    def command(plain: dict[str, object]) -> bytes:
        """A command as a frame."""
        return bytes((_COMMAND,)) + sized(msgspec.json.encode(plain))


class YWebsocket:
    """y-websocket's protocol, which pycrdt-websocket speaks too."""

    plain = bytes((SYNC, UPDATE))

    def opened(self, replica: Replica) -> None:
        replica.send(bytes((SYNC, STEP_1)) + _NOTHING)

    def heard(self, replica: Replica, frame: bytes) -> None:
        if frame[:2] == bytes((SYNC, STEP_1)):
            replica.send(bytes((SYNC, STEP_2)) + _NO_CHANGE)
        elif frame[:2] == bytes((SYNC, STEP_2)):
            replica.state(sized_body(frame, 2))


class Hocuspocus:
    """Every frame names the document; authentication comes first, and the server lets everybody in."""

    def __init__(self, room: str) -> None:
        self._name = sized(room.encode())
        self.plain = self._name + bytes((SYNC, UPDATE))

    def opened(self, replica: Replica) -> None:
        replica.send(self._name + bytes((_AUTH, 0)) + sized(b"token"))

    def heard(self, replica: Replica, frame: bytes) -> None:
        said = frame[len(self._name) :]
        if said[:2] == bytes((_AUTH, _AUTHENTICATED)):
            replica.send(self._name + bytes((SYNC, STEP_1)) + _NOTHING)
        elif said[:2] == bytes((_AUTH, _DENIED)):
            replica.refused.append("permission denied")
        elif said[0] in (SYNC, _SYNC_REPLY):
            if said[1] == STEP_1:
                replica.send(self._name + bytes((_SYNC_REPLY, STEP_2)) + _NO_CHANGE)
            elif said[1] == STEP_2:
                replica.state(sized_body(said, 2))


class _Notice(msgspec.Struct):
    epoch: int
    phase: str = ""
    """a work session has none"""


class _Answer(msgspec.Struct):
    answer: str
    why: str = ""


_COMMAND, _ANSWER, _NOTICE = 100, 101, 102
_AUTH, _DENIED, _AUTHENTICATED = 2, 1, 2
_SYNC_REPLY = 4
_notices = msgspec.json.Decoder(_Notice)
_answers = msgspec.json.Decoder(_Answer)
