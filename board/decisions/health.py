"""What a careful reader should know of a vote: ties, margins of one dot, split duplicates, turnout."""

from collections.abc import Mapping, Sequence

from board.decisions.standing import tiers
from board.protocol.document import Round
from board.records.canonical import Json
from board.voting.health import alike


def findings(one: Round, stood: Sequence[Json] = ()) -> list[Json]:
    """The findings of one closed round, best options first.

    `stood` are its options as the record tells them: what is hidden there has no name and is compared with nothing.
    """
    dots = {line.option: line.dots for line in one.tally}
    found: list[Json] = []
    above: list[str] = []
    for tier in tiers(one.tally):
        here = dots[tier[0]]
        if above and dots[above[0]] - here == 1:
            found.append({"finding": "one_dot", "above": above, "below": tier})
        if len(tier) > 1 and here:
            found.append({"finding": "tie", "dots": here, "options": tier})
        above = tier
    found += _split(dots, {option["option"]: option["name"] for option in stood if option["name"]})
    turnout = {"joined": one.joined, "ballots": one.ballots, "abstained": one.abstained, "unspent": one.unspent}
    found.append(turnout | {"finding": "turnout"})
    return found


def _split(dots: Mapping[str, int], names: Mapping[str, str]) -> list[Json]:
    """Options that read alike and shared dots, and the place they would have taken as one, behind what has as many.

    The sum is the most they could have had together: who gave a dot to both would have given one.
    """
    with_dots = {option: names[option] for option, got in dots.items() if got and option in names}
    found = []
    for group in alike(with_dots):
        joined = sum(dots[option] for option in group)
        place = 1 + sum(got >= joined for option, got in dots.items() if option not in group)
        found.append({"finding": "look_alike", "options": list(group), "dots": joined, "place": place})
    return found
