"""The consent check on a written decision: "Can you live with it?", answered from 5 (fully for it) to 0 (stop)."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from board.errors import Refused
from board.protocol import limits
from board.protocol.document import LEVEL_KEYS, LevelKey, Reason
from board.protocol.refusals import Refusal

LEVELS = range(len(LEVEL_KEYS))
# "I object" and "Stop, we must talk". They block nothing, but they are counted, shown and kept.
OBJECTING = (0, 1)
# "I have doubts": no objection, but its reason is shown beside the objections.
DOUBTING = 2
REASON_LIMIT = limits.REASON


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person answered, with a reason or without."""

    level: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What everybody sees when the check ends: level → how many, how many did not answer, and the reasons."""

    counts: dict[LevelKey, int]
    silent: int
    reasons: tuple[Reason, ...]

    @property
    def objections(self) -> int:
        """How many object."""
        return sum(self.counts[LEVEL_KEYS[level]] for level in OBJECTING)


def check(answer: Answer) -> Refused | None:
    """Why this answer is invalid; None if it is valid."""
    # `type`, not `isinstance`: true is not a level.
    if type(answer.level) is not int or answer.level not in LEVELS:
        return Refused(Refusal.NOT_A_LEVEL)
    length = len(answer.reason.strip())
    if length > REASON_LIMIT:
        return Refused(Refusal.TOO_LONG, limit=REASON_LIMIT, length=length)
    return None


def summary(answers: Sequence[Answer], joined: int, shuffle: Callable[[list[Reason]], None]) -> Summary:
    """All answers at once. `shuffle` takes the order in which they came out of the reasons, and with it who wrote them.

    `joined` is how many could have answered; blank reasons are left out.
    """
    given = Counter(answer.level for answer in answers)
    reasons = [Reason(answer.level, answer.reason.strip()) for answer in answers if answer.reason.strip()]
    shuffle(reasons)
    return Summary(
        counts={key: given[level] for level, key in enumerate(LEVEL_KEYS)},
        silent=max(0, joined - len(answers)),
        reasons=tuple(reasons),
    )
