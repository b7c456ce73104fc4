"""Which copy of the text goes when there are too many."""

from typing import Literal

from board.protocol.worksession.document import Version
from board.worksessions.rules.versions import superfluous

Reason = Literal["start", "time", "name"]


def kept(*copies: tuple[float, Reason]) -> list[Version]:
    return [Version(number=number, at=at, reason=reason, characters=1) for number, (at, reason) in enumerate(copies)]


def gone(*copies: tuple[float, Reason]) -> int:
    return superfluous(kept(*copies)).number


def test_of_two_copies_close_together_the_later_one_goes() -> None:
    assert gone((0, "start"), (240, "time"), (250, "time"), (480, "time")) == 2


def test_the_first_and_the_last_copy_stay() -> None:
    assert gone((0, "start"), (1, "time"), (240, "time")) == 1
    assert gone((0, "start"), (240, "time"), (241, "time")) == 1


def test_a_name_stays_beside_a_copy_without_one() -> None:
    assert gone((0, "start"), (240, "time"), (241, "name"), (480, "time")) == 1


def test_of_two_pairs_the_closer_one_loses_a_copy() -> None:
    assert gone((0, "start"), (240, "time"), (270, "time"), (480, "name"), (481, "name"), (720, "time")) == 4
