"""How many updates of one connection are committed: what a page hears as `103`."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Receipts:
    """Updates are numbered as they come, from 1. They may be committed in another order: a large one takes turns."""

    taken: int = 0
    reported: int = 0
    """the number up to which all are committed, as the page knows"""
    _open: set[int] = field(default_factory=set)
    _missing: set[int] = field(default_factory=set)
    """those of the open ones that built on something that had not come, or could not be stored"""

    def take(self) -> int:
        """An update came. Returns its number."""
        self.taken += 1
        self._open.add(self.taken)
        return self.taken

    def miss(self, number: int) -> None:
        """This one is not committed; a later one that is whole brings what is in it."""
        self._missing.add(number)

    def commit(self, number: int, *, whole: bool) -> int | None:
        """This one is committed. Returns the number up to which all are, if the page does not know it yet.

        `whole`: it is all that the server lacked, and so what is in every one before that was missed.
        """
        done = {one for one in self._missing if one < number} if whole else set[int]()
        self._missing -= done
        self._open -= done | {number}
        reached = min(self._open, default=self.taken + 1) - 1
        if reached <= self.reported:
            return None
        self.reported = reached
        return reached
