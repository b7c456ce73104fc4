"""What a careful reader should know of a vote: ties, margins of one dot, split duplicates, turnout."""

from collections.abc import Mapping, Sequence
from typing import Any

from board.decisions.standing import tiers
from board.voting.health import alike


def findings(one: Mapping[str, Any], stood: Sequence[Mapping[str, Any]] = ()) -> list[dict[str, Any]]:
    """The findings of one closed round, best options first.

    `stood` are its options as the record tells them: what is hidden there has no name and is compared with nothing.
    """
    dots = {line["option"]: int(line["dots"]) for line in one["tally"]}
    found: list[dict[str, Any]] = []
    above: list[str] = []
    for tier in tiers(one["tally"]):
        here = dots[tier[0]]
        if above and dots[above[0]] - here == 1:
            found.append({"finding": "one_dot", "above": above, "below": tier})
        if len(tier) > 1 and here:
            found.append({"finding": "tie", "dots": here, "options": tier})
        above = tier
    found += _split(dots, {option["option"]: option["name"] for option in stood if option["name"]})
    found.append({key: one.get(key) for key in ("joined", "ballots", "abstained", "unspent")} | {"finding": "turnout"})
    return found


def _split(dots: Mapping[str, int], names: Mapping[str, str]) -> list[dict[str, Any]]:
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
