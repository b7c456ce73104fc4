"""The README says what is true: every setting, command, phase and picture."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from board.decisions.exports.formats import DRAFTS, FORMATS
from board.protocol.phases import Phase
from board.settings import Settings
from board.words import say

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_every_setting_stands_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(BOARD_[A-Z_]+)` \| (.+?) \|", README, re.MULTILINE))
    assert rows.keys() == {f"BOARD_{one.name.upper()}" for one in fields(Settings)}
    for one in fields(Settings):
        if one.default:
            assert f"`{one.default}`" in rows[f"BOARD_{one.name.upper()}"]


def test_every_phase_is_on_the_tour_in_order() -> None:
    tour = re.findall(r"^\| \*\*(\w+)\*\* \((\w+)\)", README, re.MULTILINE)
    assert tour == [(say(f"step-{phase}"), phase) for phase in Phase]


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make ([a-z]+)", README))))
def test_every_make_target_exists(target: str) -> None:
    assert target in TARGETS


@pytest.mark.parametrize("command", ["run", "migrate", "copy", "seed", "verify"])
def test_every_command_is_told(command: str) -> None:
    assert f"`{command}`" in README


def test_every_file_format_is_named_once() -> None:
    some = r"(?:`\.\w+`,\s+)*`\.\w+`\s+or\s+`\.\w+`"
    whole, drafts = (re.findall(r"\.(\w+)`", one) for one in re.findall(rf"(?:/export\.\w+`, )?{some}", README))
    assert (whole, drafts) == (list(FORMATS), list(DRAFTS))


@pytest.mark.parametrize("linked", sorted(set(re.findall(r"\]\(((?!http)[^)#]+)\)", README))))
def test_what_is_linked_is_there_and_small(linked: str) -> None:
    file = ROOT / linked
    assert file.exists()
    assert file.stat().st_size < 200_000
