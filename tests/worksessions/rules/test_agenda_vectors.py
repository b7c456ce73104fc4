"""What pages and server say alike of an agenda: `frontend/src/session/agenda.ts` has the same cases."""

import json
from pathlib import Path

import pytest

from board.worksessions.rules import agenda

CASES = json.loads((Path(__file__).parents[2] / "data" / "agenda.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['minutes']} with {case['breaks']}")
def test_missing_minutes_of_breaks(case: dict[str, object]) -> None:
    minutes, breaks = case["minutes"], case["breaks"]
    assert isinstance(minutes, int)
    assert isinstance(breaks, list)
    assert agenda.lacking(minutes, breaks) == case["lacking"]
