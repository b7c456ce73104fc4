"""From ballots to a tally, and from the tally to a proposed shortlist."""

from collections import Counter
from collections.abc import Iterable, Sequence

from board.protocol.document import Option, Proposal, TallyLine
from board.voting.ballots import Ballot

SHORTEST, LONGEST = 3, 5


def count(ballots: Iterable[Ballot], options: Sequence[Option]) -> list[TallyLine]:
    """The tally: most dots first, equal ones in the order of the ballot."""
    dots: Counter[str] = Counter()
    bold: Counter[str] = Counter()
    for ballot in ballots:
        dots.update(ballot.dots)
        if ballot.bold is not None:
            bold[ballot.bold] += 1
    lines = [TallyLine(option.option, dots[option.option], bold[option.option]) for option in options]
    return sorted(lines, key=lambda line: -line.dots)


def abstained(ballots: Iterable[Ballot]) -> int:
    """How many ballots hold neither a dot nor a bold pick."""
    return sum(ballot.used == 0 and ballot.bold is None for ballot in ballots)


def unspent(ballots: Iterable[Ballot], dots: int) -> int:
    """How many of the dots given out were not used, those of abstentions included.

    So the dots of the tally and these add up to ballots × dots, and anybody can check it.
    """
    return sum(dots - ballot.used for ballot in ballots)


def wished(options: int) -> int:
    """How long a shortlist should be by default: about a third of the options, three to five of them."""
    return min(options, max(SHORTEST, min(LONGEST, round(options / 3))))


def propose(lines: Sequence[TallyLine], *, size: int) -> Proposal:
    """The shortlist of about `size` lines that the dots suggest.

    The line under it never runs through a tie: then it moves to the nearer end of the tie, and to the lower end when
    both are as near, for who has as many dots should not be left out by chance. What has no dots is never proposed.
    """
    ordered = sorted((line for line in lines if line.dots > 0), key=lambda line: -line.dots)
    cut, tied = min(size, len(ordered)), []
    if 0 < cut < len(ordered) and ordered[cut - 1].dots == ordered[cut].dots:
        tied = [line for line in ordered if line.dots == ordered[cut].dots]
        above = ordered.index(tied[0])
        below = above + len(tied)
        cut = above if size - above < below - size else below
    most = max((line.bold for line in lines), default=0)
    return Proposal(
        shortlist=tuple(line.option for line in ordered[:cut]),
        tied=tuple(line.option for line in tied),
        bold=tuple(line.option for line in lines if line.bold == most) if most else (),
    )
