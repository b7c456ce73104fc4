"""What `bench scale` says of its runs, and how it comes to an older version."""

import subprocess
from pathlib import Path

import pytest

from bench import table as servers
from bench.scale import older, table
from bench.scale.setups import OLDER, SQLITE
from bench.servers import ROOT, SHORTLIST
from bench.suite import Run

MACHINE: dict[str, object] = {"date": "2026-11-30", "processor": "a processor", "cores": 2, "memory_gib": 24}
MACHINE |= {"system": "Linux", "python": "3.11", "peers": {}, "load_average": 0.1, "older": "62d4a627"}


def run(server: str, repetition: int, cpu: float, *, load: str = "rooms", void: str | None = None) -> Run:
    return Run(load, server, repetition, {} if void else {"cpu_us": cpu, "p50_ms": 2.0}, void)


def row(text: str, start: str) -> list[str]:
    """The cells of the first row that begins so."""
    (line, *_) = [line for line in text.splitlines() if line.startswith(f"| {start}")]
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_a_ratio_compares_each_repetition_with_the_one_beside_it() -> None:
    # The machine slows down, both versions with it: medians of each alone would be 40 and 30.
    runs = [run(SQLITE.name, at, cpu) for at, cpu in ((1, 11), (2, 40), (3, 99))]
    runs += [run(OLDER.name, at, cpu) for at, cpu in ((1, 10), (2, 30), (3, 90))]
    assert table.ratio(runs, "rooms", "cpu_us") == pytest.approx(1.1)
    assert table.ratio(runs, "300", "cpu_us") is None


def test_a_repetition_that_brought_nothing_is_in_no_ratio() -> None:
    runs = [run(SQLITE.name, 1, 20), run(OLDER.name, 1, 0, void="lost"), run(OLDER.name, 2, 10)]
    assert table.ratio(runs, "rooms", "cpu_us") is None
    assert table.ratio([*runs, run(SQLITE.name, 2, 15)], "rooms", "cpu_us") == pytest.approx(1.5)


@pytest.mark.parametrize(("cpu", "verdict"), [(10.9, "reached"), (11.2, "**missed**")])
def test_a_figure_more_than_a_tenth_above_the_older_one_is_missed(cpu: float, verdict: str) -> None:
    told = table.markdown([run(SQLITE.name, 1, cpu), run(OLDER.name, 1, 10)], MACHINE)
    assert row(told.partition("## Against 62d4a627")[2], "100 rooms of 8")[1:] == [
        "CPU µs/delivery",
        f"{cpu}",
        "10.0",
        f"{cpu / 10:.2f}",
        verdict,
    ]


def test_a_table_shows_medians_and_what_there_is_not() -> None:
    runs = [run("postgresql-1", at, cpu) for at, cpu in enumerate((10, 30, 20), start=1)]
    runs.append(run("postgresql-1", 4, 0, void="a change was lost"))
    told = table.markdown(runs, MACHINE)
    assert row(told, "PostgreSQL, 1 process")[1:] == ["20.0", "–", "–", "2.0", "–", "–", "–", "3 of 4"]
    assert "- rooms, postgresql-1, repetition 4: a change was lost" in told
    assert "## Against" not in told


def test_the_comparison_of_servers_shows_the_same() -> None:
    told = servers.markdown([run(SHORTLIST, 1, 10), run(SHORTLIST, 2, 0, void="a change was lost")], MACHINE)
    assert row(told, "shortlist ")[1:] == ["10.00", "2.0", "–", "–", "–", "1 of 2"]
    assert "- rooms, shortlist, repetition 2: a change was lost" in told


def test_an_older_version_is_the_tree_of_its_commit(tmp_path: Path) -> None:
    older.unpack("HEAD", tmp_path / "tree")
    shown = subprocess.check_output(["git", "show", "HEAD:pyproject.toml"], cwd=ROOT)  # noqa: S607
    assert (tmp_path / "tree" / "pyproject.toml").read_bytes() == shown
    assert [path.name for path in tmp_path.iterdir()] == ["tree"]


def test_a_revision_that_is_not_there_ends_with_a_sentence() -> None:
    with pytest.raises(SystemExit, match=r"There is no commit no-such-revision here\."):
        older.checkout("no-such-revision")
