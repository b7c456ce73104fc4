"""Receipts: voters can find their own dots in the record, and nobody can tell which dots came from one ballot."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from board.voting.ballots import Ballot


def receipt(code: str, number: int, option: str, dot: int) -> str:
    """The short hash (80 bits, hex) that stands under an option of round `number` for one dot cast with this code.

    `dot` counts from 1 the dots that the option got with this code. The round is in it, so that a code that is used
    again does not tie the dots of two rounds together.
    """
    return hashlib.sha256(f"shortlist receipt\n{code}\n{number}\n{option}\n{dot}".encode()).hexdigest()[:20]


def receipts(ballots: Iterable[Ballot], number: int, fresh: Callable[[], str]) -> dict[str, list[str]]:
    """One hash for each dot of round `number`, by option, sorted: as many under an option as it has dots.

    A ballot without a code counts under one that `fresh` makes up and nobody keeps. Left out, its dots would be the
    gaps between hashes and dots, and a single such ballot could be read off them.
    """
    given: Counter[tuple[str, str]] = Counter()
    told: defaultdict[str, list[str]] = defaultdict(list)
    for ballot in ballots:
        code = ballot.receipt or fresh()
        for option, dots in ballot.dots.items():
            for _ in range(dots):
                given[code, option] += 1
                told[option].append(receipt(code, number, option, given[code, option]))
    return {option: sorted(hashes) for option, hashes in told.items()}


def without(ballots: Iterable[Ballot]) -> int:
    """How many ballots came without a code: those of people without a browser, and of pages that send none."""
    return sum(ballot.receipt is None for ballot in ballots)
