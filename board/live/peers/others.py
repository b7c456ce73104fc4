"""What the other processes report of one document."""

from collections.abc import Callable, Collection

DEAD_AFTER = 15.0
"""seconds in which a process sends nothing after which it has nobody here any more"""


class Others:
    """Who is in a document at other processes. Alone, and on SQLite, there are none."""

    def __init__(self, send: Callable[[bytes], None] = lambda _: None) -> None:
        """`send` sends them where cursors are."""
        self.send_cursors = send
        self.version = 0
        """how often something changed"""
        self._reports: dict[str, object] = {}
        self._heard_at: dict[str, float] = {}
        """process → when it sent something, by a steady clock"""

    def __bool__(self) -> bool:
        return bool(self._reports)

    @property
    def people(self) -> Collection[object]:
        """What each of them reports of who is there, as the document's kind does it."""
        return self._reports.values()

    def receive(self, process: str, people: object | None, now: float) -> bool:
        """A process reports who is there, None when it has nobody. Whether that is news."""
        before = self._reports.pop(process, None)
        self._heard_at.pop(process, None)
        if people is not None:
            self._reports[process] = people
            self.hear(process, now)
        news = people != before
        self.version += news
        return news

    def hear(self, process: str, now: float) -> None:
        """A process sent where cursors are. Its report may be late, or lost."""
        self._heard_at[process] = now

    def lost(self, now: float) -> list[str]:
        """The processes that sent nothing for too long, by a steady clock."""
        return [process for process, at in self._heard_at.items() if now - at >= DEAD_AFTER]


ALONE = Others()
