"""Dots as a page lets people give them: what it keeps is a valid ballot, and what it refuses would not be one."""

from typing import Any

import pytest

from board.protocol.document import Option
from board.voting.ballots import Ballot, check
from tests.vectors import vectors

OPTIONS = [Option(name, "idea", None, None, name, True, (name,)) for name in "abcd"]


@pytest.mark.parametrize("case", vectors("ballot"), ids=lambda case: case["name"])
def test_a_page_gives_as_many_dots_as_the_server_takes(case: dict[str, Any]) -> None:
    given = dict.fromkeys(case["dots"], 1)
    assert check(Ballot(given), OPTIONS, case["budget"]) is None
    for option in case["refused"]:
        assert check(Ballot(given | {option: 1}), OPTIONS, case["budget"]) is not None
