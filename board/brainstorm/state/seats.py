"""The people who joined a board, with a running count of those who count."""

from board.db.change_tracker import ChangeTracker


class Seats(ChangeTracker[bytes, bool]):
    """Hash of a person's token → whether they count. Every notice says how many do, so the number is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.counting = 0

    def load(self, rows: dict[bytes, bool]) -> None:
        super().load(rows)
        self.counting = sum(rows.values())

    def __setitem__(self, key: bytes, counts: bool) -> None:
        self.counting += counts - self.get(key, False)
        super().__setitem__(key, counts)

    def __delitem__(self, key: bytes) -> None:
        self.counting -= self[key]
        super().__delitem__(key)

    def clear(self) -> None:
        super().clear()
        self.counting = 0
