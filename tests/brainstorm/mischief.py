"""Frames that were bent: real ones, recorded from a page, with everything done to them that a sender can do.

`is_bad` is the contract read once more, apart from the server's own reader.
"""

import json
import random
import uuid
from collections.abc import Callable
from pathlib import Path

from pycrdt import Doc, Map, write_var_uint

from board.brainstorm.engine.document_kind import BOARD
from tests.brainstorm import wire

MAX_FRAME = BOARD.max_frame
RECORDED = [bytes.fromhex(line) for line in (Path(__file__).parents[1] / "data/frames/page.hex").read_text().split()]
NUMBERS = (0, 1, 2, 3, 63, 127, 128, 255, 16_383, 2**31 - 1, 2**32, 2**34 - 1, 2**53, 2**63)
ODD: tuple[wire.Value, ...] = (
    None,
    True,
    -1,
    2**70,
    1e308,
    "",
    "\0",
    "x" * 40,
    "\ud800",
    [],
    {},
    [[]],
    {"a": {"b": [None]}},
    "../../etc/passwd",
)


def foreign(dice: random.Random) -> bytes:
    """A change of a document by an unknown client."""
    doc: Doc[Map[str]] = Doc()
    doc.get("ideas", type=Map)[str(dice.random())] = "a forged idea 4711"
    return doc.get_update()


def commands(dice: random.Random) -> list[wire.Json]:
    """One of each kind that anybody may try."""
    one, other = (str(uuid.UUID(int=dice.getrandbits(128), version=4)) for _ in range(2))
    secret = "A" * 21 + "Q"
    return [
        {"do": "add_idea", "idea": one, "text": "bent", "secret": secret},
        {"do": "edit_idea", "idea": one, "text": "bent", "secret": secret},
        {"do": "withdraw_idea", "idea": one, "secret": secret},
        {"do": "sign_idea", "idea": one, "secret": secret, "name": "Bent"},
        {"do": "ask", "question": other, "idea": one, "text": "bent?"},
        {"do": "answer_question", "question": other, "text": "bent", "secret": secret},
        {"do": "hide_question", "question": one, "hidden": True},
        {"do": "set_ready", "ready": True},
        {"do": "place_idea", "idea": one, "cluster": other, "rank": "V"},
        {"do": "name_cluster", "cluster": one, "name": "bent"},
        {"do": "dissolve_cluster", "cluster": one},
        {"do": "merge", "merge": one, "from": [one, other], "into": other},
        {"do": "undo_merge", "merge": one},
        {"do": "cast_ballot", "dots": {one: 1, other: 2**40}, "bold": one, "done": True},
        {"do": "answer_consent", "level": 9, "reason": "bent"},
        {"do": "open_phase", "phase": "frozen", "minutes": 1},
        {"do": "set_timer", "extend": 60},
        {"do": "change_settings", "question": "bent"},
        {"do": "write_decision", "decision": "bent", "owner": "Bent", "shortlist": [one]},
        {"do": "freeze"},
    ]


def given(dice: random.Random) -> bytes:
    """A well-formed command; the rules may refuse it."""
    return wire.command(dice.choice(commands(dice)) | {"id": str(dice.getrandbits(40))})


def whitened(dice: random.Random) -> bytes:
    """As a page sends it, sometimes with a byte too few."""
    frame = wire.whitened(dice.choice(commands(dice)) | {"id": str(dice.getrandbits(40)), "pad": "x" * 200})
    return frame[: len(frame) - dice.choice([0, 0, 1, 2])]


def mistyped(dice: random.Random) -> bytes:
    """A command with something in it that does not belong there."""
    plain = dice.choice(commands(dice)) | {"id": "1"}
    plain[dice.choice([*plain, "more"])] = dice.choice(ODD)
    return wire.command(plain)


def deep(dice: random.Random) -> bytes:
    opening = dice.choice([b"[", b'{"a":', b'{"id":"1","do":', b'{"id":"1","do":"cast_ballot","dots":{"":'])
    return wire.command(opening * (dice.choice([10, 400, 5000]) * 5 // len(opening)))


def no_json(dice: random.Random) -> bytes:
    return wire.command(
        dice.choice([dice.randbytes(20), b"", b"{", b"\xff\xfe", b'{"id":"1","do":"\xed\xa0\x80"}', b"1" * 5000])
    )


def flipped(dice: random.Random) -> bytes:
    frame = bytearray(real(dice))
    for _ in range(dice.choice([1, 1, 2, 8])):
        frame[dice.randrange(len(frame))] = dice.randrange(256)
    return bytes(frame)


def cut_short(dice: random.Random) -> bytes:
    frame = real(dice)
    return frame[: dice.randrange(len(frame))]


def lengthened(dice: random.Random) -> bytes:
    return real(dice) + dice.randbytes(dice.choice([1, 2, 100]))


def joined(dice: random.Random) -> bytes:
    """Two frames in one message, or the head of one on the body of another."""
    one, other = real(dice), real(dice)
    return one + other if dice.random() < 0.5 else one[: dice.randrange(len(one))] + other[dice.randrange(len(other)) :]


def length_bomb(dice: random.Random) -> bytes:
    """Claims a length that is longer or shorter than the real one."""
    head = dice.choice([wire.head(wire.COMMAND), wire.head(wire.SYNC, wire.STEP_1), wire.head(wire.SYNC, wire.UPDATE)])
    return head + write_var_uint(dice.choice(NUMBERS)) + dice.randbytes(dice.choice([0, 1, 20]))


def vector_bomb(dice: random.Random) -> bytes:
    """A state vector of very many writers, or of strange ones."""
    claimed = write_var_uint(dice.choice(NUMBERS))
    entries = b"".join(write_var_uint(dice.choice(NUMBERS)) for _ in range(dice.choice([0, 1, 2, 3, 8, 600])))
    return wire.ask(claimed + entries)


def awareness(dice: random.Random) -> bytes:
    return wire.head(1) + wire.sized(write_var_uint(dice.choice(NUMBERS)) + b'{"name": "Ben"}')


def unknown(dice: random.Random) -> bytes:
    return wire.head(dice.choice([2, 3, 4, 99, 101, 102, 103, 104, 2**20])) + wire.sized(b"{}")


def document(dice: random.Random) -> bytes:
    return wire.head(wire.SYNC, dice.choice([wire.STEP_2, wire.UPDATE])) + wire.sized(foreign(dice))


def noise(dice: random.Random) -> bytes:
    return dice.randbytes(dice.choice([0, 1, 2, 7, 60, 1000]))


def huge(dice: random.Random) -> bytes:
    return wire.command(b" " * dice.choice([MAX_FRAME - 4, MAX_FRAME - 3, MAX_FRAME, MAX_FRAME + 9000]))


def text(dice: random.Random) -> str:
    return dice.choice(["", "hello", json.dumps(commands(dice)[0]), "\U0001f3d8" * 50])


def real(dice: random.Random) -> bytes:
    return dice.choice(RECORDED)


Maker = Callable[[random.Random], bytes | str]
BENT: list[Maker] = [
    given,
    whitened,
    mistyped,
    deep,
    no_json,
    flipped,
    cut_short,
    lengthened,
    joined,
    length_bomb,
    vector_bomb,
    awareness,
    unknown,
    document,
    noise,
    huge,
    text,
]
HARMLESS: list[Maker] = [given, mistyped, no_json, document, real]


def script(dice: random.Random, length: int) -> list[bytes | str]:
    """The frames of one sender, in any order. Some send many useless frames before one that closes the connection."""
    kinds = dice.choice([BENT, [*HARMLESS, *HARMLESS, *HARMLESS, *BENT], HARMLESS])
    return [dice.choice(kinds)(dice) for _ in range(length)]


def is_bad(frame: bytes | str) -> bool:
    """Whether the protocol rejects it: neither sync step 1 with a valid vector, nor a command, nor droppable."""
    if isinstance(frame, str):
        return True
    kind, halves = _number(frame)
    if kind == wire.WHITENED:
        return len(halves) % 2 == 1 or len(frame) > 2 * MAX_FRAME
    return len(frame) > MAX_FRAME or _is_bad_plain(frame)


def _is_bad_plain(frame: bytes) -> bool:
    numbers: list[int] = []
    rest = frame
    # Only a kind of 0 has a step behind it; a 0 may be written with more bytes than it needs.
    while len(numbers) < (2 if numbers == [wire.SYNC] else 1):
        number, rest = _number(rest)
        if number is None:
            return True
        numbers.append(number)
    if numbers in ([wire.SYNC, wire.STEP_2], [wire.SYNC, wire.UPDATE]):
        return False
    if numbers not in ([wire.COMMAND], [wire.SYNC, wire.STEP_1]):
        return True
    size, body = _number(rest)
    if size is None or size != len(body):
        return True
    if numbers == [wire.COMMAND]:
        return False
    writers, _ = _number(body)
    return writers is None or writers * 2 > len(body) - 1


def _number(data: bytes) -> tuple[int | None, bytes]:
    """A lib0 number of at most five bytes, and what follows it."""
    for at, byte in enumerate(data[:5]):
        if byte < 0x80:
            return sum((one & 0x7F) << 7 * place for place, one in enumerate(data[: at + 1])), data[at + 1 :]
    return None, data
