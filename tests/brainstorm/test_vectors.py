"""State vectors are read without the document library, and only a small answer is made for one replica alone."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Doc, Map, write_var_uint

from board.brainstorm.engine.room import Room
from board.brainstorm.state.board import Board
from board.canvas import vectors
from board.canvas.roots import MapRoot
from board.canvas.writer import ROOTS, Canvas
from board.live import snapshot_cache
from board.live.connections import Connection
from board.live.transport.frame import Frame
from board.people.cookie import Person
from board.protocol.document import ClusterEntry, Place
from board.protocol.roles import Role
from tests.brainstorm import wire

CLIENTS = st.integers(1, 2**53 - 1)
OURS = st.dictionaries(CLIENTS, st.integers(1, 2**32 - 1), min_size=1, max_size=6)
ENTRIES = st.lists(st.tuples(CLIENTS, st.integers(0, 2**32)), max_size=8)


def vector(entries: Sequence[tuple[int, int]]) -> bytes:
    return b"".join(map(write_var_uint, (len(entries), *(number for entry in entries for number in entry))))


@settings(deadline=None)
@given(OURS)
def test_a_vector_is_read_back(clocks: dict[int, int]) -> None:
    assert vectors.decode(vectors.encode(clocks)) == clocks == vectors.known(vectors.encode(clocks), clocks)
    assert vectors.encode(dict(reversed(clocks.items()))) == vectors.encode(clocks)


@settings(deadline=None)
@given(OURS, ENTRIES, st.data())
def test_a_vector_is_known_when_every_entry_is_ours(
    ours: dict[int, int], entries: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Against the definition, with entries of which most are near ours."""
    near = st.sampled_from(list(ours)).flatmap(lambda c: st.tuples(st.just(c), st.integers(0, ours[c] + 1)))
    sent = data.draw(st.lists(near, max_size=7)) + data.draw(st.sampled_from([[], entries]))
    said = dict(sent)
    is_ours = len(said) == len(sent) and all(client in ours and clock <= ours[client] for client, clock in sent)
    expected = {client: clock for client, clock in said.items() if clock} if is_ours else None
    assert vectors.known(vector(sent), ours) == expected


@settings(deadline=None)
@given(OURS, st.binary(max_size=60), st.integers(0, 60))
def test_no_bytes_raise(ours: dict[int, int], noise: bytes, end: int) -> None:
    whole = vectors.encode(ours)
    for sent in (noise, whole + noise, whole[:end] + noise, whole[:end]):
        found = vectors.known(sent, ours)
        assert found is None or all(0 < clock <= ours[client] for client, clock in found.items())
    assert noise == b"" or vectors.known(whole + noise, ours) is None, "bytes left over"


@pytest.mark.parametrize("sent", ["", "01", "01 05", "02 05 07 05 07", "02 05 07", "01 05 07 00", "80", "ff" * 40])
def test_what_is_no_vector(sent: str) -> None:
    assert vectors.known(bytes.fromhex(sent), {5: 9}) is None


def test_a_long_vector_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def counted(data: bytes) -> Iterator[int]:
        for number in numbers(data):
            read.append(number)
            yield number

    numbers = vectors._numbers
    monkeypatch.setattr(vectors, "_numbers", counted)
    for sent in (vector([(client, 1) for client in range(9000)]), vector([(5, 3)]) + b"\1" * 30_000):
        assert vectors.known(sent, {5: 9, 6: 9}) is None
    assert len(read) <= 2 + 2 * 2


VALUES: dict[MapRoot, Callable[[int], object]] = {
    "ideas": str,
    "numbers": int,
    "places": lambda value: Place(None, str(value)),
    "clusters": lambda value: ClusterEntry("", str(value), "A"),
}
OPERATIONS = st.lists(
    st.tuples(st.sampled_from([*VALUES]), st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=30
)


def history(operations: Sequence[tuple[MapRoot, int, int]], restarts: set[int]) -> tuple[Canvas, list[bytes]]:
    """A document with several writers, as after restarts, and its updates."""
    canvas, log = Canvas(), list[bytes]()
    for at, (root, key, value) in enumerate(operations):
        if at in restarts:
            canvas = Canvas(log)
        with canvas.change() as made:
            canvas.write(root, str(key), VALUES[root](value)) if value else canvas.drop(root, str(key))
        log += made
    return canvas, log


def answers(room: Room, sent: bytes) -> list[Frame]:
    """The answer to this vector."""
    out = Mock(closed=False)
    connection = Connection(Person("p", {Role.PARTICIPANT: "l"}), Role.PARTICIPANT, out)
    charge = Mock()
    room.sync(connection, sent, charge)
    assert not out.close.called
    got = [call.args[0] for call in out.send.call_args_list]
    charge.assert_called_once_with(sum(len(frame.payload) for frame in got))
    return got


def applied(updates: Sequence[bytes]) -> Doc[Any]:
    doc: Doc[Any] = Doc()
    for update in updates:
        doc.apply_update(update)
    return doc


@settings(max_examples=60, deadline=None)
@given(OPERATIONS, st.sets(st.integers(0, 30), max_size=4), st.binary(max_size=12), ENTRIES)
def test_every_replica_converges(
    operations: list[tuple[Any, int, int]], restarts: set[int], noise: bytes, entries: list[tuple[int, int]]
) -> None:
    """Replicas that were here once, with their true vectors, and an empty one with any made-up vector."""
    canvas, log = history(operations, restarts)
    room, whole = Room(Board(id="b", canvas=canvas), Mock()), applied([canvas.state()])
    ahead = {client: clock + 1 for client, clock in vectors.decode(canvas.vector).items()}
    for behind in range(len(log) + 1):
        doc = applied(log[:behind])
        converges(room, doc, doc.get_state(), whole)
    for made_up in (noise, vector(entries), vectors.encode(ahead) if ahead else b"\0"):
        if vectors.known(made_up, vectors.decode(canvas.vector)) is None:
            converges(room, applied([]), made_up, whole)


def converges(room: Room, doc: Doc[Any], sent: bytes, whole: Doc[Any]) -> None:
    for frame in answers(room, sent):
        doc.apply_update(wire.read(frame.payload).body)
    assert vectors.decode(doc.get_state()) == vectors.decode(whole.get_state())
    assert contents(doc) == contents(whole)


def contents(doc: Doc[Any]) -> dict[str, Any]:
    return {root: doc.get(root, type=Map).to_py() for root in ROOTS}


LONG = "word " * 40
IDEAS = 600


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> tuple[Room, list[bytes]]:
    """A board of 120 kB that two servers wrote, and the vectors for which an answer was encoded."""
    log: list[bytes] = []
    canvas = Canvas()
    for number in range(IDEAS):
        if number == IDEAS // 2:
            canvas = Canvas(log)
        with canvas.change() as made:
            canvas.put("ideas", str(number), f"{number} {LONG}")
        log += made
    asked: list[bytes] = []

    def since(sent: bytes) -> bytes:
        asked.append(sent)
        return Canvas.since(canvas, sent)

    monkeypatch.setattr(canvas, "since", since)
    return Room(Board(id="b", canvas=canvas), Mock()), asked


def behind(room: Room, writes: int) -> dict[int, int]:
    """A true vector of a replica that lacks some of one writer's writes."""
    clocks = vectors.decode(room.board.canvas.vector)
    client = min(clocks)
    return clocks | {client: clocks[client] - writes}


def test_who_is_a_little_behind_gets_a_small_answer_that_is_made_once(large: tuple[Room, list[bytes]]) -> None:
    room, asked = large
    sent = vectors.encode(behind(room, 3))
    first, again = answers(room, sent), answers(room, sent)
    assert again == first
    assert len(first[0].payload) < 5 * len(LONG)
    assert len(asked) == 1
    with room.board.change():
        room.board.canvas.put("ideas", "0", "other words")
    (later,) = answers(room, sent)
    assert b"other words" in later.payload
    assert len(asked) == 2, "what was made before a change is not sent after it"


def test_old_vectors_get_the_shared_state(large: tuple[Room, list[bytes]]) -> None:
    """However many different ones: every clock that this document ever had."""
    room, asked = large
    (shared,) = answers(room, b"\0")
    clocks = vectors.decode(room.board.canvas.vector)
    for client, clock in clocks.items():
        for old in range(clock):
            assert answers(room, vectors.encode({client: old}))[0] is shared
    assert asked == [], "nothing was encoded for any of them"


def test_no_large_answer_is_sent_for_one_replica_alone(
    large: tuple[Room, list[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    room, asked = large
    monkeypatch.setattr(snapshot_cache, "LARGEST_DIFF", 20 * len(LONG))
    (shared,) = answers(room, b"\0")
    small, large_one = vectors.encode(behind(room, 15)), vectors.encode(behind(room, 40))
    assert answers(room, small)[0] is not shared
    for _ in range(5):
        assert answers(room, large_one)[0] is shared
    assert len(asked) == 2, "that it is too large is remembered"


def test_few_answers_are_kept(large: tuple[Room, list[bytes]]) -> None:
    room, _ = large
    for writes in range(100):
        answers(room, vectors.encode(behind(room, writes)))
    assert len(room.snapshots._diffs) == snapshot_cache.MOST_DIFFS
