"""The server's pen: what it writes, what it mirrors, and what a shuffled document still knows."""

from typing import get_args, get_type_hints

import pytest
from pycrdt import Doc, Map

from board.canvas.governed import whole
from board.canvas.roots import WORDLESS, NumberRoot, TextRoot
from board.canvas.writer import ROOTS, Canvas
from board.protocol.document import BallotPaper, BoardDocument, Meta, MetaFields, Option, Place
from board.protocol.phases import Phase

BALLOT = BallotPaper(round=1, dots=3, runoff=False, options=(Option("a", "idea", None, 1, "one", True, ("a",)),))


def read(*updates: bytes) -> dict[str, dict[str, object]]:
    """What a browser has that applied these."""
    doc: Doc[Map[object]] = Doc()
    for update in updates:
        doc.apply_update(update)
    return {
        root: {key: whole(value) for key, value in (doc.get(root, type=Map).to_py() or {}).items()} for root in ROOTS
    }


def written() -> Canvas:
    canvas = Canvas()
    with canvas.change():
        for number in range(20):
            canvas.put("ideas", f"idea {number}", f"text {number}")
            canvas.put("numbers", f"idea {number}", number)
        canvas.put_meta(ballot=BALLOT)
    return canvas


def test_one_change_is_one_update() -> None:
    canvas = Canvas()
    with canvas.change() as made:
        canvas.put("ideas", "a", "one")
        canvas.put("ideas", "b", "two")
        canvas.drop("ideas", "a")
    assert len(made) == 1
    assert read(*made)["ideas"] == {"b": "two"} == canvas.document.ideas


def test_writing_what_is_there_changes_nothing() -> None:
    canvas = written()
    with canvas.change() as made:
        canvas.put("ideas", "idea 1", "text 1")
        canvas.put_meta(ballot=BALLOT)
        canvas.drop("ideas", "unknown")
    assert made == []


def test_true_is_not_one() -> None:
    canvas = Canvas()
    with canvas.change():
        canvas.put_meta(locked=1)  # type: ignore[arg-type]
    with canvas.change() as made:
        canvas.put_meta(locked=True)
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
    assert again.document == canvas.document
    assert all(type(number) is int for number in again.document.numbers.values())
    assert read(again.state()) == read(canvas.state()) == read(*log)


def test_a_replica_gets_what_it_lacks() -> None:
    canvas = written()
    doc: Doc[Map[object]] = Doc()
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
    assert fresh.document == canvas.document
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
        canvas.put("places", "idea 8", Place(None, "V"))
        canvas.put("places", "idea 8", Place(None, "W"))
    assert not canvas.erased, "a move takes back no words"


def test_every_document_has_a_writer_of_its_own() -> None:
    one, other = Canvas(), Canvas()
    for canvas in (one, other):
        with canvas.change():
            canvas.put_meta(phase=Phase.LOBBY)
    both: Doc[Map[object]] = Doc()
    both.apply_update(one.state())
    both.apply_update(other.state())
    assert both.get_state()[0] == 2


def test_what_is_written_reads_the_same_from_the_log_and_as_json() -> None:
    canvas = written()
    again = Canvas([canvas.state()])
    assert again.document == canvas.document
    assert again.document.meta.ballot == BALLOT
    assert again.plain("meta") == {
        "ballot": {
            "round": 1,
            "dots": 3,
            "runoff": False,
            "shown": False,
            "options": [
                {
                    "option": "a",
                    "kind": "idea",
                    "letter": None,
                    "number": 1,
                    "name": "one",
                    "named": True,
                    "ideas": ["a"],
                }
            ],
        }
    }


def test_a_field_of_meta_that_was_never_set_is_not_in_the_document() -> None:
    canvas = Canvas()
    with canvas.change():
        canvas.put_meta(highlight=None)
    assert read(canvas.state())["meta"] == {"highlight": None}
    assert canvas.document.meta.question == ""


def test_the_fields_of_meta_that_can_be_set_are_those_that_can_be_read() -> None:
    read_as, set_as = get_type_hints(Meta), get_type_hints(MetaFields)
    assert read_as == set_as


def test_every_root_is_named_where_roots_are_declared_with_the_type_of_its_values() -> None:
    declared = get_type_hints(BoardDocument)
    assert sorted(ROOTS) == sorted(declared)
    values = {root: get_args(kind)[1] for root, kind in declared.items() if root != "meta"}
    assert {root for root, value in values.items() if value is str} == set(get_args(TextRoot))
    assert {root for root, value in values.items() if value is int} == set(get_args(NumberRoot))
    assert {root for root, value in values.items() if value in (int, Place)} == WORDLESS
