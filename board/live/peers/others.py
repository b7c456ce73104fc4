"""What the other processes report of one document."""

from collections.abc import Callable, Collection
from typing import NamedTuple

DEAD_AFTER = 15.0
"""seconds without a report after which a process has nobody here any more"""


class _Report(NamedTuple):
    at: float
    people: object


class Others:
    """Who is in a document at other processes. Alone, and on SQLite, there are none."""

    def __init__(self, send: Callable[[bytes], None] = lambda _: None) -> None:
        """`send` sends them where cursors are."""
        self.send_cursors = send
        self.version = 0
        """how often something changed"""
        self._reports: dict[str, _Report] = {}

    def __bool__(self) -> bool:
        return bool(self._reports)

    @property
    def people(self) -> Collection[object]:
        """What each of them reports of who is there, as the document's kind does it."""
        return [one.people for one in self._reports.values()]

    def receive(self, process: str, people: object | None, now: float) -> bool:
        """A process reports who is there, None when it has nobody. Whether that is news."""
        before = self._reports.pop(process, None)
        if people is not None:
            self._reports[process] = _Report(now, people)
        news = people != (before.people if before else None)
        self.version += news
        return news

    def lost(self, now: float) -> list[str]:
        """The processes whose last report is too old, by a steady clock."""
        return [process for process, one in self._reports.items() if now - one.at >= DEAD_AFTER]


ALONE = Others()
