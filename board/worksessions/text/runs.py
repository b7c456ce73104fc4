"""What follows about the order of the text from the neighbours between which it was written.

A run is a client's consecutive clocks, each written behind the one before and in front of the same neighbour.
To say where two characters stand, the CRDT library walks through the whole text: 5 ms in one of 75,000 keys. Nearly
always their runs tell as much.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from board.worksessions.text.update import Id, Struct

STEPS = 8
"""neighbours of neighbours that are looked at"""
Place = tuple[Id | None, Id | None]
"""the left and the right neighbour of the first character of a run"""


class Runs:
    """The runs of all clients."""

    def __init__(self) -> None:
        self._starts: dict[int, array[int]] = {}
        self._places: dict[int, list[Place]] = {}

    def add(self, structs: Iterable[tuple[int, Struct]]) -> None:
        """Structs with their clients. What is known is left out."""
        for client, one in structs:
            starts = self._starts.setdefault(client, array("I"))
            places = self._places.setdefault(client, [])
            if starts and (one.clock <= starts[-1] or self._goes_on(client, one, places[-1])):
                continue
            starts.append(one.clock)
            places.append((one.origin, one.right))

    @staticmethod
    def _goes_on(client: int, struct: Struct, last: Place) -> bool:
        return struct.origin == (client, struct.clock - 1) and struct.right == last[1]

    def forget(self, clocks: Mapping[int, int]) -> None:
        """Only these are in the text."""
        for client, starts in self._starts.items():
            while starts and starts[-1] >= clocks.get(client, 0):
                starts.pop()
                self._places[client].pop()

    def cross(self, left: Id, right: Id) -> bool:
        """Whether the right one is certain to stand in front of the left one, in the same run."""
        return self._in_run(right, left)

    def beside(self, one: Id) -> Place:
        """The neighbours between which a character was written."""
        left, right = self._place(one)
        return left if self._is_start(one) else Id(one.client, one.clock - 1), right

    def _is_start(self, one: Id) -> bool:
        starts = self._starts.get(one.client, array("I"))
        run = bisect_right(starts, one.clock) - 1
        return run >= 0 and starts[run] == one.clock

    def in_order(self, left: Id, right: Id) -> bool:
        """Whether the left one is certain to stand in front of the right one."""
        return self._in_run(left, right) or self._begins_behind(left, right) or self._ends_before(left, right)

    def _in_run(self, first: Id, second: Id) -> bool:
        if first.client != second.client or first.clock >= second.clock:
            return False
        starts = self._starts.get(first.client, ())
        return bisect_right(starts, first.clock) == bisect_right(starts, second.clock)

    def _begins_behind(self, left: Id, right: Id) -> bool:
        """Whatever stands in front of the beginning of a run stands in front of all of it."""
        at = right
        for _ in range(STEPS):
            neighbour, _right = self._place(at)
            if neighbour is None:
                return False
            if neighbour == left or self._in_run(left, neighbour):
                return True
            at = neighbour
        return False

    def _ends_before(self, left: Id, right: Id) -> bool:
        at = left
        for _ in range(STEPS):
            _left, neighbour = self._place(at)
            if neighbour is None:
                return False
            if neighbour == right or self._in_run(neighbour, right):
                return True
            at = neighbour
        return False

    def _place(self, one: Id) -> Place:
        """The neighbours of the run in which a character stands."""
        starts = self._starts.get(one.client)
        run = bisect_right(starts, one.clock) - 1 if starts else -1
        return self._places[one.client][run] if run >= 0 else (None, None)
