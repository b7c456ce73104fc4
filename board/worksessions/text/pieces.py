"""Cuts a large update into pieces that can be applied one after another, so that nobody waits long for their turn."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from board.worksessions.text.admission import in_order
from board.worksessions.text.update import Section, Span, Struct, TextUpdate

PIECE = 500
"""structs"""


def pieces(update: TextUpdate, clocks: Mapping[int, int]) -> Iterator[TextUpdate]:
    """The update, or pieces of it without what is committed; what it deletes comes last.

    Raises RefusedUpdateError when a struct has no neighbours by its turn.
    """
    if sum(len(section.structs) for section in update.sections) <= PIECE:
        yield update
        return
    order = in_order(_without_committed(update.sections, clocks), clocks)
    while piece := list(islice(order, PIECE)):
        yield TextUpdate(_sections(piece), [])
    yield TextUpdate([], update.deleted)


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
