"""The ideas of a board, with a running count of how many are in which state."""

from collections import Counter

from board.canvas.ideas import Idea, IdeaState
from board.db.change_tracker import ChangeTracker


class Ideas(ChangeTracker[str, Idea]):
    """Notices tell these counts with every change, so they are kept rather than counted."""

    def __init__(self) -> None:
        super().__init__()
        self.states: Counter[IdeaState] = Counter()

    def load(self, rows: dict[str, Idea]) -> None:
        super().load(rows)
        self.states = Counter(idea.state for idea in rows.values())

    def __setitem__(self, key: str, idea: Idea) -> None:
        if (before := self.get(key)) is not None:
            self.states[before.state] -= 1
        super().__setitem__(key, idea)
        self.states[idea.state] += 1

    def __delitem__(self, key: str) -> None:
        self.states[self[key].state] -= 1
        super().__delitem__(key)

    def clear(self) -> None:
        super().clear()
        self.states.clear()
