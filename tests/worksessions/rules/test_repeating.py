"""The same time on the wall, a week later: also when the clocks change between."""

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from board.protocol.worksession import limits
from board.worksessions.rules.repeating import next_start

CASES = json.loads((Path(__file__).parents[2] / "data" / "weekly.json").read_bytes())
WEEK = 7 * 86_400


def moment(time: str) -> int:
    return int(datetime.fromisoformat(time).timestamp())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_week_later(case: dict[str, str | None]) -> None:
    starts, now, wanted = (moment(str(case[name])) for name in ("starts", "now", "next"))
    assert next_start(starts, case["zone"], now) == wanted


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Pacific/Auckland", None])
def test_a_year_of_weeks_keeps_the_hour(zone: str | None) -> None:
    place = ZoneInfo(zone or "UTC")
    starts = int(datetime(2026, 1, 5, 10, 0, tzinfo=place).timestamp())
    steps = set()
    for _ in range(53):
        after = next_start(starts, zone, starts + 3600)
        local = datetime.fromtimestamp(after, place)
        assert (local.weekday(), local.hour, local.minute) == (0, 10, 0)
        steps.add(after - starts)
        starts = after
    assert steps == ({WEEK} if zone is None else {WEEK, WEEK + 3600, WEEK - 3600})


def test_a_session_of_long_ago_and_one_of_the_last_year_have_a_next_week() -> None:
    assert 1_800_000_000 < next_start(0, "Europe/Berlin", 1_800_000_000) <= 1_800_000_000 + WEEK
    assert next_start(limits.LAST_MOMENT, None, 1_800_000_000) == limits.LAST_MOMENT + WEEK
