"""Updates by hand: what each byte means, and which bytes are refused, with the reason."""

import contextlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import write_var_uint

from board.worksessions.text.reading import read, reading
from board.worksessions.text.update import (
    FRAME,
    MOST_CLIENT,
    MOST_CLIENTS,
    MOST_CLOCK,
    Id,
    Limits,
    Reason,
    RefusedUpdateError,
    Section,
    Span,
    Struct,
    TextUpdate,
)
from tests.worksessions.text.updates import (
    DELETED,
    KEY,
    STRING,
    deletions,
    gc,
    item,
    parent,
    removed,
    section,
    sized,
    string,
    update,
)

REMOVED = removed(1, (7, 0))
"""the shortest struct"""


def reason(frame: bytes, limits: Limits = FRAME) -> Reason:
    with pytest.raises(RefusedUpdateError) as refused:
        read(frame, limits)
    return refused.value.reason


def one(*structs: bytes) -> bytes:
    return update(section(7, 0, *structs))


def test_an_update_as_yjs_writes_it() -> None:
    frame = bytes.fromhex("01 02 07 00  04 01 08 6172746966616374 02 6869  c4 07 00 07 01 01 21  01 07 01 00 01")
    assert read(frame, FRAME) == TextUpdate(
        [Section(Span(7, 0, 3), [Struct(0, 2, None, None, "hi"), Struct(2, 1, Id(7, 0), Id(7, 1), "!")])],
        [Span(7, 0, 1)],
    )


def test_an_update_that_says_nothing() -> None:
    assert read(b"\0\0", FRAME) == TextUpdate([], [])


def test_deleted_content_takes_clocks() -> None:
    assert read(one(removed(300), string("a", (7, 0))), FRAME).sections == [
        Section(
            Span(7, 0, 301),
            [
                Struct(0, 300, None, None, None),
                Struct(300, 1, Id(7, 0), None, "a"),
            ],
        )
    ]


@pytest.mark.parametrize(
    ("text", "units"), {"a": 1, "é": 1, "שלום": 4, "日本": 2, "😀": 2, "👩‍👩‍👧": 8, "\ufeffa": 2, "\uffff": 1}.items()
)
def test_lengths_count_utf_16_code_units(text: str, units: int) -> None:
    assert read(one(string(text)), FRAME).sections[0].span == Span(7, 0, units)


CONTENT = {
    "JSON": item(2, b"\1\1" + sized(b'"a"')),
    "binary": item(3, sized(b"a")),
    "embed": item(5, sized(b'{"image":"x"}')),
    "format": item(6, sized(b"bold") + sized(b"true")),
    "type": item(7, b"\2"),
    "any": item(8, b"\1\x77" + sized(b"a")),
    "subdocument": item(9, sized(b"guid") + b"\x76\0"),
    "gc": gc(1),
    "skip": b"\x0a\5",
    "move": item(11, b"\0"),
    "unknown": item(31, b"\0"),
    "gc with a neighbour": b"\x80\7\0\1",
}


@pytest.mark.parametrize("struct", CONTENT.values(), ids=CONTENT)
def test_only_text_is_accepted(struct: bytes) -> None:
    assert reason(one(string("a"), struct)) is Reason.NOT_TEXT


@pytest.mark.parametrize("kind", [STRING, DELETED])
@pytest.mark.parametrize("neighbour", [None, (7, 0)])
def test_a_key_of_the_root_is_refused(kind: int, neighbour: tuple[int, int] | None) -> None:
    struct = item(kind | KEY, sized(b"key") + b"\1a", neighbour)
    assert reason(one(string("a"), struct)) is Reason.MAP_KEY


@pytest.mark.parametrize("root", ["", "artifac", "artifact ", "Artifact", "notes"])
def test_another_root_is_refused(root: str) -> None:
    assert reason(one(bytes((STRING,)) + parent(root) + b"\1a")) is Reason.OTHER_PARENT


def test_a_parent_that_is_an_item_is_refused() -> None:
    assert reason(one(bytes((STRING, 0, 7, 0)) + b"\1a")) is Reason.OTHER_PARENT
    assert reason(one(bytes((STRING, 2)) + b"\1a")) is Reason.MALFORMED


def test_u_0000_is_refused() -> None:
    assert reason(one(string("a\0b"))) is Reason.NUL


@pytest.mark.parametrize("encoded", [b"\xff", b"\xc3", b"\xed\xa0\xbd", b"\xc0\x80", b"\xf4\x90\x80\x80"])
def test_what_is_not_utf_8_is_refused(encoded: bytes) -> None:
    assert reason(one(item(STRING, sized(encoded)))) is Reason.MALFORMED


@pytest.mark.parametrize("struct", [string(""), removed(0)], ids=["string", "deleted"])
def test_a_struct_of_no_length_is_refused(struct: bytes) -> None:
    assert reason(one(struct)) is Reason.MALFORMED


NUMBERS = {
    "a client beyond 53 bits": update(section(MOST_CLIENT + 1, 0, string("a"))),
    "a clock beyond 31 bits": update(section(7, MOST_CLOCK + 1, string("a"))),
    "an end beyond 31 bits": update(section(7, MOST_CLOCK, string("a"))),
    "a sum beyond 31 bits": one(removed(MOST_CLOCK), removed(1, (7, 0))),
    "a neighbour's clock beyond 31 bits": one(string("a", (7, MOST_CLOCK + 1))),
    "a number of 57 bits": b"\1\1" + b"\xff" * 8 + b"\1\0",
    "a number with a byte too many": b"\x80\0\0",
    "a clock with a byte too many": b"\1\1\7\x80\0\0\1\0",
    "a neighbour on both sides": one(string("a", (9, 3), (9, 3))),
    "a section without structs": update(section(7, 0)),
    "a client twice": update(section(7, 0, string("a")), section(7, 1, string("b", (7, 0)))),
    "a deleted client twice": update(deleted=[deletions(7, (0, 1)), deletions(7, (1, 1))]),
    "a deleted range of no length": update(deleted=[deletions(7, (0, 0))]),
    "a deleted range beyond 31 bits": update(deleted=[deletions(7, (MOST_CLOCK, 1))]),
    "overlapping deleted ranges": update(deleted=[deletions(7, (0, 2), (1, 2))]),
    "descending deleted ranges": update(deleted=[deletions(7, (4, 2), (1, 2))]),
    "bytes that are left over": update() + b"\0",
}


@pytest.mark.parametrize("frame", NUMBERS.values(), ids=NUMBERS)
def test_what_no_encoder_writes_is_refused(frame: bytes) -> None:
    assert reason(frame) is Reason.MALFORMED


def test_the_largest_numbers_are_read() -> None:
    frame = update(section(MOST_CLIENT, MOST_CLOCK - 1, string("a")), deleted=[deletions(1, (MOST_CLOCK - 1, 1))])
    assert read(frame, FRAME) == TextUpdate(
        [Section(Span(MOST_CLIENT, MOST_CLOCK - 1, MOST_CLOCK), [Struct(MOST_CLOCK - 1, 1, None, None, "a")])],
        [Span(1, MOST_CLOCK - 1, MOST_CLOCK)],
    )


def test_an_update_that_ends_anywhere_is_refused() -> None:
    frame = update(
        section(2**40, 3, string("aé😀", (7, 2), (9, 400)), removed(200), removed(130)),
        deleted=[deletions(9, (0, 300))],
    )
    read(frame, FRAME)
    assert {reason(frame[:end]) for end in range(len(frame))} == {Reason.MALFORMED}


def test_bytes_clients_and_structs_are_bounded() -> None:
    small = Limits(bytes=30, structs=2)
    assert len(one(removed(1), REMOVED)) <= small.bytes
    read(one(removed(1), REMOVED), small)
    assert reason(one(REMOVED, REMOVED, REMOVED), small) is Reason.TOO_MANY
    assert reason(update(section(1, 0, REMOVED, REMOVED), section(2, 0, REMOVED)), small) is Reason.TOO_MANY
    assert reason(one(string("a" * 30)), small) is Reason.TOO_LARGE
    read(update(deleted=[deletions(client, (0, 1)) for client in range(MOST_CLIENTS)]), FRAME)
    assert reason(update(deleted=[deletions(client, (0, 1)) for client in range(MOST_CLIENTS + 1)])) is Reason.TOO_MANY
    assert reason(update(*(section(client, 0, REMOVED) for client in range(MOST_CLIENTS + 1)))) is Reason.TOO_MANY


@pytest.mark.parametrize(
    "claim",
    [
        write_var_uint(MOST_CLIENTS),
        b"\1" + write_var_uint(FRAME.structs) + b"\7\0",
        b"\1\1\7\0" + bytes((STRING,)) + parent() + write_var_uint(2**40),
        b"\0" + write_var_uint(MOST_CLIENTS),
        b"\0\1\7" + write_var_uint(MOST_CLOCK),
    ],
    ids=["sections", "structs", "a string", "clients that delete", "ranges"],
)
def test_claims_of_more_than_the_bytes_hold_are_refused(claim: bytes) -> None:
    assert reason(claim) is Reason.MALFORMED


def test_a_large_update_is_read_in_slices() -> None:
    structs = 5000
    frame = update(
        section(7, 0, *[REMOVED] * structs), deleted=[deletions(9, *((2 * nth, 1) for nth in range(structs)))]
    )
    assert len(list(reading(frame, FRAME))) == 10
    assert len(read(frame, FRAME).deleted) == structs


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for head in (b"", b"\1\1\7\0", b"\1\1\7\0\4" + parent(), b"\0\1\7"):
        with contextlib.suppress(RefusedUpdateError):
            read(head + data, FRAME)


def test_each_byte_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps are counted, not seconds: twice the bytes are twice the numbers."""
    from board.live.transport import varint

    plain = varint.read
    counted = itertools.count()

    def counting(data: bytes, at: int, *, bits: int) -> tuple[int, int]:
        next(counted)
        return plain(data, at, bits=bits)

    monkeypatch.setattr(varint, "read", counting)

    def steps(structs: int) -> int:
        before = next(counted)
        read(update(section(7, 0, *[string("a", (700, 0))] * structs)), FRAME)
        return next(counted) - before

    assert steps(3000) - steps(2000) == steps(2000) - steps(1000) == 1000
