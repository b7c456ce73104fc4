"""One command on its way through the rules: the board, who asks, and when."""

from dataclasses import dataclass

from board.canvas import text as texts
from board.errors import Refused
from board.people.cookie import Person
from board.sync.board import Board


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one board."""

    ideas_each: int = 200
    clusters: int = 300
    merges: int = 2000
    burst: int = 60
    per_second: int = 40


@dataclass(frozen=True, slots=True)
class Turn:
    """`now` is in Unix seconds, the same for a whole batch."""

    board: Board
    person: Person
    now: float
    limits: Limits
    due: bool = False
    """the command waited for its time, which has come"""
    held: bool = False
    """and it waited because what it shows could have pointed at somebody"""

    def pseudonym(self, purpose: str) -> bytes:
        return self.board.pseudonym(purpose, self.person.token)


@dataclass(frozen=True, slots=True)
class Wait:
    """The command is right, and is carried out and answered at this time (Unix seconds)."""

    until: float
    held: bool = False
    """writing goes on meanwhile: it waits until nobody can tell who wrote last"""


def checked(text: str | None, most: int, *, empty: bool = True) -> str | Refused:
    """A text that was sent, trimmed, or the reason why it cannot be kept; "" stands for none."""
    kept = texts.trimmed(text or "")
    return texts.check(kept, most=most, empty=empty) or kept
