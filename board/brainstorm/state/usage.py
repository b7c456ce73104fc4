"""How much of each shared limit every person has used in this phase.

The counts are kept in memory only: merges and groups name no person, and nothing that is stored may. Each phase has a
key of its own, so the counts of two phases cannot be joined. A restart, or a board that leaves memory, resets what one
person has used and never what all have used together, which is counted from the board itself.
"""

from collections import Counter
from typing import Literal

from board.people.pseudonyms import new_key, pseudonym

Shared = Literal["people", "ideas", "clusters", "letters", "merges", "merge_bytes", "questions"]
"""limits that all people of a board share, as `Limits` names them"""


class Usage:
    """Counts by limit and pseudonym."""

    def __init__(self) -> None:
        self.forget()

    def of(self, what: Shared, token: str) -> int:
        """What the person with this token has used."""
        return self._used[what, pseudonym(self._key, token)]

    def add(self, what: Shared, token: str, amount: int) -> None:
        """Counts more, or less; never below nothing: people also undo what others did."""
        key = (what, pseudonym(self._key, token))
        self._used[key] += amount
        if self._used[key] <= 0:
            del self._used[key]

    def forget(self) -> None:
        """A new phase begins: all counts and their key go."""
        self._key = new_key()
        self._used: Counter[tuple[str, bytes]] = Counter()
