"""The contract in words."""

from typing import Any

import pytest

from board.worksessions.exports.sentence import sentence
from tests.vectors import vectors
from tests.worksessions.exports.documents import conditions, document


@pytest.mark.parametrize("case", vectors("contract"), ids=lambda case: case["name"])
def test_the_sentence_says_what_will_exist(case: dict[str, Any]) -> None:
    made = document(
        meta={"kind": case.get("kind", "team"), "contract": case["contract"]},
        conditions=conditions(case["conditions"]),
        people=case["people"],
    )
    assert sentence(made) == case["sentence"]
