"""Recaps that are kept as files: what is built today is, byte for byte, what was built when they were made.

`frontend/src/pages/recaps.test.ts` reads the same files and sums.
"""

import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from board.recaps import record
from board.recaps.material import Material
from board.records import canonical
from tests.recaps import samples

GOLDEN = Path(__file__).parent / "golden"
SUMS = Path(__file__).parents[1] / "data" / "recaps.json"
KEPT: dict[str, Callable[[], Material]] = {**samples.SAMPLES, "nested": partial(samples.nested, 60)}


@pytest.mark.parametrize("name", KEPT)
def test_a_recap_is_built_as_it_was(name: str) -> None:
    """After a change that was meant: GOLDEN=write pytest -n0 tests/recaps, then read the difference."""
    made = canonical.encode(record.build(KEPT[name]()))
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / f"{name}.json").write_bytes(made)
        sums = json.loads(SUMS.read_text("utf-8")) if SUMS.exists() else {}
        SUMS.write_text(json.dumps(sums | {name: canonical.digest(made)}, indent=2, sort_keys=True) + "\n", "utf-8")
    assert made == (GOLDEN / f"{name}.json").read_bytes()
    assert canonical.digest(made) == json.loads(SUMS.read_text("utf-8"))[name]


def test_every_kept_file_is_one_of_a_sample() -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == KEPT.keys() == json.loads(SUMS.read_text("utf-8")).keys()
