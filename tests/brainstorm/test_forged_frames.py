"""Frames that no page would send: they cost their sender at most the socket, and nobody else anything."""

import uuid
from collections.abc import AsyncIterator

import pytest
from pycrdt import Doc, Map

from board.brainstorm.engine.document_kind import BOARD
from tests.brainstorm import wire
from tests.cast import Group

MAX_FRAME = BOARD.max_frame


def foreign_update() -> bytes:
    doc: Doc[Map[str]] = Doc()
    doc.get("ideas", type=Map)["forged"] = "a forged idea 4711"
    return doc.get_update()


FOREIGN = foreign_update()
DROPPED = {
    "a change of the document": wire.head(wire.SYNC, wire.UPDATE) + wire.sized(FOREIGN),
    "a state of the document": wire.head(wire.SYNC, wire.STEP_2) + wire.sized(FOREIGN),
    "half a state": wire.head(wire.SYNC, wire.STEP_2) + wire.sized(FOREIGN)[:9],
}
BAD: dict[str, bytes | str] = {
    "awareness": wire.head(1) + wire.sized(b'{"name": "Ben"}'),
    "an unknown kind": wire.head(77) + wire.sized(b"{}"),
    "an answer": wire.head(wire.ANSWER) + wire.sized(b"{}"),
    "a notice": wire.head(wire.NOTICE) + wire.sized(b'{"phase": "frozen"}'),
    "an unknown step": wire.head(wire.SYNC, 3) + wire.sized(b""),
    "nothing": b"",
    "half a command": wire.command({"id": "1", "do": "freeze"})[:-3],
    "more than a command": wire.command({"id": "1", "do": "freeze"}) + b"!",
    "a number without an end": b"\xff" * 20,
    "a vector that claims 250 million writers": wire.head(wire.SYNC, wire.STEP_1) + wire.sized(b"\xff\xff\xff\x77"),
    "a vector that is empty": wire.head(wire.SYNC, wire.STEP_1) + wire.sized(b""),
    "too much": wire.command(b"x" * MAX_FRAME),
    "a text frame": "hello",
}


@pytest.fixture
async def board(group: Group) -> AsyncIterator[Group]:
    """A revealed board; afterwards everybody is as well as before."""
    await group.goes("diverge")
    await group.pia.write("the only idea")
    await group.goes("cluster")
    yield group
    await still_well(group)
    late_comer = await group.browser("olu").open()
    assert late_comer.all() == group.olu.all() == group.pia.all()
    assert list(group.olu.root("ideas").values()) == ["the only idea"]
    for found in group.everything().values():
        assert b"a forged idea" not in found


async def still_well(group: Group) -> None:
    """Others work on, and everybody sees it."""
    cluster = str(uuid.uuid4())
    await group.pia.ok("name_cluster", cluster=cluster, name="all is well")
    for tab in (group.olu, group.ben, group.fay, group.pia):
        await tab.until(lambda tab: cluster in tab.root("clusters"))


async def test_pieces_of_documents_are_dropped_unread(board: Group) -> None:
    for what, frame in DROPPED.items():
        for _ in range(4):
            await board.ben.put(frame)
        assert (await board.ben.do("undo_merge", merge=str(uuid.uuid4())))["answer"] == "refused", what


async def test_the_third_bad_frame_closes_the_socket(board: Group) -> None:
    for what, frame in BAD.items():
        socket = await board.browser("ben").dial()
        for _ in range(3):
            await socket.send(frame)
        await socket.wait_closed()
        assert socket.close_code == 4400, what
        await still_well(board)


async def test_two_bad_frames_are_forgiven(board: Group) -> None:
    for _ in range(2):
        await board.ben.put(BAD["awareness"])
    await still_well(board)


async def test_a_frame_beyond_every_bound_closes_at_once(board: Group) -> None:
    socket = await board.browser("ben").dial()
    await socket.send(b"x" * (MAX_FRAME * 2 + 1))
    await socket.wait_closed()
    assert socket.close_code == 4400


async def test_a_command_over_http_may_be_as_long_as_a_frame(board: Group) -> None:
    path = f"/api/boards/{board.board}/commands"
    for size, status in ((MAX_FRAME, 200), (MAX_FRAME + 1, 413)):
        assert (await board.browser("ben").post(path, content=b" " * size)).status_code == status


VECTORS = {
    "of somebody else": b"\x01\x05\x07",
    "that goes on and on": b"\x02" + b"\xff" * 40,
    "that says too much": b"\x01\x05\x07\x09\x09",
    "of a writer beyond 53 bits": b"\x01" + b"\xff" * 9 + b"\x7f\x01",
}


async def test_a_strange_vector_harms_its_sender_alone(board: Group) -> None:
    for what, vector in VECTORS.items():
        socket = await board.browser("ben").dial()
        await socket.send(wire.ask(vector))
        await still_well(board)
        await socket.close()
        assert socket.close_code in (1000, 4408), what


RAW = {
    "no JSON": b"{",
    "a list": b"[]",
    "nothing": b"",
    "another command": b'{"id": "1", "do": "drop_tables"}',
    "no id": b'{"do": "freeze"}',
    "a wrong type": b'{"id": "1", "do": "set_timer", "minutes": "many"}',
    "not a number": b'{"id": "1", "do": "set_timer", "minutes": NaN}',
    "a depth": b'{"id": "1", "do": "cast_ballot", "dots": ' + b"[" * 10_000,
    "no UTF-8": b'{"id": "1", "do": "add_idea", "text": "\xff"}',
    "a forged question": b'{"id": "1", "do": "ask", "question": "Why?", "idea": "1", "text": "Who wrote this?"}',
    "a forged id": b'{"id": "1", "do": "highlight_idea", "idea": "../../etc/passwd"}',
}

CODES = dict.fromkeys(RAW, "command_malformed") | {
    "no JSON": "command_not_json",
    "nothing": "command_not_json",
    "another command": "command_unreadable",
    "not a number": "command_not_json",
    "no UTF-8": "command_not_json",
}


async def test_a_malformed_command_is_refused_with_a_sentence(board: Group) -> None:
    for what, raw in RAW.items():
        board.ben.answers.clear()
        await board.ben.put(wire.command(raw))
        if b'"id": "1"' in raw:
            answer = await board.ben.answer("1")
            assert (answer["answer"], answer["code"]) == ("refused", CODES[what]), what
        response = await board.browser("ben").post(f"/api/boards/{board.board}/commands", content=raw)
        assert (response.status_code, response.json()["answer"]) == (200, "refused"), what
        assert response.json()["code"] == CODES[what]
        assert len(response.json()["why"]) > 10
    await still_well(board)
