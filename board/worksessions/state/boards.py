"""The boards that were opened inside a session, beside its document: their ids and links reach no reader."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from board.brainstorm import Board
from board.people.links import digest
from board.people.service import HeldBoard


class Opening(NamedTuple):
    """A board that is to be stored with this batch, and its tokens."""

    item: str
    board: Board
    facilitate: str
    participate: str


class Boards(Mapping[str, HeldBoard]):
    """Item → its board, as long as there is one."""

    def __init__(self, stored: Mapping[str, HeldBoard] | None = None) -> None:
        self._held = dict(stored or {})
        self.opening: list[Opening] = []
        """to be stored with this batch"""

    def __getitem__(self, item: str) -> HeldBoard:
        return self._held[item]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    @property
    def stored(self) -> dict[str, HeldBoard]:
        """Without those of a batch that may still fail: the database knows nothing of them yet."""
        opening = {one.item for one in self.opening}
        return {item: held for item, held in self._held.items() if item not in opening}

    def open(self, opening: Opening) -> None:
        """Adds a board that is stored with this batch."""
        self.opening.append(opening)
        self._held[opening.item] = HeldBoard(opening.board.id, digest(opening.facilitate))

    def let_go(self, item: str) -> None:
        """The board of an item was deleted."""
        self._held.pop(item, None)

    def relink(self, board: str, hashes: Mapping[bytes, bytes]) -> None:
        """The links of a board were stored with new tokens: old hash → new."""
        for item, held in self._held.items():
            if held.board == board and held.lead is not None:
                self._held[item] = held._replace(lead=hashes.get(held.lead, held.lead))
