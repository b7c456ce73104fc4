"""The protocol as the contract writes it down, said again by hand so that a mistake of the server is not shared."""

import json
import secrets
from dataclasses import dataclass
from typing import Any

from pycrdt import Decoder, Doc, write_var_uint

Json = dict[str, Any]
Value = Any
"""a plain JSON value"""

SYNC, COMMAND, ANSWER, NOTICE, WHITENED = 0, 100, 101, 102, 104
STEP_1, STEP_2, UPDATE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame of the server: `kind` and, for a document frame, its `step`."""

    kind: int
    body: bytes
    step: int | None = None

    @property
    def json(self) -> Json:
        plain = json.loads(self.body)
        assert isinstance(plain, dict)
        return plain


def read(frame: bytes) -> Frame:
    decoder = Decoder(frame)
    kind = decoder.read_var_uint()
    step = decoder.read_var_uint() if kind == SYNC else None
    body = decoder.read_message()
    assert body is not None
    assert frame == head(kind, *(() if step is None else (step,))) + sized(body), "bytes are left over"
    return Frame(kind, body, step)


def whole(value: Value) -> Value:
    """A number is a number, as in a browser: 1.0 is 1."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: whole(inner) for key, inner in value.items()}
    return [whole(inner) for inner in value] if isinstance(value, list) else value


def head(*numbers: int) -> bytes:
    return b"".join(write_var_uint(number) for number in numbers)


def sized(body: bytes) -> bytes:
    return write_var_uint(len(body)) + body


def ask(doc: "Doc[Any] | bytes") -> bytes:
    """Sync step 1."""
    return head(SYNC, STEP_1) + sized(doc if isinstance(doc, bytes) else doc.get_state())


def command(plain: Json | bytes) -> bytes:
    """A command; bytes are sent as they are, to say what no honest page would."""
    return head(COMMAND) + sized(plain if isinstance(plain, bytes) else json.dumps(plain).encode())


def whitened(plain: Json | bytes, key: bytes | None = None) -> bytes:
    """A command as pages send it: random bytes, and the JSON combined with them."""
    data = plain if isinstance(plain, bytes) else json.dumps(plain).encode()
    key = secrets.token_bytes(len(data)) if key is None else key
    return head(WHITENED) + key + bytes(a ^ b for a, b in zip(key, data, strict=True))
