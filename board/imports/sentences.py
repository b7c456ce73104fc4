"""From a problem of a draft to its sentence in the current language."""

from collections.abc import Sequence

from board.imports.draft import Problem
from board.words import listed, say

COLUMNS = 6
"""columns that are named; the others are counted"""
SPANS = 12
"""spans of lines that are named; the others are counted"""


def sentence(problem: Problem) -> str:
    """What was found, and where."""
    params = dict(problem.params)
    if problem.key == "ideas-empty":
        params["places"] = _places(problem.places)
    if names := problem.columns:
        quoted = [say("ideas-column", name=name) for name in names[:COLUMNS]]
        rest = [say("ideas-rest", count=len(names) - COLUMNS)] if len(names) > COLUMNS else []
        params |= {"names": listed(quoted + rest), "count": len(names)}
    return say(problem.key, **params)


def _places(places: Sequence[int]) -> str:
    """An enumeration: "2, 5–7 and 30 more"."""
    spans: list[list[int]] = []
    for at in places:
        if spans and at == spans[-1][1] + 1:
            spans[-1][1] = at
        else:
            spans.append([at, at])
    parts = [
        say("ideas-single", at=first) if first == last else say("ideas-span", first=first, last=last)
        for first, last in spans[:SPANS]
    ]
    if rest := sum(last - first + 1 for first, last in spans[SPANS:]):
        parts.append(say("ideas-rest", count=rest))
    return listed(parts)
