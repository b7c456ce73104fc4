"""What was copied, and the sentences about it. None of them has a text, a link or a password."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from board.words import say


@dataclass(slots=True)
class Count:
    """The documents of one kind."""

    done: int = 0
    again: int = 0
    """of these, copied again because they had changed"""
    gone: int = 0
    """copied before, and deleted since"""


@dataclass(slots=True)
class Report:
    """The whole copy."""

    boards: Count = field(default_factory=Count)
    sessions: Count = field(default_factory=Count)
    decisions: int = 0
    recaps: int = 0
    damaged: int = 0
    """records whose bytes are not those of their address, in both databases"""
    was_finished: bool = False
    """an earlier command had copied everything"""

    def sentences(self) -> Sequence[str]:
        """Lines to print at the end."""
        said = [
            say(
                "command-copy-was-finished" if self.was_finished else "command-copy-done",
                boards=self.boards.done,
                sessions=self.sessions.done,
            )
        ]
        if again := self.boards.again + self.sessions.again:
            said.append(say("command-copy-again", count=again))
        if gone := self.boards.gone + self.sessions.gone:
            said.append(say("command-copy-gone", count=gone))
        said.append(say("command-copy-records", decisions=self.decisions, recaps=self.recaps))
        if self.damaged:
            said.append(say("command-copy-damaged", count=self.damaged))
        return said
