"""The server's pen: what it writes, what it mirrors, and what a shuffled document still knows."""

import pytest
from pycrdt import Doc, Map

from board.canvas.document import ROOTS, Json
from board.canvas.writer import Canvas, whole


def read(*updates: bytes) -> dict[str, Json]:
    """What a browser has that applied these."""
    doc: Doc[Map[Json]] = Doc()
    for update in updates:
        doc.apply_update(update)
    return {root: whole(doc.get(root, type=Map).to_py() or {}) for root in ROOTS}


def written() -> Canvas:
    canvas = Canvas()
    with canvas.change():
        for number in range(20):
            canvas.put("ideas", f"idea {number}", f"text {number}")
            canvas.put("numbers", f"idea {number}", number)
        canvas.put("meta", "ballot", {"dots": 3, "options": [{"n": 1}]})
    return canvas


def test_one_change_is_one_update() -> None:
    canvas = Canvas()
    with canvas.change() as made:
        canvas.put("ideas", "a", "one")
        canvas.put("ideas", "b", "two")
        canvas.drop("ideas", "a")
    assert len(made) == 1
    assert read(*made)["ideas"] == {"b": "two"} == canvas.root("ideas")


def test_writing_what_is_there_changes_nothing() -> None:
    canvas = written()
    with canvas.change() as made:
        canvas.put("ideas", "idea 1", "text 1")
        canvas.put("meta", "ballot", {"dots": 3, "options": [{"n": 1}]})
        canvas.drop("ideas", "unknown")
    assert made == []


def test_true_is_not_one() -> None:
    canvas = Canvas()
    with canvas.change():
        canvas.put("meta", "locked", 1)
    with canvas.change() as made:
        canvas.put("meta", "locked", True)
    assert read(canvas.state())["meta"]["locked"] is True
    assert len(made) == 1


def test_a_log_gives_the_document_back_with_whole_numbers() -> None:
    canvas = Canvas()
    log = []
    for number in range(5):
        with canvas.change() as made:
            canvas.put("numbers", f"idea {number}", number)
        log += made
    again = Canvas(log)
    assert again.root("numbers") == canvas.root("numbers")
    assert all(type(number) is int for number in again.root("numbers").values())
    assert read(again.state()) == read(canvas.state()) == read(*log)


def test_a_replica_gets_what_it_lacks() -> None:
    canvas = written()
    doc: Doc[Map[Json]] = Doc()
    doc.apply_update(canvas.state())
    with canvas.change():
        canvas.put("ideas", "new", "a new text")
    missing = canvas.since(doc.get_state())
    assert b"a new text" in missing
    assert b"text 7" not in missing


def test_a_shuffled_document_says_the_same_under_another_name() -> None:
    canvas = written()
    fresh = canvas.shuffled()
    assert read(fresh.state()) == read(canvas.state())
    assert {root: fresh.root(root) for root in ROOTS} == {root: canvas.root(root) for root in ROOTS}
    orders = {tuple(sorted(range(20), key=lambda n: canvas.shuffled().state().find(b"text %d" % n))) for _ in range(3)}
    assert len(orders) > 1


@pytest.mark.parametrize("undo", ["drop", "replace"])
def test_words_that_were_taken_back_are_in_no_later_state(undo: str) -> None:
    canvas = written()
    with canvas.change():
        if undo == "drop":
            canvas.drop("ideas", "idea 7")
        else:
            canvas.put("ideas", "idea 7", "others")
    assert canvas.erased
    assert b"text 7" not in canvas.state()
    with canvas.change():
        canvas.put("places", "idea 8", {"cluster": None, "rank": "V"})
        canvas.put("places", "idea 8", {"cluster": None, "rank": "W"})
    assert not canvas.erased, "a move takes back no words"


def test_every_document_has_a_writer_of_its_own() -> None:
    one, other = Canvas(), Canvas()
    for canvas in (one, other):
        with canvas.change():
            canvas.put("meta", "phase", "lobby")
    both: Doc[Map[Json]] = Doc()
    both.apply_update(one.state())
    both.apply_update(other.state())
    assert both.get_state()[0] == 2
