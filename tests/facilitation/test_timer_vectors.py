"""When time is up: the page and the server agree (`frontend/src/live/clock.ts`)."""

from typing import Any

import pytest

from board.facilitation.timer import Timer
from tests.vectors import vectors


@pytest.mark.parametrize("case", vectors("timer"), ids=lambda case: case["name"])
def test_time_is_up_at_the_deadline(case: dict[str, Any]) -> None:
    timer = Timer(case["deadline"], case["left"], length=600)
    assert timer.is_over(case["now"]) == case["over"]
