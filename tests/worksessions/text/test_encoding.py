"""What is encoded is read as it was; a large update is cut into pieces that have the same effect."""

from board.worksessions.text.encoding import encode
from board.worksessions.text.pieces import PIECE, pieces
from board.worksessions.text.reading import read
from board.worksessions.text.update import STORED, Struct, TextUpdate
from tests.worksessions.text.updates import Server, deletions, removed, section, string, update
from tests.worksessions.text.yjs_texts import written

ANA, BEN = 7, 9


def structs(decoded: TextUpdate) -> list[tuple[int, Struct]]:
    return [(one.span.client, struct) for one in decoded.sections for struct in one.structs]


def again(decoded: TextUpdate) -> TextUpdate:
    return read(encode(structs(decoded), decoded.deleted), STORED)


def test_an_update_is_encoded_as_it_was_read() -> None:
    frame = update(
        section(ANA, 0, string("a😀é"), removed(300, (BEN, 1), (BEN, 2))),
        section(BEN, 5, string("שלום", (ANA, 2**20))),
        deleted=[deletions(ANA, (0, 1), (200, 9)), deletions(BEN, (5, 1))],
    )
    assert encode(structs(read(frame, STORED)), read(frame, STORED).deleted) == frame


def test_everything_that_yjs_writes_is_encoded_as_it_was_read() -> None:
    for text in written(range(5), people=3, turns=60):
        for frame in text.log:
            assert again(read(frame, STORED)) == read(frame, STORED)


def test_pieces_have_the_effect_of_the_whole() -> None:
    whole, in_pieces = Server(), Server()
    behind = [string("b", (ANA, 0), (ANA, at)) for at in range(1, 3 * PIECE - 1)]
    frame = update(section(ANA, 0, string("ab"), *behind), deleted=[deletions(ANA, (5, 20))])
    whole.receive(frame, "Ana")
    cut = list(pieces(read(frame, STORED), in_pieces.history.clocks))
    assert [sum(len(one.structs) for one in piece.sections) for piece in cut] == [PIECE, PIECE, PIECE - 1, 0]
    for piece in cut:
        in_pieces.receive(encode(structs(piece), piece.deleted), "Ana")
    assert str(in_pieces.text) == str(whole.text)
    assert in_pieces.history == whole.history


def test_a_long_string_of_emoji_is_cut_between_them() -> None:
    whole, in_pieces = Server(), Server()
    frame = update(section(ANA, 0, string("a😀" * 20_000), string("z", (ANA, 59_999))))
    whole.receive(frame, "Ana")
    cut = list(pieces(read(frame, STORED), in_pieces.history.clocks))
    assert len(cut) == 4
    for piece in cut:
        in_pieces.receive(encode(structs(piece), piece.deleted), "Ana")
    assert str(in_pieces.text) == str(whole.text)
    assert in_pieces.history == whole.history
