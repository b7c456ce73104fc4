"""Whether an update fits what is committed: only known neighbours, own clocks without a gap, whole characters.

An update that passes can be applied at once and as a whole: the CRDT library keeps nothing of it back for later. What
the library keeps back is invisible, and becomes part of the text when its missing piece arrives.

Admission knows clocks and not the order of the text: whether a right neighbour stands left of the left one is looked at
when the update is applied. Nobody looks how much others wrote between the two, all of which an insertion is compared
with.
"""

import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from board.worksessions.text.runs import Runs
from board.worksessions.text.update import (
    MOST_CLIENTS,
    MOST_NEWS,
    Id,
    Reason,
    RefusedUpdateError,
    Section,
    Span,
    Struct,
    TextUpdate,
)

_PAIR = re.compile("[\U00010000-\U0010ffff]")
"""what takes two UTF-16 code units"""


class Admitted(NamedTuple):
    """What an update adds."""

    news: Sequence[Span]
    """clocks that were not committed before"""
    inserted: int
    """UTF-16 code units of text in them"""
    deleted: Sequence[Span]
    """everything that the update names as deleted, what was deleted before included"""
    new_clients: Sequence[int]
    """clients that write for the first time"""
    halves: Sequence[Id]
    """the second code unit of each surrogate pair in the news"""
    order: Sequence[tuple[int, Struct]]
    """the client and the struct of each that adds something, in an order in which they can be applied"""


@dataclass(slots=True)
class History:
    """What is committed of a text in one epoch, as far as admission has to know it."""

    clocks: dict[int, int] = field(default_factory=dict)
    """client → number of its committed code units"""
    owners: MutableMapping[int, str] = field(default_factory=dict)
    """client → who used it first"""
    halves: set[Id] = field(default_factory=set)
    runs: Runs = field(default_factory=Runs, compare=False)

    def add(self, admitted: Admitted, owner: str) -> None:
        """After the commit."""
        self.runs.add(admitted.order)
        self.clocks.update((span.client, span.end) for span in admitted.news)
        self.owners.update(dict.fromkeys(admitted.new_clients, owner))
        self.halves.update(admitted.halves)

    def learn(self, update: TextUpdate) -> None:
        """What the server stored or wrote itself, whoever wrote it first."""
        for section in update.sections:
            self.runs.add((section.span.client, one) for one in section.structs)
            self.clocks[section.span.client] = section.span.end
            self.halves.update(half for one in section.structs for half in _halves(section, one))

    @classmethod
    def of(cls, state: TextUpdate, owners: MutableMapping[int, str]) -> Self:
        """The history of a whole state that the server stored."""
        history = cls(owners=owners)
        history.learn(state)
        return history


def admit(update: TextUpdate, history: History, person: str) -> Admitted:
    """What the update adds when this person sends it. Raises RefusedUpdateError."""
    news = [added for section in update.sections if (added := _news(section, history.clocks))]
    clients = [section.span.client for section in news]
    _check_clients(clients, history, person)
    for section in update.sections:
        _check_repeated(section, history.clocks)
    for section in news:
        _check_places(section)
    order = list(in_order(news, history.clocks))
    if update.deleted:
        _check_deleted(update.deleted, history.clocks | {section.span.client: section.span.end for section in news})
    halves = {half for section in news for one in section.structs for half in _halves(section, one)}
    if halves or history.halves:
        _check_cuts(_cuts([*update.sections, *news], update.deleted), halves, history.halves)
    return Admitted(
        news=[section.span for section in news],
        inserted=sum(one.end - max(one.clock, section.span.start) for section, one in _strings(news)),
        deleted=update.deleted,
        new_clients=[client for client in clients if client not in history.owners],
        halves=sorted(halves),
        order=order,
    )


def _news(section: Section, clocks: Mapping[int, int]) -> Section | None:
    """The structs of a section that add something. Its span begins with the first clock that is not committed.

    What is committed may be repeated by anybody: a page that reconnects sends what it cannot know to have arrived.
    """
    client, start, end = section.span
    committed = clocks.get(client, 0)
    if end <= committed:
        return None
    if start > committed:
        raise RefusedUpdateError(Reason.GAP)
    return Section(Span(client, committed, end), [one for one in section.structs if one.end > committed])


def _check_clients(clients: Sequence[int], history: History, person: str) -> None:
    """A client id belongs to whoever used it first: what somebody else writes under it silences the honest page.

    The number of clients is bounded because an insertion is compared with what others wrote at the same place.
    """
    new = [client for client in clients if client not in history.clocks]
    if len(clients) > MOST_NEWS or len(history.clocks) + len(new) > MOST_CLIENTS:
        raise RefusedUpdateError(Reason.TOO_MANY)
    for client in clients:
        unowned = None if client in history.clocks else person
        if history.owners.get(client, unowned) != person:
            raise RefusedUpdateError(Reason.OTHERS_CLIENT)


def _check_repeated(section: Section, clocks: Mapping[int, int]) -> None:
    """Yjs looks for the neighbours of a struct that it has already, and waits for a missing one."""
    client = section.span.client
    committed = clocks.get(client, 0)
    if section.span.start < committed and not all(
        _neighbours_are_known(client, one, clocks) for one in section.structs if one.end <= committed
    ):
        raise RefusedUpdateError(Reason.GAP)


def _check_places(section: Section) -> None:
    """A client that has written between two neighbours has something between them from then on.

    A thousand structs of one client at one place, 13 kB, held pycrdt up for 8.8 s in a text of 20,000 items.
    """
    places: set[tuple[Id | None, Id | None]] = set()
    for one in section.structs:
        place = one.origin, one.right
        if place in places:
            raise RefusedUpdateError(Reason.SAME_PLACE)
        places.add(place)


def in_order(sections: Iterable[Section], clocks: Mapping[int, int]) -> Iterator[tuple[int, Struct]]:
    """The structs one after another, each with its client and between neighbours that are there by then.

    The library keeps back a struct whose neighbour is missing, and everything that follows it. Raises
    RefusedUpdateError when one stays without neighbours.
    """
    reached = dict(clocks)
    waiting = {section.span.client: deque(section.structs) for section in sections}
    moves = True
    while waiting and moves:
        moves = False
        for client, structs in list(waiting.items()):
            while structs and _neighbours_are_known(client, structs[0], reached):
                struct = structs.popleft()
                reached[client] = struct.end
                moves = True
                yield client, struct
            if not structs:
                del waiting[client]
    if waiting:
        raise RefusedUpdateError(Reason.GAP)


def _neighbours_are_known(client: int, struct: Struct, reached: Mapping[int, int]) -> bool:
    return all(
        neighbour is None
        or neighbour.clock < (struct.clock if neighbour.client == client else reached.get(neighbour.client, 0))
        for neighbour in (struct.origin, struct.right)
    )


def _check_deleted(deleted: Sequence[Span], clocks: Mapping[int, int]) -> None:
    """What is not there yet cannot be deleted: it would vanish when an honest page types it."""
    if any(span.end > clocks.get(span.client, 0) for span in deleted):
        raise RefusedUpdateError(Reason.DELETES_AHEAD)


def _check_cuts(cuts: Iterable[Id], halves: Collection[Id], committed: Collection[Id]) -> None:
    if any(cut in halves or cut in committed for cut in cuts):
        raise RefusedUpdateError(Reason.SPLIT_CHARACTER)


def _cuts(news: Iterable[Section], deleted: Iterable[Span]) -> Iterator[Id]:
    """The code units before which committed or new text is cut in two.

    Between the halves of a surrogate pair Yjs writes two U+FFFD, while pycrdt cuts, or deletes, somewhere else.
    """
    for section in news:
        yield Id(section.span.client, section.span.start)
        for one in section.structs:
            if one.origin is not None:
                yield Id(one.origin.client, one.origin.clock + 1)
            if one.right is not None:
                yield one.right
    for span in deleted:
        yield Id(span.client, span.start)
        yield Id(span.client, span.end)


def _halves(section: Section, struct: Struct) -> Iterator[Id]:
    """Where the second code units of surrogate pairs stand, as far as the section's span goes."""
    if struct.text is None or len(struct.text) == struct.length:
        return
    for nth, pair in enumerate(_PAIR.finditer(struct.text), 1):
        clock = struct.clock + pair.start() + nth
        if clock >= section.span.start:
            yield Id(section.span.client, clock)


def _strings(news: Iterable[Section]) -> Iterator[tuple[Section, Struct]]:
    return ((section, one) for section in news for one in section.structs if one.text is not None)
