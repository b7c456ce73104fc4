"""A stranger with a decision and `docs/decision.md`, and nothing else, does what is written there."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from board.decisions import canonical, record
from tests.decisions import samples

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
    assert "Cheaper to build\nis there by the count\nRound 1: 167 dots, 0 options had more, 12 picks" in told
    assert told.count("from idea") == len(RECORD["shortlist"][0]["ideas"])


def test_the_own_dots_are_found_by_hand(there: Path) -> None:
    voter = 160
    own = {
        f"round {one['round']} {line['option']}"
        for one in RECORD["rounds"]
        for line in one["tally"]
        if line["dots"] > voter
    }
    assert len(own) == 3
    assert set(run(there, 3, Abcdefghijklmnopqrstuv=samples.code(voter)).splitlines()) == own
    assert run(there, 3) == ""
