"""The ballot as pages draw it before it opens: the options, order and dots of `engine/document/options.ts`."""

from typing import Any

import msgspec
import pytest

from board.protocol.document import ClusterEntry, Option, Place
from board.voting.options import dots_each, options_of
from tests.vectors import vectors

VECTORS = vectors("options")


@pytest.mark.parametrize("case", VECTORS["dots"], ids=str)
def test_dots_of_each_person(case: dict[str, Any]) -> None:
    assert dots_each(case["options"], case["set"]) == case["dots"]


@pytest.mark.parametrize("case", VECTORS["ballots"], ids=lambda case: case["name"])
def test_what_stands_on_the_ballot(case: dict[str, Any]) -> None:
    options = options_of(
        ideas=case["ideas"],
        numbers=case["numbers"],
        places={idea: Place(**place) for idea, place in case["places"].items()},
        clusters={key: ClusterEntry(**one) for key, one in case["clusters"].items()},
        aside=case["aside"],
    )
    assert options == msgspec.convert(case["options"], list[Option])
