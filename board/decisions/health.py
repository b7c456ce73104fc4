"""What a careful reader should know of a vote: ties, margins of one dot, turnout."""

from collections.abc import Mapping
from typing import Any

from board.decisions.standing import tiers


def findings(one: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The findings of one closed round, best options first."""
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
    found.append({key: one.get(key) for key in ("joined", "ballots", "abstained", "unspent")} | {"finding": "turnout"})
    return found
