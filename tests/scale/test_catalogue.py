"""The measurement of own tables and partitions runs and leaves nothing out. This test ignores the figures."""

import sys

import pytest

from bench import catalogue
from bench.__main__ import main


def test_both_ways_are_measured_with_as_many_boards(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(catalogue, "SAMPLE", 5)
    monkeypatch.setattr(sys, "argv", ["bench", "catalogue", "--boards", "20"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    rows = [line.strip("| ").split(" | ") for line in capsys.readouterr().out.splitlines()]
    figures = {name: found for name, *found in rows}
    assert figures["boards"] == ["20", "20"]
    assert all(len(found) == 2 for name, found in figures.items() if name.endswith((" ms", " MB", " rows", "files")))
    assert {f"{name} rows" for name in catalogue.CATALOGUES} <= figures.keys()
    # Each board has tables, TOAST tables and indexes, which are what this costs.
    assert float(figures["pg_class rows"][0].replace(",", "")) > 20 * 7


def test_what_was_asked_for_is_bounded_by_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "SAMPLE", 1)
    found: list[float] = []
    monkeypatch.setattr(catalogue, "table", lambda figures: found.extend(one["boards"] for one in figures.values()))
    assert catalogue.main(boards=10**6, minutes=0.001) == 0
    assert all(0 < boards < 10_000 for boards in found)
