"""A stranger with a decision and `docs/decision.md`, and nothing else, does what is written there."""

import copy
import hashlib
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from board.decisions import record
from board.records import canonical
from tests.decisions import pieces, samples

DOCS = Path(__file__).parents[2] / "docs" / "decision.md"
BLOCKS = re.findall(r"^```(sh|python)\n(.*?)^```", DOCS.read_text("utf-8"), re.MULTILINE | re.DOTALL)
RECORD = record.build(samples.crowd())


@pytest.fixture
def there(tmp_path: Path) -> Path:
    (tmp_path / "decision.json").write_bytes(canonical.encode(RECORD))
    return tmp_path


def run(there: Path, at: int, **change: str) -> str:
    kind, text = BLOCKS[at]
    for old, new in change.items():
        assert old in text
        text = text.replace(old, new)
    command = [sys.executable, "-c", text] if kind == "python" else ["/bin/sh", "-c", text]
    done = subprocess.run(command, cwd=there, capture_output=True, text=True, timeout=50, check=False)
    return done.stdout + done.stderr


def test_the_sum_is_the_address(there: Path) -> None:
    content = (there / "decision.json").read_bytes()
    assert run(there, 0).split()[0] == hashlib.sha256(content).hexdigest() == canonical.digest(content)


def test_it_is_seen_whether_it_adds_up(there: Path) -> None:
    """The sample's ballots are made up; with the right number of dots not spent they add up."""
    for one in RECORD["rounds"]:
        one["unspent"] = one["ballots"] * one["dots"] - sum(line["dots"] for line in one["tally"])
    (there / "decision.json").write_bytes(canonical.encode(RECORD))
    assert "Round 2: 361 ballots, 361 dots, each with its receipt." in run(there, 1)
    less = (there / "decision.json").read_text("utf-8").replace(RECORD["rounds"][0]["receipts"][first()][0], "0" * 20)
    (there / "decision.json").write_text(less.replace('"dots":167', '"dots":168'), "utf-8")
    assert "AssertionError" in run(there, 1)


def first() -> str:
    return str(RECORD["shortlist"][0]["option"])


def test_it_is_explained_why_the_first_line_won(there: Path) -> None:
    told = run(there, 2)
    count = "Round 1: 167 dots; 0 options had more, 0 as many, the next has 152"
    assert f"Cheaper to build\nis there by the count\n{count}" in told
    assert told.count("from idea") == len(RECORD["shortlist"][0]["ideas"])


def test_the_own_dots_are_found_by_hand(there: Path) -> None:
    voter = 160
    own = {
        f"round {one['round']}: {next(it['name'] for it in one['options'] if it['option'] == line['option'])}"
        for one in RECORD["rounds"]
        for line in one["tally"]
        if line["dots"] > voter
    }
    assert len(own) == 3
    *told, last = run(there, 3, Abcdefghijklmnopqrstuv=pieces.code(voter)).splitlines()
    assert set(told) == own
    assert last == "3 dots with this code"
    assert run(there, 3) == "0 dots with this code\n"


def test_what_cannot_be_is_seen(there: Path) -> None:
    def told_of(change: Callable[[dict[str, Any]], None]) -> str:
        record = copy.deepcopy(RECORD)
        for one in record["rounds"]:
            one["unspent"] = one["ballots"] * one["dots"] - sum(line["dots"] for line in one["tally"])
        change(record)
        (there / "decision.json").write_bytes(canonical.encode(record))
        return run(there, 1)

    assert "AssertionError" not in told_of(lambda record: None)
    assert "the shortlist is not what was counted" in told_of(lambda record: record["shortlist"][0].update(dots=9))
    assert "other options" in told_of(lambda record: record["rounds"][0]["options"].pop())
    assert "more picks than ballots" in told_of(lambda record: record["rounds"][0]["tally"][0].update(bold=10**6))
    assert "than its voters may give" in told_of(lambda record: record["rounds"][0]["rules"].update(dots_per_option=0))
