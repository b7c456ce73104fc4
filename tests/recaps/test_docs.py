"""A stranger with a recap and `docs/recap.md`, and nothing else, does what is written there."""

import copy
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from board.recaps import record
from board.recaps.schema import FILE
from board.records import canonical
from board.records.canonical import Json
from tests.recaps import samples, texts

DOCS = Path(__file__).parents[2] / "docs" / "recap.md"
TEXT = DOCS.read_text("utf-8")
BLOCKS = re.findall(r"^```(sh|python)\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
SUM, ADDS_UP, WHY, BEGAN = range(4)


def run(folder: Path, at: int, told: Json) -> str:
    (folder / "recap.json").write_bytes(canonical.encode(told))
    kind, text = BLOCKS[at]
    command = [sys.executable, "-c", text] if kind == "python" else ["/bin/sh", "-c", text]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=50, check=False)
    return done.stdout + done.stderr


def test_the_sum_is_the_address(tmp_path: Path) -> None:
    told = record.build(samples.zoning())
    assert run(tmp_path, SUM, told).split()[0] == canonical.digest(canonical.encode(told))


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_every_sample_adds_up(tmp_path: Path, name: str) -> None:
    told = record.build(samples.SAMPLES[name]())
    minutes = f"{len(told['agenda'])} items, {told['seconds'] // 60} minutes."
    assert run(tmp_path, ADDS_UP, told) == f"{len(told['people'])} people, {minutes}\n"


def test_what_cannot_be_is_seen(tmp_path: Path) -> None:
    def seen(change: Callable[[Json], object], told: Json) -> str:
        told = copy.deepcopy(told)
        change(told)
        return run(tmp_path, ADDS_UP, told)

    zoning, brief = record.build(samples.zoning()), record.build(samples.freelancer())
    assert "have gaps" in seen(lambda told: told["people"].pop(0), zoning)
    assert "did not join" in seen(lambda told: told.update(finisher="P9"), zoning)
    assert "another time" in seen(lambda told: told.update(seconds=7), zoning)
    assert "another length" in seen(lambda told: told["made"].update(characters=7), zoning)
    assert "another text" in seen(lambda told: told["before"].update(text="# Another"), brief)
    assert "say something else" in seen(lambda told: told["agreements"][0].update(agreed=False), zoning)
    assert "does not fit" in seen(lambda told: told.update(by=None), zoning)


def test_it_is_explained_why_the_verdict_is_what_it_is(tmp_path: Path) -> None:
    told = run(tmp_path, WHY, record.build(samples.zoning()))
    assert told.splitlines()[0] == "The zoning change, two station areas: nearly, 2026-11-27T16:04:00Z"
    assert "[x] Heights and parking are set (Four floors behind the square)" in told
    assert "[ ] Objection about speed is answered" in told
    assert "Said with it: Only the answer on speed is open." in told
    assert "P1 finishes it by 2026-12-01; finished: not yet" in told
    assert "Agreed: One space per home near stations" in told
    told = run(tmp_path, WHY, record.build(samples.freelancer()))
    assert "Yes by Mara Ellis 2026-11-27T16:38:00Z" in told


def test_the_text_it_began_with_can_be_shown(tmp_path: Path) -> None:
    (tmp_path / "before.md").write_text(texts.OLD_BRIEF, "utf-8")
    told = record.build(samples.freelancer())
    assert run(tmp_path, BEGAN, told).split()[0] == told["before"]["sha256"]
    assert told["before"]["sha256"] == hashlib.sha256(texts.OLD_BRIEF.encode()).hexdigest()


def test_every_field_of_the_schema_is_explained_and_nothing_else() -> None:
    defs = json.loads(FILE.read_bytes())["$defs"]
    table = TEXT.split("## What each field means")[1].split("\n## ")[0]
    explained = set(re.findall(r"`(\w+)`", table))
    levels = set("012345")
    assert len(fields(defs)) > 70
    assert fields(defs) - levels - explained == set()
    assert explained - fields(defs) - words(defs) == set()


def fields(node: object) -> set[str]:
    """The names of all fields that are declared."""
    if isinstance(node, list):
        return set().union(*map(fields, node))
    if not isinstance(node, dict):
        return set()
    own = set(node["properties"]) if "required" in node else set()
    return own.union(*map(fields, node.values()))


def words(node: object) -> set[str]:
    """The values among which a field chooses."""
    if isinstance(node, list):
        return set().union(*map(words, node))
    if not isinstance(node, dict):
        return set()
    return set(node.get("enum", ())).union(*map(words, node.values()))
