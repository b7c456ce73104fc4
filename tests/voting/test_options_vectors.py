"""The ballot as pages draw it before it opens: the same options, order and dots (`frontend/src/board/options.ts`)."""

from typing import Any

import pytest

from board.voting.options import dots_each, options_of
from tests.vectors import vectors

VECTORS = vectors("options")


@pytest.mark.parametrize("case", VECTORS["dots"], ids=str)
def test_dots_of_each_person(case: dict[str, Any]) -> None:
    assert dots_each(case["options"], case["set"]) == case["dots"]


@pytest.mark.parametrize("case", VECTORS["ballots"], ids=lambda case: case["name"])
def test_what_stands_on_the_ballot(case: dict[str, Any]) -> None:
    shown = {root: case[root] for root in ("ideas", "numbers", "places", "clusters", "aside")}
    assert [option.as_json() for option in options_of(**shown)] == case["options"]
