"""What the server keeps of people: ballots, answers, how much they wrote, and when a change of theirs shows."""

from enum import StrEnum
from typing import NamedTuple

from board.voting.ballots import Ballot
from board.voting.consent import Answer


class Cast(NamedTuple):
    """A ballot in the box."""

    ballot: Ballot
    proxy: bool = False
    """it stands for somebody in the room without a browser"""
    counts: bool = False
    """it is from a person who counts"""
    new: bool = True
    """it is from a person who voted in no earlier round"""


class Given(NamedTuple):
    """An answer to the consent check, and whether it is from a person who counts."""

    answer: Answer
    counts: bool = False


class Quota(NamedTuple):
    """What one person wrote since the last reveal: how many ideas, and how many of them are in the late tray."""

    used: int = 0
    late: int = 0
    counts: bool = False
    """the person counts"""

    @property
    def in_time(self) -> int:
        return self.used - self.late


class What(StrEnum):
    """What waits until it may enter the document."""

    CHANGE = "change"
    """of an idea, by whose id it goes"""
    QUESTION = "question"
    ANSWER = "answer"
    """to a question, by whose id it goes"""


Waiting = tuple[What, str]
"""one of them, by its id"""


class Release(NamedTuple):
    """When something that waits may enter the document, in Unix seconds, and whose it is. Kept in memory only."""

    at: float
    latest: float
    author: bytes
    """empty after a restart, when nobody knows any more, and for what another process took"""
