"""Bent and invented updates: each is refused, or changes the text alone, and in browsers as on the server.

`SHORTLIST_TEXT_FRAMES=1000000 pytest tests/worksessions/text/test_bent_updates.py -o timeout=0` bends more of them.
"""

import os
import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import write_var_uint

from board.worksessions.text.admission import History
from board.worksessions.text.reading import read, units
from board.worksessions.text.shared import SharedText
from board.worksessions.text.update import FRAME, RefusedUpdateError
from tests.worksessions.text.updates import (
    DELETED,
    KEY,
    ORIGIN,
    RIGHT,
    STATE,
    STRING,
    Server,
    deletions,
    removed,
    section,
    string,
    update,
)
from tests.worksessions.text.yjs_texts import replicas

SOAK = bool(os.environ.get("SOAK"))
BENT = int(os.environ.get("SHORTLIST_TEXT_FRAMES", "10000"))
ANA, BEN, OLU = 7, 300, 2**32 - 5
LOG = [
    update(section(ANA, 0, string("a😀bcd"))),
    update(section(BEN, 0, string("שלום", (ANA, 2), (ANA, 3)))),
    update(section(ANA, 6, string("e", (ANA, 5)), string("f", (BEN, 3), (ANA, 3))), deleted=[deletions(BEN, (1, 2))]),
    update(section(OLU, 0, removed(130, (ANA, 0), (ANA, 1)), string("👍", (OLU, 129), (ANA, 1)))),
    update(
        section(OLU, 132, string("x", (BEN, 0)), string("y", (OLU, 132))),
        section(BEN, 4, string("z", None, (ANA, 0))),
        deleted=[deletions(ANA, (0, 1), (3, 2)), deletions(OLU, (0, 130))],
    ),
]
PERSON = "Ana"


def server_after(log: list[bytes]) -> Server:
    server = Server()
    for frame in log:
        server.receive(frame, PERSON)
    return server


STATES = [server_after(LOG[:sent]).doc.get_update() for sent in range(len(LOG) + 1)]
BYTES = st.integers(0, 255) | st.sampled_from(
    [STRING, DELETED, STRING | KEY, STRING | ORIGIN, STRING | RIGHT, 5, 6, 8, 10]
)
PIECES = BYTES.map(lambda byte: bytes((byte,))) | st.integers(0, 2**54).map(write_var_uint) | st.binary(max_size=4)
BENDS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 3), PIECES), min_size=1, max_size=3)


RECORDED = [(sent, frame) for sent in range(len(LOG)) for frame in (LOG[sent], STATES[sent + 1])]
"""after how many updates each of these is sent: the next one alone, or within all that there is by then"""


@settings(max_examples=BENT // len(RECORDED), deadline=None)
@given(BENDS)
def test_a_bent_update_changes_the_text_or_nothing(bends: list[tuple[int, int, bytes]]) -> None:
    """Each example bends every recorded frame."""
    for sent, recorded in RECORDED:
        frame = recorded
        for at, cut, piece in bends:
            frame = frame[: at % len(frame)] + piece + frame[at % len(frame) + cut :]
        server = Server()
        server.doc.apply_update(STATES[sent])
        server.history = History.of(read(STATES[sent], STATE), dict.fromkeys((ANA, BEN, OLU), PERSON))
        before = server.units()
        try:
            admitted = server.receive(frame, PERSON)
        except RefusedUpdateError:
            continue
        assert server.units() <= before + admitted.inserted


def test_what_is_admitted_looks_the_same_in_browsers() -> None:
    logs = [invented(random.Random(seed)) for seed in range(1000 if SOAK else 15)]
    for log, shown in zip(logs, replicas(logs), strict=True):
        server = server_after(log)
        assert shown.text == str(server.text)
        assert (shown.plain, shown.pending) == (True, False)
        assert shown.vector == server.history.clocks


def invented(dice: random.Random) -> list[bytes]:
    """What was taken of a hundred updates with neighbours and ranges at random."""
    server, log, text = server_after(LOG[:1]), LOG[:1], shared(LOG[:1])
    for _ in range(100):
        frame = plausible(dice, server)
        try:
            text.take(read(frame, FRAME), PERSON, lambda _: True)
        except RefusedUpdateError:
            # A part of it may be in the text.
            text = shared(log)
            continue
        server.receive(frame, PERSON)
        log.append(frame)
    assert len(log) > 10
    return log


def shared(log: list[bytes]) -> SharedText:
    text = SharedText("session", {})
    for frame in log:
        text.take(read(frame, FRAME), PERSON, lambda _: True)
    return text


def plausible(dice: random.Random, server: Server) -> bytes:
    clocks = server.history.clocks
    ids = server.ids()
    clients = dice.sample([ANA, BEN, OLU, 1, 2**52], dice.choice([0, 1, 1, 1, 2]))
    return update(
        *(section(client, clocks.get(client, 0), *run(dice, client, clocks.get(client, 0), ids)) for client in clients),
        deleted=[
            deletions(client, (dice.randrange(end), dice.randint(1, 3)))
            for client, end in clocks.items()
            if dice.random() < 0.2
        ],
    )


def run(dice: random.Random, client: int, clock: int, ids: list[tuple[int, int]]) -> Iterator[bytes]:
    """Structs one behind another, mostly between neighbours."""
    place = dice.randrange(-1, len(ids))
    places = (place, place + 1) if dice.random() < 0.8 else sorted(dice.sample(range(-1, len(ids) + 1), 2))
    origin, right = (ids[at] if 0 <= at < len(ids) else None for at in places)
    for _ in range(dice.randint(1, 3)):
        text = dice.choice(["k", "lm", "😀", "👍n", "שׁ"])
        if dice.random() < 0.1:
            yield removed(units(text), origin, right)
        else:
            yield string(text, origin, right)
        clock += units(text)
        origin = client, clock - 1


@pytest.mark.parametrize("sent", range(len(LOG)))
def test_the_recorded_updates_are_admitted(sent: int) -> None:
    server_after(LOG[: sent + 1])
