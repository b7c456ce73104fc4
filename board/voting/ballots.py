"""What a valid ballot is."""

from collections.abc import Sequence
from dataclasses import dataclass

from board.errors import Refused
from board.protocol.document import Option
from board.protocol.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Ballot:
    """The whole ballot of one person in one round; a newer one replaces it whole.

    `bold` is the one extra pick for the risky idea, beside the dots. `done` says "I have chosen", and binds to nothing.
    No dots at all is an abstention and as valid as any.
    """

    dots: dict[str, int]
    bold: str | None = None
    done: bool = False
    receipt: str | None = None

    @property
    def used(self) -> int:
        """How many dots are spent."""
        return sum(self.dots.values())


def check(ballot: Ballot, options: Sequence[Option], dots: int) -> Refused | None:
    """The reason why this ballot cannot count in a round with these options and dots per person; None if it can."""
    known = {option.option for option in options}
    if not known.issuperset(ballot.dots) or (ballot.bold is not None and ballot.bold not in known):
        return Refused(Refusal.NOT_ON_THE_BALLOT)
    # `type`, not `isinstance`: true is not a number of dots.
    if any(type(n) is not int or n < 0 for n in ballot.dots.values()):
        return Refused(Refusal.DOTS_ARE_WHOLE)
    if any(n > 1 for n in ballot.dots.values()):
        return Refused(Refusal.ONE_DOT_EACH)
    if ballot.used > dots:
        return Refused(Refusal.TOO_MANY_DOTS, dots=dots, used=ballot.used)
    return None
