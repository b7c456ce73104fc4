"""What the other processes say of one document."""

from collections.abc import Callable, Collection
from typing import Any, NamedTuple

DEAD_AFTER = 15.0
"""seconds after which a process that says nothing has nobody here any more"""


class _Said(NamedTuple):
    at: float
    people: Any  # each kind says it in its own way


class Others:
    """Who is in a document at other processes. Alone, and on SQLite, there are none."""

    def __init__(self, say: Callable[[bytes], None] = lambda _: None) -> None:
        """`say` tells the others of cursors."""
        self.say_cursors = say
        self.version = 0
        """how often something changed"""
        self._said: dict[str, _Said] = {}

    def __bool__(self) -> bool:
        return bool(self._said)

    @property
    def people(self) -> Collection[Any]:
        """What each of them says of who is there."""
        return [one.people for one in self._said.values()]

    def hear(self, process: str, people: object | None, now: float) -> bool:
        """A process says who is there, None for nobody. Whether that is news."""
        before = self._said.pop(process, None)
        if people is not None:
            self._said[process] = _Said(now, people)
        news = people != (before.people if before else None)
        self.version += news
        return news

    def silent(self, now: float) -> list[str]:
        """The processes that have said nothing for too long, by a steady clock."""
        return [process for process, one in self._said.items() if now - one.at >= DEAD_AFTER]


ALONE = Others()
