"""Cuts a large update into pieces that can be applied one after another, so that nobody waits long for their turn."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from board.worksessions.text.admission import in_order
from board.worksessions.text.reading import units
from board.worksessions.text.update import Id, Section, Span, Struct, TextUpdate

PIECE = 500
"""structs, or what takes as long"""
LONGEST = 7500
"""characters of a struct that was cut"""
PAIRS = 16
"""surrogate pairs that take as long as a struct: each is remembered"""


def pieces(update: TextUpdate, clocks: Mapping[int, int]) -> Iterator[TextUpdate]:
    """The update, or pieces of it without what is committed; what it deletes comes last.

    Raises RefusedUpdateError when a struct has no neighbours by its turn.
    """
    if sum(_cost(one) for section in update.sections for one in section.structs) <= PIECE:
        yield update
        return
    piece: list[tuple[int, Struct]] = []
    cost = 0
    for client, struct in _cut(in_order(_without_committed(update.sections, clocks), clocks)):
        if piece and cost + _cost(struct) > PIECE:
            yield TextUpdate(_sections(piece), [])
            piece, cost = [], 0
        piece.append((client, struct))
        cost += _cost(struct)
    if piece:
        yield TextUpdate(_sections(piece), [])
    yield TextUpdate([], update.deleted)


def _cost(struct: Struct) -> int:
    return 1 if struct.text is None else 1 + (struct.length - len(struct.text)) // PAIRS


def _cut(structs: Iterable[tuple[int, Struct]]) -> Iterator[tuple[int, Struct]]:
    """A string that takes long becomes several, each behind the one before: that is how Yjs would cut it."""
    for client, one in structs:
        if one.text is None or _cost(one) <= PIECE:
            yield client, one
            continue
        clock, origin = one.clock, one.origin
        for start in range(0, len(one.text), LONGEST):
            text = one.text[start : start + LONGEST]
            yield client, Struct(clock, units(text), origin, one.right, text)
            clock += units(text)
            origin = Id(client, clock - 1)


def _without_committed(sections: Sequence[Section], clocks: Mapping[int, int]) -> Iterator[Section]:
    for section in sections:
        client = section.span.client
        left = [one for one in section.structs if one.end > clocks.get(client, 0)]
        if left:
            yield Section(Span(client, left[0].clock, section.span.end), left)


def _sections(piece: Sequence[tuple[int, Struct]]) -> list[Section]:
    by_client: dict[int, list[Struct]] = {}
    for client, struct in piece:
        by_client.setdefault(client, []).append(struct)
    return [Section(Span(client, own[0].clock, own[-1].end), own) for client, own in by_client.items()]
